// Everything on the pages works without this file; it only saves a press here and there.
for (const field of document.querySelectorAll('input[name="timezone"]')) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  await navigator.clipboard.writeText(field.value);
  field.closest(".copy").querySelector(".copied").textContent = button.dataset.done;
}

// An impatient second press does no harm, but it would puzzle the person; after four seconds it may be meant.
for (const form of document.querySelectorAll("form")) {
  let pressedAt = Number.NEGATIVE_INFINITY;
  form.addEventListener("submit", (event) => {
    if (event.timeStamp - pressedAt < 4000) event.preventDefault();
    else pressedAt = event.timeStamp;
  });
}
