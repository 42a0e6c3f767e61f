import { stateAt, stateOf } from "../../support/product-state.ts";
import { type Local, type StartLocalOptions, startLocal } from "../../support/start-local.ts";
import type { Reach } from "./reach.ts";

/** The whole product as `npm start` runs it, reached over HTTP as everybody reaches it. */
export interface StartedProduct extends Reach {
  local: Local;
}

/** Starts it, by itself or in this process. */
export async function startProduct(options: StartLocalOptions): Promise<StartedProduct> {
  const local = await startLocal(options);
  const key = await local.serverKey();
  return {
    local,
    url: local.url,
    serverKey: () => key,
    async post(path, body, headers = {}) {
      const answer = await fetch(local.url + path, { method: "POST", body, headers, redirect: "manual" });
      const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
      return { status: answer.status, text: await answer.text(), cookies: cookies.join("; ") };
    },
    state: () => (local.runtime ? stateOf(local.runtime) : stateAt(local.url)),
    now: local.now,
    windTo: async (instant) => void (await local.windTo(instant)),
    settle: local.settle,
  };
}
