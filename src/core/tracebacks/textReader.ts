import type { PartialError } from './errorCollector';
import { sourceText, sliceOf, type MappedText } from './lines/mappedText';
import { normaliseLine } from './lines/normaliseLine';
import { splitLine } from './lines/splitLine';
import { unwrapLines, wrapWidth } from './lines/unwrapLines';
import { readLines } from './outputLines';
import { OutputReader } from './outputReader';
import type { RaisedError } from './raisedError';
import type { LogRecord, RecordError } from './records/logRecord';
import { readRecords } from './records/recordLines';

/** Records in the texts of records. */
const MAX_NESTING = 4;

/** Reads a text and whatever is nested in it: records of a log, and tracebacks that were joined into one line. */
export class TextReader {
  readonly #reader = new OutputReader();
  readonly #reports = this.#reader.reports;

  /** Reads a text line by line; yields the number of UTF-16 units of each. */
  *read(text: string): Generator<number> {
    yield* this.#readText(sourceText(text), 0);
    this.#reports.end();
  }

  /** The errors that were read, most relevant first. */
  get errors(): readonly RaisedError[] {
    return this.#reports.errors.sorted();
  }

  /** @param level Of the record that the text is from: that of its first line. */
  *#readText(source: MappedText, nesting: number, level?: string): Generator<number> {
    let isFirst = true;
    for (const { line, record } of readRecords(linesOf(source))) {
      if (line.text === '') this.#reader.read(line);
      else if (record === undefined || nesting >= MAX_NESTING)
        this.#readLine(line, isFirst ? level : undefined);
      else yield* this.#readRecordLine(line, record, nesting);
      isFirst = false;
      yield line.text.length;
    }
  }

  #readLine(line: MappedText, level: string | undefined): void {
    const joined = splitLine(line);
    if (joined === undefined) {
      this.#reader.read(line, level);
      return;
    }
    const [first, ...others] = joined.lines;
    if (first === undefined) return;
    const isQuoted = joined.isQuoted && this.#reader.isException(first.text);
    this.#reader.read(first, level);
    const endQuotation = isQuoted ? this.#reports.beginQuotation() : undefined;
    for (const other of others) this.#reader.read(other);
    endQuotation?.();
  }

  *#readRecordLine(line: MappedText, record: LogRecord, nesting: number): Generator<number> {
    if (!this.#reader.isException(line.text)) {
      yield* this.#readRecord(record, nesting);
      return;
    }
    this.#reader.read(line);
    const { last } = this.#reports.errors;
    if (record.invalid !== undefined) {
      if (last !== undefined) last.codes = record.invalid.codes;
    } else {
      const endQuotation = this.#reports.beginQuotation();
      yield* this.#readRecord(record, nesting);
      endQuotation();
    }
  }

  *#readRecord(record: LogRecord, nesting: number): Generator<number> {
    const { log, reports, errors, level, invalid, detail } = record;
    const { added } = this.#reports;
    if (log !== undefined) yield* this.#readText(log, nesting + 1);
    for (const text of reports) yield* this.#readText(text, nesting + 1);
    for (const error of errors) yield* this.#addError(error, nesting);
    // What names no exception is an error by its level.
    const [message = log] = reports;
    if (message !== undefined && this.#reports.added === added) this.#reader.readLog(message, level);
    if (invalid !== undefined) {
      const { message, details, codes, source } = invalid;
      this.#reports.end();
      const error = this.#reports.addText(message, spanOf(source), 0, 'raised');
      error.details.splice(0, error.details.length, ...details);
      error.codes = codes;
      this.#reports.message.end();
    }
    if (detail !== undefined) yield* this.#readText(detail, nesting + 1, 'ERROR');
  }

  /** Adds an error of a record: as its printed traceback tells, or by its class and message where that is cut. */
  *#addError({ type, message, source, frames, stack }: RecordError, nesting: number): Generator<number> {
    this.#reports.end();
    for (const text of stack) yield* this.#readText(text, nesting + 1);
    const details = message.split('\n');
    const error: Pick<PartialError, 'type' | 'message' | 'depth' | 'span'> = {
      type,
      message: details[0] ?? '',
      depth: 0,
      span: spanOf(source),
    };
    this.#reports.add(error, { details, ...(frames.length === 0 ? {} : { frames }) });
  }
}

/** The lines of a text as they were printed, before it was copied or wrapped. */
function linesOf(source: MappedText): Iterable<MappedText> {
  const width = wrapWidth(source.text);
  const lines = normalisedLines(source);
  return width === undefined ? lines : unwrapLines(lines, width);
}

function* normalisedLines(source: MappedText): Generator<MappedText> {
  for (const line of readLines(source)) yield normaliseLine(line);
}

function spanOf(text: MappedText) {
  const first = text.text.indexOf('\n');
  const line = first === -1 ? text : sliceOf(text, 0, first);
  const start = line.offsetOf(0);
  return { start, end: Math.max(start, line.endOf(line.text.length)) };
}
