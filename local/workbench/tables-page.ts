import { unmarshall } from "@aws-sdk/util-dynamodb";
import { ControlRefusal, type ControlRequest, type ControlResponse } from "../control/control.ts";
import type { AttributeValue } from "../dynamodb/attribute-value.ts";
import { type Html, html, queryOf } from "./html.ts";
import { emptyState, page } from "./page.ts";
import type { Workbench } from "./workbench.ts";

type Row = Record<string, unknown>;

const PAGE_LENGTH = 50;
const SUMMARY_CHARACTERS = 400;

/** The tables of the product, and the items of one of them, page by page or by key. */
export function tablesPage({ dynamoDb, clock }: Workbench, request: ControlRequest): ControlResponse {
  const names = dynamoDb.tableNames();
  const firstFilled = names.find((each) => dynamoDb.browse(each, { limit: 1 }).items.length > 0);
  const name = request.params.name ?? firstFilled ?? names[0];
  const content =
    name === undefined
      ? html`<h1 class="hidden">Tables</h1>${emptyState("No tables", html`The stacks that were synthesized define none.`)}`
      : html`<section class="wide"><h1>Tables</h1><nav class="tabs" aria-label="Tables">${names.map(
          (each) => html`<a href="${tablePath(each)}"${each === name && html` aria-current="true"`}>${each}</a>`,
        )}</nav>${tableItems(dynamoDb, name, request.query)}</section>`;
  return page({ title: name ?? "Tables", room: "tables", now: clock.now(), content });
}

function tableItems(dynamoDb: Workbench["dynamoDb"], name: string, query: URLSearchParams): Html {
  const table = dynamoDb.table(name);
  if (!table) throw new ControlRefusal(404, `There is no table ${name}.`);
  const hash = (query.get("hash") ?? "").trim();
  const range = (query.get("range") ?? "").trim();
  const keys = [table.hash, table.range].flatMap((key) => (key === undefined ? [] : [key.name]));
  const found = dynamoDb.browse(name, {
    limit: PAGE_LENGTH,
    ...(hash !== "" && { hash: { [table.hash.type]: hash } as unknown as AttributeValue }),
    ...(query.has("next") && { next: query.get("next") ?? "" }),
  });
  const rows = found.items.map((item) => unmarshall(item as never) as Row);
  const shown = rows.filter((row) => String(row[keys[1] ?? ""] ?? "").startsWith(range));
  const more = found.next && tablePath(name) + queryOf({ hash, range, next: found.next });
  return html`${filterForm(name, keys, hash, range)}
${shown.length === 0 ? nothing(hash + range !== "", name) : itemTable(name, keys, shown)}
${more && html`<p class="pager"><a href="${more}">More items →</a></p>`}`;
}

function itemTable(name: string, keys: string[], rows: Row[]): Html {
  return html`<div class="scroll"><table class="items">
<thead><tr>${keys.map((each) => html`<th scope="col">${each}</th>`)}<th scope="col">The rest</th></tr></thead>
<tbody>${rows.map((row) => itemRow(name, keys, row))}</tbody></table></div>`;
}

function filterForm(name: string, [hashName = "", rangeName]: string[], hash: string, range: string): Html {
  return html`<form class="row" action="${tablePath(name)}"><label for="hash">${hashName} is</label>
<input id="hash" name="hash" value="${hash}" autocomplete="off" spellcheck="false">
${rangeName !== undefined && html`<label for="range">${rangeName} begins with</label><input id="range" name="range" value="${range}" autocomplete="off" spellcheck="false">`}
<button>Filter</button>${(hash || range) && html`<a href="${tablePath(name)}">Clear</a>`}</form>`;
}

function nothing(isFiltered: boolean, name: string): Html {
  if (isFiltered)
    return emptyState("No such item", html`No item on this page has that key.`, {
      href: tablePath(name),
      name: "Show all",
    });
  return emptyState("This table is empty", html`Whatever the product stores shows here at once.`);
}

function itemRow(name: string, keys: string[], row: Row): Html {
  const rest = Object.fromEntries(Object.entries(row).filter(([attribute]) => !keys.includes(attribute)));
  const text = JSON.stringify(rest, plain);
  const summary = text.length > SUMMARY_CHARACTERS ? `${text.slice(0, SUMMARY_CHARACTERS)}…` : text;
  const [hashName = "", rangeName = ""] = keys;
  return html`<tr><th scope="row"><a href="${tablePath(name)}${queryOf({ hash: String(row[hashName]) })}">${String(row[hashName])}</a></th>
${rangeName !== "" && html`<td class="key">${String(row[rangeName])}</td>`}
<td><details><summary>${summary}</summary><pre tabindex="0">${JSON.stringify(row, plain, 2)}</pre></details></td></tr>`;
}

/** Sets and binary values have no JSON of their own. */
function plain(_name: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return typeof value === "bigint" ? value.toString() : value;
}

function tablePath(name: string): string {
  return `/_local/view/tables/${encodeURIComponent(name)}`;
}
