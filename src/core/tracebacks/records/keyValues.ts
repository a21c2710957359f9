import { levelName } from '../logPrefixes';
import type { MappedText } from '../lines/mappedText';
import { LiteralReader } from './literal';
import type { LogRecord } from './logRecord';

/** A key of a structured line, as structlog and logfmt print them, whose value is what a program caught. */
const ERROR_KEY = /(?<=\s)(?:err|error|error_message|exc|exc_value|exception|reason)=(?=["'])/;
const LEVEL =
  /(?:^|\s)(?:level|lvl|severity)=["']?(?<name>[A-Za-z]{4,8})\b|\[(?<bracketed>[a-z]{4,8}) {0,4}\]/;
/** UTF-16 units of a line in which its level and the key are looked for. */
const MAX_LENGTH = 4000;

/**
 * The quoted value of an error among the `key=value` pairs of a line, without its escapes: `error="(a.B) text\nmore"`.
 * Those that have a traceback are read as lines that were joined.
 */
export function keyValueRecord(line: MappedText): LogRecord | undefined {
  const head = line.text.slice(0, MAX_LENGTH);
  const match = ERROR_KEY.exec(head);
  if (match === null || line.text.includes('File ') || line.text.includes('Traceback (most'))
    return undefined;
  const start = match.index + match[0].length;
  const reader = new LiteralReader(line, start);
  const literal = reader.read();
  if (literal?.kind !== 'string' || !literal.isClosed || literal.value.text.trim() === '') return undefined;
  const { name, bracketed } = LEVEL.exec(head)?.groups ?? {};
  const level = levelName(name ?? bracketed ?? '');
  return {
    start,
    end: reader.at,
    texts: [literal.value],
    errors: [],
    ...(level === undefined ? {} : { level }),
  };
}
