/** The names of every setting a function may be given; infra grants a thing and hands over its setting in one act. */
export type SettingName =
  | "MAIN_TABLE"
  | "LEDGER_TABLE"
  | "REACTIONS_QUEUE_URL"
  | "TRANSACTIONAL_QUEUE_URL"
  | "MARKETING_QUEUE_URL"
  | "RECEIVES_BEFORE_DEAD"
  | "BASE_URL"
  | "SENDER_ADDRESS"
  | "TRANSACTIONAL_CONFIGURATION_SET"
  | "MARKETING_CONFIGURATION_SET"
  | "FIRST_ADMIN";

/** Reads one setting; a function that was not granted it fails closed and says which one is missing. */
export function setting(name: SettingName): string {
  const value = process.env[name];
  if (!value) throw new Error(`Setting ${name} is missing: grant this function what it names in infra/.`);
  return value;
}
