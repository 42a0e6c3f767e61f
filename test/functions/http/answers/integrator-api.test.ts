import { beforeAll, describe, expect, it } from "vitest";
import { now } from "../../../../functions/platform/clock.ts";
import { adjustPoints } from "../../../../functions/points/adjust-points.ts";
import { edgeTables } from "../../../edge/support/direct-tables.ts";
import { send, sendJson } from "../../../edge/support/gateway.ts";
import { bearer, sessionCookieOf, somebodyTrying } from "../../../edge/support/people.ts";

const tables = edgeTables();
let headers: Record<string, string> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  headers = { authorization: await bearer() };
  for (const name of ["ana", "bo"]) {
    const { id } = await somebodyTrying(`${name}@example.com`, name);
    ids[name] = id;
    for (let times = 1; times <= 3; times++) {
      const about = { contactId: id, reason: `for ${name}`, person: "integrator", requestId: `${name}-${times}` };
      await adjustPoints({ ...about, points: times * (name === "ana" ? 1 : 1000) }, now());
    }
  }
});

type Told = { code?: string; next?: string; entries?: { points: number }[] };
const get = async (path: string, proof: object = { headers }) => {
  const { statusCode, body = "" } = await send({ method: "GET", path, ...proof });
  return { statusCode, body, told: JSON.parse(body) as Told };
};
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

describe("a cursor", () => {
  it("leads through the books of the one member asked for", async () => {
    const first = await get(`/v1/members/${ids.ana}/ledger?limit=2`);
    const rest = await get(`/v1/members/${ids.ana}/ledger?limit=2&next=${first.told.next}`);
    const points = [...(first.told.entries ?? []), ...(rest.told.entries ?? [])];
    expect(points.map((entry) => entry.points).sort()).toEqual([1, 2, 3]);
    expect(rest.told.next).toBeUndefined();
  });

  it("of another member's books shows nothing of theirs, to integrators and to members", async () => {
    const cookies = [await sessionCookieOf(ids.ana ?? "")];
    const { told } = await get(`/v1/members/${ids.bo}/ledger?limit=1`);
    const foreign = [told.next, cursor(`ent_${"z".repeat(20)}`), cursor("ent_0")];
    for (const next of foreign) {
      for (const [path, proof] of [
        [`/v1/members/${ids.ana}/ledger`, { headers }],
        ["/v1/me/ledger", { cookies }],
        ["/v1/me/referrals", { cookies }],
      ] as const) {
        const { body } = await get(`${path}?next=${next}`, proof);
        expect(body).not.toContain("for bo");
        expect(body).not.toContain(ids.bo);
      }
    }
  });

  it.each([
    ["no base64", "%%%"],
    ["another partition", cursor("ent_1", "con_other", "contact")],
    ["another kind of row", cursor("contact")],
    ["an object", Buffer.from('{"pk":"programme"}').toString("base64url")],
    ["an empty key", cursor("")],
    ["half a character", Buffer.from('["ent_\\ud800"]').toString("base64url")],
    ["a key too long for the table", cursor(`ent_${"x".repeat(2000)}`)],
    ["nested nonsense", cursor([["ent_1"]])],
  ])("that is %s is refused", async (_, next) => {
    const { statusCode, told } = await get(`/v1/members/${ids.ana}/ledger?next=${encodeURIComponent(next)}`);
    expect([statusCode, told.code]).toEqual([400, "invalid-cursor"]);
    const timeline = await get(`/v1/contacts/${ids.ana}/timeline?next=${encodeURIComponent(next)}`);
    expect(timeline.statusCode).toBe(400);
  });
});

describe("an id in the path", () => {
  it.each([
    "con_x",
    "session%23abc",
    "adr%23ana@example.com",
    "programme",
    "..",
    "con_0000000000aaaaaaaaaaaaaaaa",
    "__proto__",
  ])("that names no contact, %s, is the address of nothing", async (id) => {
    for (const path of [`/v1/contacts/${id}`, `/v1/members/${id}/balance`, `/v1/contacts/${id}/timeline`]) {
      expect((await get(path)).statusCode, path).toBe(404);
    }
  });
});

describe("an adjustment", () => {
  const adjust = (change: object, key: string | undefined = "k-1") =>
    sendJson(
      "POST",
      "/v1/points/adjustments",
      { contactId: ids.ana, points: 5, reason: "a gift", ...change },
      {
        headers: { ...headers, ...(key === undefined ? {} : { "idempotency-key": key }) },
      },
    );
  const codeOf = ({ body = "" }: { body?: string | undefined }) => JSON.parse(body).code;

  it("is made once for each key; the same again is the same entry", async () => {
    const first = await adjust({});
    const before = tables.picture();
    const again = await adjust({});
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(JSON.parse(again.body ?? "").entryId).toBe(JSON.parse(first.body ?? "").entryId);
    expect(tables.picture()).toBe(before);
  });

  it("of another content under a known key is refused", async () => {
    const before = tables.picture();
    for (const change of [{ points: 6 }, { reason: "other" }, { contactId: ids.bo }]) {
      const answer = await adjust(change);
      expect([answer.statusCode, codeOf(answer)]).toEqual([409, "idempotency-conflict"]);
    }
    expect(tables.picture()).toBe(before);
  });

  it("sent ten times at once is one entry", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => adjust({ points: 7 }, "k-many")));
    expect(new Set(answers.map(({ body = "" }) => JSON.parse(body).entryId)).size).toBe(1);
    const { told } = await get(`/v1/members/${ids.ana}/ledger?limit=200`);
    expect(told.entries?.filter(({ points }) => points === 7)).toHaveLength(1);
  });

  it.each([0, 1.5, 1e9 + 1, -1e9 - 1, 2 ** 53, 1e300, "5", "1e9", null, true, [5]])(
    "of %j points is refused and moves nothing",
    async (points) => {
      const before = tables.picture();
      const answer = await adjust({ points }, "k-bad");
      expect(answer.statusCode).toBe(422);
      expect(tables.picture()).toBe(before);
    },
  );

  it("never takes more than can be spent", async () => {
    const answer = await adjust({ points: -1_000_000 }, "k-most");
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, "insufficient-points"]);
  });

  it("without its key, or for nobody, is refused", async () => {
    const before = tables.picture();
    const { "idempotency-key": _, ...bare } = { ...headers, "idempotency-key": "" };
    const answer = await sendJson(
      "POST",
      "/v1/points/adjustments",
      { contactId: ids.ana, points: 5, reason: "abc" },
      { headers: bare },
    );
    expect(answer.statusCode).toBe(422);
    expect((await adjust({}, "x".repeat(201))).statusCode).toBe(422);
    expect((await adjust({ contactId: "con_0000000000nobody0000" }, "k-nobody")).statusCode).toBe(404);
    expect(tables.picture()).toBe(before);
  });
});
