/** A mail as the local inbox shows it. */
export interface LocalMessage {
  id: string;
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: Record<string, string>;
  raw: string;
  at: string;
}

export interface LocalFault {
  service: "ses" | "dynamodb" | "sqs" | "sns" | "lambda" | "*";
  action?: string;
  mode:
    | "error"
    | "throttle"
    | "latency"
    | "timeout-after-accept"
    | "garbled-after-accept"
    | "crash-before"
    | "crash-after";
  count?: number;
  /** How many matching calls pass undisturbed before the first one that is. */
  skip?: number;
  caller?: string;
  delayMs?: number;
}

export interface LocalControl {
  now(): Promise<string>;
  /** Winds by an ISO 8601 duration ("P3D") or to an instant; says what ran on the way. */
  advance(duration: string): Promise<Record<string, number>>;
  windTo(instant: string): Promise<Record<string, number>>;
  /** Resolves once nothing is in flight. */
  settle(): Promise<void>;
  messages(to?: string, since?: string): Promise<LocalMessage[]>;
  serverKey(): Promise<string>;
  fault(fault: LocalFault): Promise<void>;
  clearFaults(): Promise<void>;
  mailEvent(id: string, type: string, detail?: object): Promise<void>;
  /** Any other request under `/_local`, answered as JSON. */
  local<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** The `/_local` endpoints as functions. */
export function localControl(url: string): LocalControl {
  const local = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}/_local${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_local${path} answered ${response.status}: ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as Answer;
  };
  const wind = async (body: object) => (await local<{ ran: Record<string, number> }>("POST", "/clock", body)).ran;
  return {
    local,
    now: async () => (await local<{ now: string }>("GET", "/clock")).now,
    advance: (duration) => wind({ advance: duration }),
    windTo: (instant) => wind({ to: instant }),
    settle: () => local("POST", "/settle"),
    async messages(to, since) {
      const query = new URLSearchParams({
        ...(to === undefined ? {} : { to }),
        ...(since === undefined ? {} : { since }),
      });
      return (await local<{ messages: LocalMessage[] }>("GET", `/messages?${query}`)).messages;
    },
    serverKey: async () => (await local<{ serverKey: string }>("GET", "/keys")).serverKey,
    fault: (fault) => local("POST", "/faults", fault),
    clearFaults: () => local("DELETE", "/faults"),
    mailEvent: (id, type, detail = {}) => local("POST", "/mail-events", { id, type, detail }),
  };
}
