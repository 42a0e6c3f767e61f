import type { ControlRequest, ControlResponse } from "../control/control.ts";
import type { Mail } from "../ses/mail.ts";
import { type Html, html, queryOf } from "./html.ts";
import { mailPane } from "./mail-pane.ts";
import { shortMoment } from "./moment.ts";
import { outcomeMark } from "./outcome-mark.ts";
import { emptyState, page } from "./page.ts";
import type { Workbench } from "./workbench.ts";

const PAGE_LENGTH = 50;

/** The inbox: every mail that left the product, newest first, with the chosen one beside the list. */
export async function inboxPage(workbench: Workbench, request: ControlRequest): Promise<ControlResponse> {
  const now = workbench.clock.now();
  const chosenId = request.params.id;
  const filter = { search: request.query.get("q") ?? "", offset: Number(request.query.get("from") ?? 0) || 0 };
  const mails = workbench.ses.list({ ...filter, limit: PAGE_LENGTH });
  const chosen = chosenId === undefined ? mails[0] : workbench.ses.find(chosenId);
  const isMissing = chosenId !== undefined && chosen === undefined;
  const pane = chosen ? await mailPane(workbench, chosen, request.query) : emptyPane(isMissing, mails.length);
  const list = mailList(workbench, mails, chosen, request.query);
  const content = html`<h1 class="hidden">Inbox</h1><div class="split${chosenId === undefined ? " list-first" : ""}">${list}
<section class="reading" aria-label="The chosen mail">${pane}</section></div>`;
  return page({ title: chosen?.subject ?? "Inbox", room: "inbox", now, content, status: isMissing ? 404 : 200 });
}

function mailList({ ses, clock }: Workbench, mails: Mail[], chosen: Mail | undefined, query: URLSearchParams): Html {
  const filter = { search: query.get("q") ?? "", offset: Number(query.get("from") ?? 0) || 0 };
  const total = ses.count(filter);
  const latest = ses.list({ limit: 1 })[0]?.id ?? "";
  return html`<section class="list" aria-label="Mail">
${searchForm(filter.search)}
<p class="count" data-latest="${latest}">${countOf(total, filter.search)}</p>
<ol class="mails">${mails.map((mail) => row(mail, mail.id === chosen?.id, clock.now(), query))}</ol>
${pager(filter, total)}
${total > 0 && !filter.search && emptyForm()}
</section>`;
}

function row(mail: Mail, isChosen: boolean, now: number, query: URLSearchParams): Html {
  const kept = queryOf({ q: query.get("q") ?? undefined, from: query.get("from") ?? undefined });
  return html`<li><a href="/_local/view/mail/${encodeURIComponent(mail.id)}${kept}"${isChosen && html` aria-current="true"`}>
<span class="who">${mail.recipients.join(", ")}</span><time>${shortMoment(mail.at, now)}</time>
<span class="subject">${mail.subject || "(no subject)"}</span>${outcomeMark(mail)}
</a></li>`;
}

function searchForm(search: string): Html {
  return html`<form class="search" action="/_local" role="search">
<label class="hidden" for="q">Search by address or subject</label>
<input id="q" name="q" type="search" value="${search}" placeholder="Search by address or subject" autocomplete="off">
<button>Search</button></form>`;
}

function countOf(total: number, search: string): string {
  const mails = total === 1 ? "1 mail" : `${total.toLocaleString("en")} mails`;
  return search ? `${mails} for “${search}”` : mails;
}

function pager({ search, offset }: { search: string; offset: number }, total: number): Html | false {
  const link = (from: number, name: string) => html`<a href="/_local${queryOf({ q: search, from })}">${name}</a>`;
  const newer = offset > 0 && link(Math.max(offset - PAGE_LENGTH, 0), "← Newer");
  const older = offset + PAGE_LENGTH < total && link(offset + PAGE_LENGTH, "Older →");
  return newer || older ? html`<p class="pager">${newer} ${older}</p>` : false;
}

function emptyForm(): Html {
  return html`<form method="post" action="/_local/view/inbox/empty"><button class="quiet" data-ask="Empty the inbox? The mails are gone from here for good.">Empty the inbox</button></form>`;
}

function emptyPane(wasAskedFor: boolean, total: number): Html {
  if (wasAskedFor)
    return emptyState("This mail is not here", html`Its id is unknown. Perhaps the inbox belongs to another start.`, {
      href: "/_local",
      name: "Back to the inbox",
    });
  if (total > 0) return html``;
  return emptyState(
    "No mail yet",
    html`Every mail the product sends lands here and nowhere else. Sign up on the landing page, and the first one arrives.`,
    { href: "/", name: "Open the landing page" },
  );
}
