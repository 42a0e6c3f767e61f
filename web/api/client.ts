import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.d.ts";

export type ApiClient = Client<paths>;

/** The typed client of the whole API; on the same origin the session cookie goes along by itself. */
export function apiClient(baseUrl = ""): ApiClient {
  return createClient<paths>({ baseUrl, credentials: "same-origin" });
}
