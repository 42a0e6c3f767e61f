import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Runtime } from "../../local/runtime.ts";
import { inboxMessage } from "../../local/ses/inbox.ts";

/** One row of a table as the product wrote it. */
export type Row = { pk: string; sk: string } & Record<string, unknown>;

/** A mail that the provider accepted. */
export interface AcceptedMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  tags: Record<string, string>;
  at: string;
  configurationSet?: string | null;
}

/** Everything the product holds at one moment: both tables, and what the provider accepted. */
export interface ProductState {
  main: Row[];
  ledger: Row[];
  mails: AcceptedMail[];
  now: string;
}

const MAIN = "Tastemaker-Data-Main";
const LEDGER = "Tastemaker-Data-Ledger";

/** Reads the state of a product that runs anywhere, through the workbench's pages. */
export async function stateAt(url: string): Promise<ProductState> {
  const json = async (path: string) => (await fetch(`${url}/_local${path}`)).json();
  const [{ messages }, { now }] = [
    (await json("/messages")) as { messages: AcceptedMail[] },
    (await json("/clock")) as { now: string },
  ];
  return { main: await browsed(url, MAIN), ledger: await browsed(url, LEDGER), mails: messages, now };
}

/** Reads the state of a product that runs in this process. */
export async function stateOf({
  dynamoDb,
  ses,
  clock,
}: Pick<Runtime, "dynamoDb" | "ses" | "clock">): Promise<ProductState> {
  const tables = dynamoDb.snapshot();
  const rows = (name: string) => (tables[name] ?? []).map((item) => unmarshall(item as never) as Row);
  return {
    main: rows(MAIN),
    ledger: rows(LEDGER),
    mails: await Promise.all(ses.list({ oldestFirst: true }).map(inboxMessage)),
    now: new Date(clock.now()).toISOString(),
  };
}

/** The table browser shows every row whole; pages follow one another by the link below. */
async function browsed(url: string, table: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let path: string | undefined = `/_local/view/tables/${table}`; path; ) {
    const page = await (await fetch(url + path)).text();
    const found = [...page.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)].map(
      ([, text]) => JSON.parse(plain(text ?? "")) as Row,
    );
    if (found.length === 0 && !page.includes("This table is empty"))
      throw new Error(`No rows can be read from ${path}.`);
    rows.push(...found);
    const next: string | undefined = /<p class="pager"><a href="([^"]*)"/.exec(page)?.[1];
    path = next && plain(next);
  }
  return rows;
}

function plain(html: string): string {
  const characters: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => characters[name] ?? "");
}
