// Small conveniences; every room works without them.

// The product's time goes on between two loads of a page.
const loadedAt = Date.now();
const format = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZone: "UTC",
});
const clocks = [...document.querySelectorAll("time[data-clock]")];
setInterval(() => {
  for (const clock of clocks)
    clock.textContent = `${format.format(Number(clock.dataset.clock) + Date.now() - loadedAt)} UTC`;
}, 1000);

// What cannot be undone asks first; what takes a while says so and cannot be sent twice.
document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.ask;
  if (question && !confirm(question)) return event.preventDefault();
  const busy = event.target.dataset.busy;
  if (!busy) return;
  setTimeout(() => {
    for (const button of document.querySelectorAll("form[data-busy] button")) button.disabled = true;
    if (event.submitter) event.submitter.textContent = busy;
  });
});

// Coming back by the browser's history finds the buttons usable again.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// New mail shows itself while the inbox is open and nothing is being searched.
const count = document.querySelector("[data-latest]");
if (count && !new URLSearchParams(location.search).get("q")) setInterval(lookForMail, 2500);

async function lookForMail() {
  if (document.hidden) return;
  const answer = await fetch("/_local/view/inbox/latest").catch(() => undefined);
  if (!answer?.ok) return;
  const { latest } = await answer.json();
  if (latest === count.dataset.latest) return;
  if (location.pathname.replace(/\/$/, "") === "/_local") return location.reload();
  count.innerHTML = '<a href="/_local">New mail: show it</a>';
}
