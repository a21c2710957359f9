import { sliceOf, type MappedText } from '../lines/mappedText';
import { LiteralReader, type Literal } from './literal';
import { recordOf, type LogRecord } from './logRecord';

/** Pairs that are read of one line. */
const MAX_PAIRS = 60;
/** `error="…"`, as structlog's console and logfmt print what happened. */
const ERROR_PAIR =
  /(?:^|\s)(?:[\w.]{0,40}[._])?(?:err|error|exc|exception|stack|traceback)(?:[._](?:message|msg|value|info|stack|stack_?trace|traceback))?=["']/;
const PAIR = /(?<=^|\s)(?<key>[A-Za-z_][\w.]{0,80})=(?=\S)/g;

/** The record that a line holds as pairs of a key and a value, if one of them is a quoted error. */
export function pairsIn(line: MappedText): LogRecord | undefined {
  const { text } = line;
  if (!text.includes('=') || !ERROR_PAIR.test(text)) return undefined;
  const entries: (readonly [string, Literal])[] = [];
  let start: number | undefined;
  let end = 0;
  for (const { 0: match, index, groups } of text.matchAll(PAIR)) {
    // What looks like a pair may be inside a quoted value.
    if (index < end) continue;
    const reader = new LiteralReader(line, index + match.length);
    const isQuoted = /["']/.test(text.charAt(reader.at));
    const value = isQuoted ? reader.read() : bareValue(line, reader.at);
    if (value === undefined) break;
    start ??= index;
    end = isQuoted ? reader.at : index + match.length + 1;
    entries.push([groups?.['key'] ?? '', value]);
    if (entries.length === MAX_PAIRS) break;
  }
  return start === undefined ? undefined : recordOf({ kind: 'map', entries }, start, text.length);
}

function bareValue(line: MappedText, start: number): Literal {
  const length = line.text.slice(start, start + 200).search(/\s|$/);
  return { kind: 'string', value: sliceOf(line, start, start + length), isClosed: true };
}
