import type { AwsRequest, AwsService } from "../../../local/aws-service.ts";
import { startAwsGateway } from "../../../local/gateway/aws-gateway.ts";
import { createCallCounts } from "../../../local/gateway/call-counts.ts";
import { createFaults } from "../../../local/gateway/faults.ts";

/** Is told of every call that writes: just before it is carried out, and just after, before anybody has the answer. */
export interface WriteObserver {
  before(call: string): void;
  after(call: string): void;
}

/** One address of the AWS services for products that follow one another in this thread. */
export interface AwsGate {
  url: string;
  inFlight(): number;
  /** From now on these services answer. */
  serve(services: AwsService[]): void;
  observe(observer: WriteObserver | undefined): void;
  close(): Promise<void>;
}

const SERVICES = ["dynamodb", "sqs", "sns", "ses"];
const WRITES = new Set([
  "PutItem",
  "UpdateItem",
  "TransactWriteItems",
  "BatchWriteItem",
  "SendMessageBatch",
  "SendEmail",
  "SendBulkEmail",
]);

/** Opens the gate. The rights of the roles are not checked here: one thread has one access key. */
export async function openAwsGate(): Promise<AwsGate> {
  let serving = new Map<string, AwsService>();
  let observer: WriteObserver | undefined;
  const behind = (name: string): AwsService => {
    const service = () => {
      const found = serving.get(name);
      if (!found) throw new Error(`No product runs that has the service ${name}.`);
      return found;
    };
    return {
      signingName: name,
      operation: (request) => service().operation(request),
      permissions: () => [],
      refuse: (type, detail) => service().refuse(type, detail),
      async handle(request) {
        const operation = service().operation(request);
        if (!observer || !WRITES.has(operation)) return service().handle(request);
        const call = described(operation, request);
        observer.before(call);
        const answer = await service().handle(request);
        observer?.after(call);
        return answer;
      },
    };
  };
  const gateway = await startAwsGateway({
    services: SERVICES.map(behind),
    authorize: () => undefined,
    faults: createFaults(),
    counts: createCallCounts(),
    crash: () => {
      throw new Error("No crash is ordered at this gate.");
    },
  });
  return {
    url: gateway.url,
    inFlight: gateway.inFlight,
    serve(services) {
      serving = new Map(services.map((service) => [service.signingName, service]));
    },
    observe(given) {
      observer = given;
    },
    close: gateway.close,
  };
}

/** A call in words: the operation and the kinds of row it writes. */
function described(operation: string, { body }: AwsRequest): string {
  const keys = [...body.toString().matchAll(/"sk":\{"S":"([a-z-]+)/g)].map(([, kind]) => kind);
  const queue = /"QueueUrl":"[^"]*-([A-Za-z]+)"/.exec(body.toString())?.[1];
  const about = queue ? [queue] : [...new Set(keys)];
  return [operation, ...about].join(" ");
}
