import type { SettingName } from "../../functions/platform/settings.ts";
import type { DataStack } from "../data/data-stack.ts";
import type { Deployment } from "../deployment.ts";
import type { MailStack } from "../mail/mail-stack.ts";
import { receivesBeforeDead } from "../parts/limits.ts";
import type { WorkQueues } from "./work-queues.ts";

/** What the settings' values come from. */
export interface SettingSources {
  deployment: Deployment;
  data: DataStack;
  mail: MailStack;
  queues: WorkQueues;
  baseUrl: string;
}

/** A value for every setting there is: one that is added to the functions and not here does not compile. */
export function settingsFrom({ deployment, data, mail, queues, baseUrl }: SettingSources): Record<SettingName, string> {
  return {
    MAIN_TABLE: data.main.tableName,
    LEDGER_TABLE: data.ledger.tableName,
    REACTIONS_QUEUE_URL: queues.reactions.queueUrl,
    TRANSACTIONAL_QUEUE_URL: queues.transactional.queueUrl,
    MARKETING_QUEUE_URL: queues.marketing.queueUrl,
    RECEIVES_BEFORE_DEAD: String(receivesBeforeDead),
    BASE_URL: baseUrl,
    SENDER_ADDRESS: deployment.senderAddress,
    TRANSACTIONAL_CONFIGURATION_SET: mail.transactional.configurationSetName,
    MARKETING_CONFIGURATION_SET: mail.marketing.configurationSetName,
    FIRST_ADMIN: deployment.firstAdmin,
  };
}
