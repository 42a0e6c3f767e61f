import { describe, expect, it } from "vitest";
import { evaluate } from "../../../local/iam/evaluate.ts";
import type { Statement } from "../../../local/resources/iam-role.ts";

const TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/Main";
const PUT = { action: "dynamodb:PutItem", resource: TABLE };

function allow(Action: string[], Resource: string[], Condition?: Statement["Condition"]): Statement {
  return { Effect: "Allow", Action, Resource, ...(Condition ? { Condition } : {}) };
}

describe("what a role allows", () => {
  it("is nothing without a statement that allows it", () => {
    expect(evaluate([], PUT)).toBe("not-allowed");
    expect(evaluate([allow(["dynamodb:GetItem"], [TABLE])], PUT)).toBe("not-allowed");
  });

  it("is exactly the named action on the named resource", () => {
    const role = [allow(["dynamodb:PutItem"], [TABLE])];
    expect(evaluate(role, PUT)).toBe("allowed");
    expect(evaluate(role, { ...PUT, resource: `${TABLE}2` })).toBe("not-allowed");
    expect(evaluate(role, { ...PUT, resource: `${TABLE}/index/due` })).toBe("not-allowed");
  });

  it("knows an index as a resource of its own", () => {
    const query = { action: "dynamodb:Query", resource: `${TABLE}/index/due` };
    expect(evaluate([allow(["dynamodb:Query"], [`${TABLE}/index/due`])], query)).toBe("allowed");
    expect(evaluate([allow(["dynamodb:Query"], [`${TABLE}/index/*`])], query)).toBe("allowed");
    expect(evaluate([allow(["dynamodb:Query"], [TABLE])], query)).toBe("not-allowed");
  });

  it("reads wildcards in actions and resources, actions without regard to case", () => {
    expect(evaluate([allow(["dynamodb:*Item"], ["*"])], PUT)).toBe("allowed");
    expect(evaluate([allow(["DynamoDB:putitem"], ["*"])], PUT)).toBe("allowed");
    expect(evaluate([allow(["dynamodb:Put????"], ["arn:aws:dynamodb:*:*:table/M*"])], PUT)).toBe("allowed");
    expect(evaluate([allow(["dynamodb:Put?"], ["*"])], PUT)).toBe("not-allowed");
  });

  it("does not let a wildcard reach over the colons of an ARN", () => {
    expect(evaluate([allow(["dynamodb:PutItem"], ["arn:aws:*:table/Main"])], PUT)).toBe("not-allowed");
  });

  it("is taken back by an explicit deny, wherever that stands", () => {
    const deny: Statement = { Effect: "Deny", Action: ["dynamodb:Put*"], Resource: [TABLE] };
    expect(evaluate([deny, allow(["*"], ["*"])], PUT)).toBe("denied-explicitly");
    expect(evaluate([allow(["*"], ["*"]), deny], PUT)).toBe("denied-explicitly");
  });

  it("does not suffer from a deny whose condition does not hold", () => {
    const insecure: Statement = {
      Effect: "Deny",
      Action: ["*"],
      Resource: ["*"],
      Condition: { Bool: { "aws:SecureTransport": ["false"] } },
    };
    expect(evaluate([allow(["*"], ["*"]), insecure], PUT)).toBe("allowed");
  });
});

describe("conditions", () => {
  const withKeys = (keys: string[]) => ({ ...PUT, context: { "dynamodb:LeadingKeys": keys } });
  const leading = (operator: string) => [allow(["*"], ["*"], { [operator]: { "dynamodb:LeadingKeys": ["con_*"] } })];

  it("hold for all values only if every one of them fits", () => {
    expect(evaluate(leading("ForAllValues:StringLike"), withKeys(["con_1", "con_2"]))).toBe("allowed");
    expect(evaluate(leading("ForAllValues:StringLike"), withKeys(["con_1", "adr#a"]))).toBe("not-allowed");
  });

  it("hold for any value if one of them fits", () => {
    expect(evaluate(leading("ForAnyValue:StringLike"), withKeys(["adr#a", "con_2"]))).toBe("allowed");
  });

  it("compare exactly with StringEquals and fail where the call lacks the key", () => {
    const role = [allow(["*"], ["*"], { StringEquals: { "ses:FromAddress": ["hello@x.example"] } })];
    expect(evaluate(role, { ...PUT, context: { "ses:FromAddress": ["hello@x.example"] } })).toBe("allowed");
    expect(evaluate(role, { ...PUT, context: { "SES:fromaddress": ["hello@x.example"] } })).toBe("allowed");
    expect(evaluate(role, { ...PUT, context: { "ses:FromAddress": ["evil@x.example"] } })).toBe("not-allowed");
    expect(evaluate(role, PUT)).toBe("not-allowed");
  });

  it("turn round with the Not operators and let a missing key pass with IfExists", () => {
    const not = [allow(["*"], ["*"], { StringNotEquals: { "ses:FromAddress": ["a"] } })];
    expect(evaluate(not, { ...PUT, context: { "ses:FromAddress": ["b"] } })).toBe("allowed");
    expect(evaluate(not, { ...PUT, context: { "ses:FromAddress": ["a"] } })).toBe("not-allowed");
    const ifExists = [allow(["*"], ["*"], { StringEqualsIfExists: { "ses:FromAddress": ["a"] } })];
    expect(evaluate(ifExists, PUT)).toBe("allowed");
  });

  it("with an unknown operator are never guessed", () => {
    const role = [allow(["*"], ["*"], { DateGreaterThan: { "aws:CurrentTime": ["2026-01-01T00:00:00Z"] } })];
    expect(() => evaluate(role, PUT)).toThrow(/DateGreaterThan/);
  });
});
