import { joinTexts, sliceOf, type MappedText } from '../lines/mappedText';
import { stripLogPrefixes } from '../logPrefixes';
import { recordIn, type LogRecord } from './logRecord';
import { pairsIn } from './pairs';

/** Lines of one record, and its UTF-16 units. */
const MAX_LINES = 600;
const MAX_LENGTH = 1 << 16;

const MAX_TRAILING_BLANKS = 20;
const OPEN_END = /[[{,]\s*$/;
/** A line that opens a record which ends on a later one: a bracket, or a bracket with its first key. */
const OPENING = /^(?:[[{]\s*|\{\s*["'].*[,{[]\s*)$/;

/** A line, with the record that it holds. */
export interface RecordLine {
  readonly line: MappedText;
  readonly record?: LogRecord;
}

/** Finds the records in lines; those that are printed over several lines become one. */
export function* readRecords(lines: Iterable<MappedText>): Generator<RecordLine> {
  let open: OpenRecord | undefined;
  for (const line of lines) {
    if (open === undefined) {
      open = OpenRecord.begin(line);
      if (open === undefined) yield withRecord(line);
      continue;
    }
    open.add(line);
    if (open.state === 'open') continue;
    yield* open.result();
    open = undefined;
  }
  if (open !== undefined) yield* open.result();
}

function withRecord(line: MappedText): RecordLine {
  const record = recordIn(line) ?? pairsIn(line);
  if (record === undefined) return { line };
  const { text, level } = stripLogPrefixes(line.text.slice(0, record.start));
  // A log line may end with values of its own.
  if (!record.isReport && text.trim() !== '') return { line };
  return { line, record: level === undefined ? record : { level, ...record } };
}

class OpenRecord {
  readonly #lines: MappedText[] = [];
  readonly #contents: MappedText[] = [];
  #length = 0;
  #depth = 0;
  state: 'open' | 'closed' | 'none' = 'open';

  static begin(line: MappedText): OpenRecord | undefined {
    if (!OPEN_END.test(line.text.slice(-MAX_TRAILING_BLANKS))) return undefined;
    const { text } = stripLogPrefixes(line.text);
    const opening = /[[{][^{}[\]]{0,200}[[{,]?$/.exec(text.trimEnd());
    const content = opening === null ? text : text.slice(opening.index);
    if (!OPENING.test(content)) return undefined;
    const record = new OpenRecord(line.text.length - content.length);
    record.add(line, true);
    return record.state === 'open' ? record : undefined;
  }

  /** @param column Where the first line's record starts: the later ones have the same prefix. */
  private constructor(private readonly column: number) {}

  add(line: MappedText, isFirst = false): void {
    this.#lines.push(line);
    const column = isFirst ? this.column : stripLogPrefixes(line.text).column;
    const content = sliceOf(line, Math.min(column, line.text.length));
    this.#contents.push(content);
    this.#length += line.text.length;
    this.#scan(content.text);
    const isTooLong = this.#lines.length >= MAX_LINES || this.#length > MAX_LENGTH;
    if (this.state === 'open' && isTooLong) this.state = 'closed';
    if (this.state === 'open' && !isFirst && !isPart(content.text)) this.state = 'none';
  }

  /** The record as one line, or the lines that turned out to be none. */
  result(): readonly RecordLine[] {
    const [first] = this.#lines;
    if (this.state !== 'none' && first !== undefined) {
      const before = sliceOf(first, 0, this.column);
      const joined = withRecord(joinTexts([before, joinTexts(this.#contents, '\n')], ''));
      if (joined.record !== undefined) return [joined];
    }
    return this.#lines.map(withRecord);
  }

  #scan(text: string): void {
    // Strings end on their line.
    for (const { 0: part } of text.matchAll(/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[[\]{}]/g)) {
      if (part === '{' || part === '[') this.#depth += 1;
      else if (part === '}' || part === ']') this.#depth -= 1;
      if (this.#depth === 0) this.state = 'closed';
    }
  }
}

/** Whether a line may be part of a pretty-printed record: a key, a value or brackets. */
function isPart(text: string): boolean {
  return /^\s*(?:["'[{}\]-]|\d|true\b|false\b|null\b|None\b|True\b|False\b|$)/.test(text);
}
