import type { HttpEvent } from "../platform/http-handler.ts";

const MOST = 200;
const USUAL = 50;

/** Which page of a list is asked for: `limit` of 1 to 200, and the `next` of the page before. */
export function pageOf({ queryStringParameters }: HttpEvent): { limit: number; next?: string } {
  const asked = Number(queryStringParameters?.limit ?? USUAL);
  const limit = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST) : USUAL;
  const next = queryStringParameters?.next;
  return { limit, ...(next ? { next } : {}) };
}
