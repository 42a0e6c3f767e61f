import { apiClient } from "../../api/client.ts";

/** The console talks to its own origin only. */
export const api = apiClient();
