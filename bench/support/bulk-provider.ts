import { randomUUID } from "node:crypto";
import type { AwsRequest, AwsResponse, AwsService } from "../../local/aws-service.ts";

/** How the provider behaves: how long a call takes, and how many mails a second it takes (a bucket of one second's worth). */
export interface ProviderSettings {
  latencyMs: number;
  ratePerSecond: number;
}

/** What the provider has taken. */
export interface ProviderTold {
  calls: number;
  throttled: number;
  mails: number;
  /** Messages of which it took more than one copy. */
  doubled: number;
  /** Of this lap: mails, the instants (ms) of the first and the last accepted call, and the mails of the last one. */
  lapMails: number;
  firstMs: number;
  lastMs: number;
  lastMails: number;
}

interface Entry {
  ReplacementTags?: { Name: string; Value: string }[];
}

/** A provider that counts: only what a paced sender calls, without making the mails, so that it is never what is waited for. */
export class BulkProvider {
  #settings: ProviderSettings = { latencyMs: 0, ratePerSecond: 1e9 };
  #bucket = { mails: 1e9, atMs: performance.now() };
  readonly #copies = new Map<string, number>();
  #told = fresh();

  /** As an AWS service, without signatures or permissions. */
  service(): AwsService {
    return { handle: (request) => this.#handle(request) } as Pick<AwsService, "handle"> as AwsService;
  }

  behave(given: ProviderSettings): void {
    this.#settings = given;
    this.#bucket = { mails: given.ratePerSecond, atMs: performance.now() };
  }

  forget(): void {
    this.#copies.clear();
    this.#told = fresh();
  }

  /** Times anew; what has been taken is remembered. */
  lap(): void {
    this.#told = { ...this.#told, lapMails: 0, firstMs: 0, lastMs: 0, lastMails: 0 };
  }

  tell(): ProviderTold {
    return { ...this.#told, doubled: [...this.#copies.values()].filter((count) => count > 1).length };
  }

  async #handle(request: AwsRequest): Promise<AwsResponse> {
    if (request.path.endsWith("/account")) return json(accountOf(this.#settings));
    const { BulkEmailEntries } = JSON.parse(request.body.toString()) as { BulkEmailEntries: Entry[] };
    const answer = this.#sendBulk(BulkEmailEntries);
    const { latencyMs } = this.#settings;
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    return answer;
  }

  #sendBulk(entries: Entry[]): AwsResponse {
    if (!this.#take(entries.length)) {
      this.#told.throttled += 1;
      return refusal("TooManyRequestsException", "Maximum sending rate exceeded.");
    }
    this.#count(entries.length, performance.now());
    for (const { ReplacementTags = [] } of entries) {
      const id = ReplacementTags.find(({ Name }) => Name === "message")?.Value ?? "";
      this.#copies.set(id, (this.#copies.get(id) ?? 0) + 1);
    }
    const results = entries.map(() => ({ Status: "SUCCESS", MessageId: randomUUID() }));
    return json({ BulkEmailEntryResults: results });
  }

  #take(mails: number): boolean {
    const nowMs = performance.now();
    const { ratePerSecond } = this.#settings;
    const refilled = this.#bucket.mails + ((nowMs - this.#bucket.atMs) / 1000) * ratePerSecond;
    this.#bucket = { mails: Math.min(refilled, ratePerSecond), atMs: nowMs };
    if (this.#bucket.mails < mails) return false;
    this.#bucket.mails -= mails;
    return true;
  }

  #count(mails: number, nowMs: number): void {
    const { calls, mails: before, lapMails, firstMs } = this.#told;
    const taken = { calls: calls + 1, mails: before + mails, lapMails: lapMails + mails };
    this.#told = { ...this.#told, ...taken, firstMs: firstMs || nowMs, lastMs: nowMs, lastMails: mails };
  }
}

function fresh(): ProviderTold {
  return { calls: 0, throttled: 0, mails: 0, doubled: 0, lapMails: 0, firstMs: 0, lastMs: 0, lastMails: 0 };
}

function accountOf({ ratePerSecond }: ProviderSettings) {
  const SendQuota = { Max24HourSend: -1, MaxSendRate: ratePerSecond, SentLast24Hours: 0 };
  return { SendQuota, SendingEnabled: true, ProductionAccessEnabled: true };
}

function json(body: object): AwsResponse {
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

function refusal(type: string, message: string): AwsResponse {
  return {
    status: 429,
    headers: { "content-type": "application/json", "x-amzn-errortype": type },
    body: JSON.stringify({ message }),
  };
}
