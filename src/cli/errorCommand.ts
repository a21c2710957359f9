import type { Library } from '../core/library/library';
import { variantIn } from '../core/model';
import { entriesForErrors } from '../core/tracebacks/entriesForErrors';
import type { ErrorEntry } from '../core/tracebacks/errorEntry';
import { isIdentified } from '../core/tracebacks/impliedFacts';
import type { RaisedError } from '../core/tracebacks/raisedError';
import { readErrors } from '../core/tracebacks/readErrors';
import { errorHitItem, errorItem } from './json';
import { readLog } from './logText';
import type { CommandOptions } from './options';
import { styled } from './output';
import { json, line, lines, type TerminalText } from './terminalText';

/** Different errors of a log that are listed and looked up. */
const MAX_ERRORS = 8;
/** In characters, of a message that is printed. */
const MAX_MESSAGE_LENGTH = 300;

/** Prints the errors of a log and the entries about them. Returns whether any entry surely is. */
export async function* findForError(
  library: Library,
  { argument, json: asJson, limit, language = '' }: CommandOptions,
): AsyncGenerator<TerminalText, boolean> {
  const text = await readLog(argument);
  const parsed = differentErrors(readErrors(text));
  const matches = (await entriesForErrors(parsed, library)).slice(0, limit);
  // A short text may be the message of an error, which only an entry can tell.
  const errors =
    matches.length > 0 ? parsed : parsed.filter((error) => isIdentified(error) || error.role === 'log');
  const isAnswered = matches.some(({ confidence }) => confidence === 'strong');
  if (asJson) {
    const hits = matches.map((match) => errorHitItem(match, language));
    yield json({ errors: errors.map(errorItem), hits }, 2);
    return isAnswered;
  }
  if (errors.length === 0) yield text.trim() === '' ? line`The input is empty.` : line`No error found.`;
  for (const error of errors) yield errorLine(error);
  if (errors.length > 0 && !isAnswered) yield line`\nNo entry answers this.`;
  if (matches.length > 0 && !isAnswered) yield line`Related entries:`;
  for (const match of matches) yield line`\n${matchLines(match, language)}`;
  if (matches.length > 0) yield line`\n"archive-answers show ID" prints an entry.`;
  return isAnswered;
}

/** The errors without those that repeat another one, the most relevant first. */
function differentErrors(errors: readonly RaisedError[]): readonly RaisedError[] {
  const different = new Map<string, RaisedError>();
  for (const error of errors) {
    const key = JSON.stringify(errorItem(error));
    if (!different.has(key)) different.set(key, error);
    if (different.size === MAX_ERRORS) break;
  }
  return [...different.values()];
}

function errorLine(error: RaisedError): TerminalText {
  const { type, message, code } = errorItem(error);
  const text = [type, message].filter(Boolean).join(': ');
  const cut = text.length > MAX_MESSAGE_LENGTH ? `${text.slice(0, MAX_MESSAGE_LENGTH)}…` : text;
  return code === null ? line`${cut}` : line`${cut} [${code}]`;
}

function matchLines(match: ErrorEntry, language: string): TerminalText {
  const { id, title, answer, confidence, post } = errorHitItem(match, language);
  const { source, posts } = variantIn(match.entry, language);
  const startLine = (post === null ? undefined : posts[post]?.line) ?? source.startLine;
  return lines(
    styled(title, [{ start: 0, end: title.length }]),
    ...(answer === null ? [] : [line`    ${answer.text}`]),
    line`    ${id}  ${confidence}  ${source.document}:${startLine}`,
  );
}
