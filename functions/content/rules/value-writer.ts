import { formatDate, formatMoney, formatNumber, formatPlural, lastMomentBefore } from "./format-values.ts";
import type { Operand, Print } from "./program.ts";
import type { FilledValues, Line, Writer } from "./writer.ts";

type ReadOperand = (operand: Operand) => (values: FilledValues, line?: Line) => unknown;

/** Writes one value, in the format that is asked for. An absent value is the empty text, whatever would format it. */
export function valueWriter(step: Print, readerOf: ReadOperand): Writer {
  const read = readerOf(step.value);
  switch (step.do) {
    case "print":
      return (values, _reader, line) => String(read(values, line));
    case "default":
      return (values, _reader, line) => String(read(values, line) || step.instead);
    case "number":
      return ifThere(read, (value) => formatNumber(Number(value)));
    case "plural":
      return ifThere(read, (value, _values, { locale }) => formatPlural(Number(value), step.forms, locale));
    case "date":
      return ifThere(read, (value, _values, { locale, zone }) =>
        formatDate(step.until ? lastMomentBefore(String(value)) : String(value), step.style, locale, zone),
      );
    case "money":
      return moneyWriter(read, readerOf(step.currency));
  }
}

type Read = ReturnType<ReadOperand>;

function ifThere(read: Read, format: (value: unknown, ...rest: Parameters<Writer>) => string): Writer {
  return (values, reader, line) => {
    const value = read(values, line);
    return value === "" ? "" : format(value, values, reader, line);
  };
}

function moneyWriter(read: Read, readCurrency: Read): Writer {
  return ifThere(read, (value, values, { locale }, line) => {
    const currency = String(readCurrency(values, line));
    return currency ? formatMoney(Number(value), currency, locale) : "";
  });
}
