import { expect } from 'vitest';
import { parseErrors } from '../../../../src/core/tracebacks/parseErrors';
import type { Frame } from '../../../../src/core/tracebacks/raisedError';

/** What is expected of an error: its class, the first line of its message, and its frames as `file:line function`. */
export type Reading = readonly [type: string | undefined, message: string, ...frames: readonly string[]];

/** The errors of a text in brief, after a check that each span is inside it. */
export function readings(text: string): readonly Reading[] {
  return parseErrors(text).map(({ type, message, frames, span: { start, end } }) => {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    return [type, message, ...frames.map(frameText)];
  });
}

/** The classes of the errors that a text surely reports, in order. */
export function sureTypes(text: string): readonly string[] {
  return parseErrors(text).flatMap(({ type }) => (type === undefined ? [] : [type]));
}

function frameText({ file, line, function: name }: Frame): string {
  return `${file}${line === undefined ? '' : `:${String(line)}`}${name === undefined ? '' : ` ${name}`}`;
}

/** The part of the text that the first error spans. */
export function spanned(text: string): string {
  const [first] = parseErrors(text);
  return text.slice(first?.span.start, first?.span.end);
}

/** A traceback with two frames. */
export const TRACEBACK = `Traceback (most recent call last):
  File "/app/main.py", line 12, in read
    return load(id)
  File "/app/crud.py", line 7, in load
    raise NoResultFound("No row")
sqlalchemy.exc.NoResultFound: No row was found`;

export const NO_ROW: Reading = [
  'sqlalchemy.exc.NoResultFound',
  'No row was found',
  '/app/main.py:12 read',
  '/app/crud.py:7 load',
];
