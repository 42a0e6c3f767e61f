import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadAssembly } from "../../../local/assembly/load-assembly.ts";
import { knownKinds } from "../../../local/resources/known-kinds.ts";
import { lambdaFunction } from "../../../local/resources/lambda-function.ts";
import { sqsQueue } from "../../../local/resources/sqs-queue.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Templates = Record<string, object>;

function load(templates: Templates, artifacts: Record<string, object> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "assembly-"));
  folders.push(folder);
  const stacks = Object.entries(templates).map(([name, template]) => {
    writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(template));
    return [name, { type: "aws:cloudformation:stack", properties: { templateFile: `${name}.template.json` } }];
  });
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({ artifacts: { ...Object.fromEntries(stacks), ...artifacts } }),
  );
  return loadAssembly(folder, { kinds: knownKinds, parameters: { BaseUrl: "http://127.0.0.1:3000" } });
}

const queue = (Properties: object = {}, more: object = {}) => ({ Type: "AWS::SQS::Queue", Properties, ...more });
const queuesOf = (templates: Templates) => load(templates).of(sqsQueue);

function functionWith(variables: Record<string, unknown>) {
  return {
    Type: "AWS::Lambda::Function",
    Properties: {
      Handler: "index.handler",
      Runtime: "nodejs24.x",
      Role: "arn:role",
      Code: { S3Bucket: "assets", S3Key: "abc.zip" },
      Environment: { Variables: variables },
    },
  };
}

const variablesOf = (variables: Record<string, unknown>, template: object = {}, others: Templates = {}) =>
  load({ Engine: { ...template, Resources: { Work: queue(), Try: functionWith(variables) } }, ...others }).of(
    lambdaFunction,
  )[0]?.properties.Environment?.Variables;

/** A placeholder of Fn::Sub. */
const hole = (name: string) => `\${${name}}`;

describe("loading an assembly", () => {
  it("resolves references, attributes, joins and the rest to plain values", () => {
    const variables = variablesOf(
      {
        URL: { Ref: "Work" },
        ARN: { "Fn::GetAtt": ["Work", "Arn"] },
        JOINED: { "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, ":", { Ref: "AWS::Region" }]] },
        SUB: { "Fn::Sub": `${hole("Work.QueueName")} in ${hole("AWS::AccountId")}, not ${hole("!this")}` },
        SUB_OWN: { "Fn::Sub": [`${hole("Mine")}!`, { Mine: { Ref: "BaseUrl" } }] },
        THIRD: { "Fn::Select": [2, { "Fn::Split": ["/", { Ref: "BaseUrl" }] }] },
        MAPPED: { "Fn::FindInMap": ["Names", "eu", "one"] },
        CHOSEN: { "Fn::If": ["IsSmall", "small", "large"] },
      },
      {
        Parameters: { BaseUrl: { Type: "String", Default: "https://default.example" } },
        Mappings: { Names: { eu: { one: "mapped" } } },
        Conditions: { IsSmall: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "AWS::Region" }, "us-east-1"] }] } },
      },
    );
    expect(variables).toEqual({
      URL: "https://sqs.eu-central-1.amazonaws.com/000000000000/Engine-Work",
      ARN: "arn:aws:sqs:eu-central-1:000000000000:Engine-Work",
      JOINED: "arn:aws:eu-central-1",
      SUB: `Engine-Work in 000000000000, not ${hole("this")}`,
      SUB_OWN: "http://127.0.0.1:3000!",
      THIRD: "127.0.0.1:3000",
      MAPPED: "mapped",
      CHOSEN: "small",
    });
  });

  it("imports what another stack exports", () => {
    const other = {
      Resources: { Far: queue({ QueueName: "far" }) },
      Outputs: { Out: { Value: { "Fn::GetAtt": ["Far", "Arn"] }, Export: { Name: "Data:Far" } } },
    };
    const variables = variablesOf({ FAR: { "Fn::ImportValue": "Data:Far" } }, {}, { Data: other });
    expect(variables).toEqual({ FAR: "arn:aws:sqs:eu-central-1:000000000000:far" });
    expect(() => variablesOf({ FAR: { "Fn::ImportValue": "Data:None" } })).toThrow(/imports Data:None, which no stack/);
  });

  it("leaves out what a condition or AWS::NoValue takes away", () => {
    const [only, ...rest] = queuesOf({
      Engine: {
        Conditions: { Never: { "Fn::Equals": ["a", "b"] } },
        Resources: {
          A: queue({ DelaySeconds: { "Fn::If": ["Never", 5, { Ref: "AWS::NoValue" }] } }),
          B: queue({}, { Condition: "Never" }),
        },
      },
    });
    expect(rest).toEqual([]);
    expect(only?.properties).toEqual({});
  });

  it("names stack, logical id and type of a resource that it does not know", () => {
    const stack = { Resources: { Thing: { Type: "AWS::Kinesis::Stream" } } };
    expect(() => load({ Engine: stack })).toThrow(/^Engine Thing \(AWS::Kinesis::Stream\): .*does not know this type/);
  });

  it("names the property that it does not know, nested ones too", () => {
    expect(() => queuesOf({ Engine: { Resources: { Q: queue({ FifoQueue: true }) } } })).toThrow(
      /Engine Q \(AWS::SQS::Queue\).*\n.*"FifoQueue"/,
    );
    const nested = queue({ RedrivePolicy: { deadLetterTargetArn: "a", maxReceiveCount: 3, sometimes: 1 } });
    expect(() => queuesOf({ Engine: { Resources: { Q: nested } } })).toThrow(/"sometimes"[\s\S]*RedrivePolicy/);
  });

  it("names functions, attributes, parameters and artifacts that it does not know", () => {
    expect(() => variablesOf({ A: { "Fn::Cidr": ["10.0.0.0/8", 1] } })).toThrow(/does not know Fn::Cidr/);
    expect(() => variablesOf({ A: { "Fn::GetAtt": ["Work", "Colour"] } })).toThrow(/Work \(AWS::SQS::Queue\).*Colour/);
    expect(() => variablesOf({ A: { Ref: "Nothing" } })).toThrow(/Nothing: nothing has this logical id/);
    expect(() => variablesOf({ A: { Ref: "P" } }, { Parameters: { P: { Type: "String" } } })).toThrow(
      /parameter P has no default/,
    );
    expect(() => load({}, { X: { type: "cdk:cloud-assembly" } })).toThrow(/cdk:cloud-assembly/);
  });

  it("says what to run when there is no assembly", () => {
    expect(() => loadAssembly("/nowhere", { kinds: [], parameters: {} })).toThrow(/npm run synth/);
  });
});
