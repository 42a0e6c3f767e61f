import {
  AlreadyExistsException,
  CreateEmailTemplateCommand,
  SESv2Client,
  TestRenderEmailTemplateCommand,
} from "@aws-sdk/client-sesv2";
import { NodeHttpHandler } from "@smithy/node-http-handler";

/** A mail as SES is to keep it. */
export interface TemplateToKeep {
  name: string;
  subject: string;
  html: string;
  text: string;
}

// Either call may be repeated without harm: a name stands for one content, and a trial changes nothing.
const ses = new SESv2Client({
  maxAttempts: 3,
  requestHandler: new NodeHttpHandler({ connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true }),
});

/** SES takes one of these calls a second from an account. */
const PAUSE_MS = 1100;
const MOST_PAUSES = 8;

/** Has SES keep a template under its name; one that is there already is the same. */
export async function keepTemplate({ name, subject, html, text }: TemplateToKeep): Promise<void> {
  const TemplateContent = { Subject: subject, Html: html, Text: text };
  try {
    await patiently(() => ses.send(new CreateEmailTemplateCommand({ TemplateName: name, TemplateContent })));
  } catch (error) {
    if (!(error instanceof AlreadyExistsException)) throw saying(`SES does not keep the template ${name}`, error);
  }
}

/** The MIME message that SES would send for a kept template and its data. */
export async function tryTemplate(name: string, data: string): Promise<string> {
  try {
    const trial = new TestRenderEmailTemplateCommand({ TemplateName: name, TemplateData: data });
    return (await patiently(() => ses.send(trial))).RenderedTemplate ?? "";
  } catch (error) {
    throw saying(`SES does not fill the template ${name}`, error);
  }
}

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let pauses = 0; ; pauses++) {
    try {
      return await call();
    } catch (error) {
      if (!isThrottled(error) || pauses === MOST_PAUSES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

function isThrottled(error: unknown): boolean {
  return error instanceof Error && /^(TooManyRequests|Throttling)Exception$/.test(error.name);
}

function saying(what: string, cause: unknown): Error {
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
  return new Error(`${what}: ${name}: ${message}`, { cause });
}
