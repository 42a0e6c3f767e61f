import { createDynamoDbService } from "../../../local/dynamodb/service.ts";
import { serveAwsService } from "../../support/serve-aws-service.ts";
import { openMain } from "./main-engine.ts";

// Runs as a process of its own, to be killed: serves the tables in the given file and says where.
const { engine } = openMain(process.argv[2]);
const { endpoint } = await serveAwsService(createDynamoDbService(engine));
process.stdout.write(`${endpoint}\n`);
