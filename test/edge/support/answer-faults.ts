import type { HttpResponse } from "../../../functions/platform/http-handler.ts";
import { MARKUP } from "./hostile-values.ts";

/** What is wrong with an answer that must hold of every one, whatever was asked; empty when it is as it should be. */
export function answerFaults(answer: HttpResponse): string[] {
  const { statusCode = 0, body = "", headers = {}, cookies = [] } = answer;
  // What no route matches is answered by the gateway itself.
  if (statusCode === 404 && body === "") return [];
  const page = String(headers["content-type"] ?? "").startsWith("text/html");
  const faults: [boolean, string][] = [
    [statusCode < 200 || statusCode >= 500, `has status ${statusCode}`],
    [headers["cache-control"] !== "no-store", "may be kept by a cache"],
    [headers["x-content-type-options"] !== "nosniff", "may be taken for another content type"],
    [Object.values(headers).some((value) => /[\r\n\0]/.test(String(value))), "has a header that was split"],
    [headers.location !== undefined && !/^\/(?![/\\])[\x21-\x7e]*$/.test(String(headers.location)), "leads away"],
    [cookies.some((cookie) => !COOKIE.test(cookie)), "sets a cookie that is none of ours"],
    ...(page ? pageFaults(body) : []),
    ...(!page && statusCode >= 400 ? problemFaults(answer) : []),
  ];
  return faults.filter(([isSo]) => isSo).map(([, fault]) => fault);
}

const COOKIE = /^__Host-(ref|session)=[\w.~-]*; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Lax$/;

function pageFaults(body: string): [boolean, string][] {
  return [
    [!body.startsWith("<!DOCTYPE html>"), "is not a whole page"],
    [MARKUP.some((markup) => body.includes(markup)), "shows markup as markup"],
    [/(?:href|src|action)="(?:\/\/|\/\\|https?:\/\/evil|javascript:)/i.test(body), "links to somebody else's site"],
  ];
}

/** RFC 9457, with the stable code that callers decide by, and short: asking badly must not make us send much. */
function problemFaults({ statusCode, headers = {}, body = "" }: HttpResponse): [boolean, string][] {
  const said = readProblem(body);
  return [
    [headers["content-type"] !== "application/problem+json", `refuses with ${statusCode} without a problem document`],
    [said.status !== statusCode || !/^[a-z-]+$/.test(String(said.code)) || !said.title, "is a poor problem document"],
    [/"detail":"Invalid input"/.test(body), "does not say what is wrong with a field"],
    [body.length > 32_000, "is a very long problem document"],
  ];
}

function readProblem(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}
