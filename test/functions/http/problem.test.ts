import { describe, expect, it } from "vitest";
import { problem, REFUSAL_REASONS, refusalFor, statusFor } from "../../../functions/http/problem.ts";
import { Problem } from "../../../functions/http/routes/shared-schemas.ts";

describe("refusals", () => {
  it.each(REFUSAL_REASONS)("%s becomes a problem document with its own stable code", (reason) => {
    const answer = problem(reason);
    const body = Problem.parse(JSON.parse(answer.body ?? ""));
    expect(answer.headers?.["content-type"]).toBe("application/problem+json");
    expect(answer.statusCode).toBe(statusFor(reason));
    expect(body).toMatchObject({ code: reason, status: answer.statusCode, type: `urn:tastemaker:problem:${reason}` });
    expect(body.title).toMatch(/^[A-Z].*\.$/);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ["malformed-body", 400],
    ["not-signed-in", 401],
    ["not-allowed", 403],
    ["not-found", 404],
    ["insufficient-points", 409],
    ["idempotency-conflict", 409],
    ["expired-token", 410],
    ["body-too-large", 413],
    ["unsupported-content-type", 415],
    ["invalid-input", 422],
    ["too-many-requests", 429],
  ] as const)("%s answers %i", (reason, status) => {
    expect(statusFor(reason)).toBe(status);
  });

  it("name each wrong field", () => {
    const errors = [{ pointer: "/email", detail: "Send an email address." }];
    expect(JSON.parse(problem("invalid-input", { errors }).body ?? "").errors).toEqual(errors);
  });

  it("say when to come back, in whole seconds and never at once", () => {
    expect(problem("too-many-requests", { retryAfterSeconds: 0.2 }).headers?.["retry-after"]).toBe("1");
    expect(problem("too-many-requests", { retryAfterSeconds: 61.5 }).headers?.["retry-after"]).toBe("62");
    expect(problem("busy").headers?.["retry-after"]).toBeDefined();
    expect(problem("not-found").headers?.["retry-after"]).toBeUndefined();
  });

  it("ask for a key where one is missing", () => {
    expect(problem("invalid-key").headers?.["www-authenticate"]).toContain("Bearer");
  });

  it("that no one named are a conflict, whatever they are called", () => {
    expect(refusalFor("offer-full")).toBe("offer-full");
    expect(refusalFor("moved-meanwhile")).toBe("conflict");
    expect(refusalFor("__proto__")).toBe("conflict");
  });
});
