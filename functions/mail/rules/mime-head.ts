import { encodedWords } from "../../platform/encoded-words.ts";

/** Whom a message is from and for. */
export interface MimeHead {
  fromName: string;
  from: string;
  to: string;
  headers: Readonly<Record<string, string>>;
}

/** An address as it may stand between angle brackets: nothing in it can end it, or the line. */
const ADDRESS = /^[!-~]+@[!-~]+$/;
const NOT_IN_ADDRESS = /[<>()[\],;:\\"]/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
/** RFC 5322 section 2.1.1: no line is longer. */
const LONGEST_LINE = 998;

/** The head of a message, its last line open for more. What could become another header is refused or encoded. */
export function mimeHead({ fromName, from, to, headers }: MimeHead, subject: string): string {
  const others = Object.entries(headers).map(([name, value]) => headerLine(name, value));
  const people = `From: ${encodedName(fromName)} ${bracketed(from)}\r\nTo: ${bracketed(to)}\r\n`;
  return `${people}Subject: ${headerText(subject)}\r\n${others.join("")}MIME-Version: 1.0\r\n`;
}

let lastName = { name: "", words: encodedWords("") };

/** A sender writes thousands of mails under one name. */
function encodedName(name: string): string {
  if (lastName.name !== name) lastName = { name, words: encodedWords(name) };
  return lastName.words;
}

function headerLine(name: string, value: string): string {
  const line = `${name}: ${value}`;
  if (!HEADER_NAME.test(name) || !/^[ -~]*$/.test(value) || line.length > LONGEST_LINE) {
    throw new Error(`The header ${JSON.stringify(name)} cannot be part of a message.`);
  }
  return `${line}\r\n`;
}

function bracketed(address: string): string {
  if (!ADDRESS.test(address) || NOT_IN_ADDRESS.test(address)) {
    throw new Error("An address that cannot stand in a header was to be written to.");
  }
  return `<${address}>`;
}

/** Plain words as they are, anything else as encoded words, which hold no line break. */
function headerText(text: string): string {
  return /^[ -<>-~]{0,60}$/.test(text) ? text : encodedWords(text).replaceAll(" ", "\r\n ");
}
