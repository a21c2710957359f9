import { ErrorCollector } from './errorBuilder';
import type { OutputLine } from './outputLines';
import type { RaisedError } from './raisedError';
import { withoutPrefixes } from './logPrefixes';
import { isDiagnostic } from './linePatterns';

/** What is longer than this many lines and names no exception is no message that someone selected. */
const LONGEST_BARE = 6;
const LONGEST_MESSAGE = 4000;

/** A short text without any exception's name, as somebody selects it: its first line is a message. */
export function bareMessage(lines: readonly OutputLine[]): readonly RaisedError[] {
  const said = lines
    .slice(0, LONGEST_BARE * 4)
    .map((line) => ({ line, ...withoutPrefixes(line.text) }))
    .filter(({ text }) => text.trim() !== '');
  const [first] = said;
  if (first === undefined || lines.length > LONGEST_BARE * 4 || said.length > LONGEST_BARE) return [];
  const texts = said.map(({ text }) => text.trim());
  const isLong = texts.join('\n').length > LONGEST_MESSAGE;
  if (isLong || (first.level !== undefined && first.level !== 'ERROR') || isDiagnostic(first.text)) return [];
  const [message = ''] = texts;
  const start = first.column + first.text.search(/\S/);
  const span = { start: first.line.offsetOf(start), end: first.line.offsetOf(start + message.length) };
  const drafts = new ErrorCollector();
  drafts.add({ message, details: texts, frames: [], role: 'raised', span, report: 0, depth: 0 });
  return drafts.inOrder();
}
