import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import type { MailAddress } from "./mail-address.ts";
import type { MailEventType } from "./mail-event.ts";
import type { SuppressionReason } from "./suppression-list.ts";

export const SesSettings = z.strictObject({
  /** In the sandbox, recipients must be verified too. */
  sandbox: z.boolean(),
  sendingEnabled: z.boolean(),
  max24HourSend: z.number(),
  maxSendRate: z.number(),
  /** Refuse above the quota and the rate; off, so that a rehearsal is not slowed by a limit it does not study. */
  enforceLimits: z.boolean(),
});
export type SesSettings = z.infer<typeof SesSettings>;

const DEFAULT_SETTINGS: SesSettings = {
  sandbox: false,
  sendingEnabled: true,
  max24HourSend: 50_000,
  // Far above a new account's 14 a second: a laptop should not have to wait, the pace is studied where it is lowered.
  maxSendRate: 500,
  enforceLimits: false,
};

export interface EventDestination {
  name: string;
  enabled: boolean;
  topicArn: string;
  types: MailEventType[];
}

export interface ConfigurationSet {
  name: string;
  sendingEnabled: boolean;
  /** Overrides the account's; undefined where the account's applies. */
  suppressedReasons?: SuppressionReason[];
  destinations: EventDestination[];
}

/** What the account knows beside its mail: verified identities, configuration sets, quota and sandbox. */
export class SesAccount {
  readonly region: string;
  readonly accountId: string;
  readonly #database: DatabaseSync;
  readonly #identities = new Set<string>();
  readonly #configurationSets = new Map<string, ConfigurationSet>();

  constructor(database: DatabaseSync, region: string, accountId: string) {
    this.#database = database;
    this.region = region;
    this.accountId = accountId;
  }

  /** A domain or an address from which mail may be sent. */
  verify(identity: string): void {
    this.#identities.add(identity.toLowerCase());
  }

  identities(): string[] {
    return [...this.#identities].sort();
  }

  hasIdentity(identity: string): boolean {
    return this.#identities.has(identity.toLowerCase());
  }

  /** The identity that vouches for an address: the address itself, its domain, or a parent domain. */
  identityFor({ address, domain }: MailAddress): string | undefined {
    const labels = domain.split(".");
    const domains = labels.map((_, at) => labels.slice(at).join("."));
    return [address.toLowerCase(), ...domains].find((identity) => this.#identities.has(identity));
  }

  arnOf(kind: "identity" | "configuration-set" | "template", name: string): string {
    return `arn:aws:ses:${this.region}:${this.accountId}:${kind}/${name}`;
  }

  defineConfigurationSet(set: ConfigurationSet): void {
    this.#configurationSets.set(set.name, set);
  }

  configurationSet(name: string): ConfigurationSet | undefined {
    return this.#configurationSets.get(name);
  }

  /** The topics that want events of this type from mail sent with the configuration set. */
  topicsFor(configurationSet: string | null, type: MailEventType): string[] {
    const destinations = this.#configurationSets.get(configurationSet ?? "")?.destinations ?? [];
    return destinations.filter(({ enabled, types }) => enabled && types.includes(type)).map(({ topicArn }) => topicArn);
  }

  settings(): SesSettings {
    const row = this.#database.prepare("SELECT value FROM setting WHERE name = 'account'").get();
    return SesSettings.parse({ ...DEFAULT_SETTINGS, ...JSON.parse((row?.value as string | undefined) ?? "{}") });
  }

  /** Changes some settings of the account, for example `{ sandbox: true }`; they outlive a restart. */
  change(settings: Partial<SesSettings>): SesSettings {
    const changed = SesSettings.parse({ ...this.settings(), ...settings });
    this.#database
      .prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('account', ?)")
      .run(JSON.stringify(changed));
    return changed;
  }

  suppressedReasons(configurationSet: string | null): SuppressionReason[] {
    const own = this.#configurationSets.get(configurationSet ?? "")?.suppressedReasons;
    return own ?? ["BOUNCE", "COMPLAINT"];
  }
}
