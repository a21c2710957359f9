import { describe, expect, it } from 'vitest';
import { impliedFacts, isIdentified, sureMessages } from '../../../src/core/tracebacks/impliedFacts';
import { originalError } from '../../../src/core/tracebacks/originalError';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { readErrors } from '../../../src/core/tracebacks/readErrors';
import { onlyError } from './builders';

const MESSAGE = "greenlet_spawn has not been called; can't call await_only() here";

describe('readErrors', () => {
  it('is what a text reports', () => {
    for (const text of [
      'KeyError: 1',
      'something failed',
      'INFO: fine',
      `${'x\n'.repeat(30)}KeyError: 1`,
      '',
    ]) {
      expect(readErrors(text)).toEqual(parseErrors(text));
    }
  });

  it.each([
    ['in a log line of a lower level', `INFO:     job 3 gave up: ${MESSAGE}`],
    [
      'in a long text',
      `${'A line of prose.\n'.repeat(40)}It said: ${MESSAGE}\n${'Another line.\n'.repeat(3)}`,
    ],
    ['at the end of a very long text', `${'more words '.repeat(3000)}\n${MESSAGE}`],
  ])('finds a known message %s', (_, text) => {
    const [error, ...others] = readErrors(text);
    expect(others).toEqual([]);
    expect(error?.type).toBeUndefined();
    expect(error?.message).toBe(MESSAGE);
    expect(impliedFacts(error!).codes).toEqual([{ family: 'sqlalchemy', code: 'xd2s' }]);
  });
});

describe('a known message in the report of another language', () => {
  const DUPLICATE = 'duplicate key value violates unique constraint "ux_badge"';
  const JAVA = `com.guild.ledger.DuplicateBadgeException: could not save [ERROR: ${DUPLICATE}]\n`;

  it('is not read as an error of Python', () => {
    expect(readErrors(JAVA).filter(isIdentified)).toEqual([]);
  });

  it('is none for what another paragraph says', () => {
    expect(readErrors(`${JAVA}\nAnd the worker printed\n\nunexpected: ${MESSAGE}\n`).some(isIdentified)).toBe(
      true,
    );
  });
});

describe('isIdentified', () => {
  it.each([
    ['KeyError: 1', true],
    ['see https://sqlalche.me/e/20/xd2s', true],
    [MESSAGE, true],
    ['No row was found when one was required', true],
    ['something failed', false],
  ])('%j: %s', (text, expected) => {
    expect(isIdentified(onlyError(text))).toBe(expected);
  });
});

describe('originalError', () => {
  const outer = (original: string) =>
    originalError(
      onlyError(`sqlalchemy.exc.InvalidRequestError: It failed. Original exception was: ${original}`),
    );

  it('is what a message reports, with its class if that is named', () => {
    expect(outer('Multiple classes found')).toMatchObject({
      message: 'Multiple classes found',
      role: 'cause',
    });
    expect(outer('Multiple classes found')?.type).toBeUndefined();
    expect(outer('sqlalchemy.exc.ArgumentError: no such thing')).toMatchObject({
      type: 'sqlalchemy.exc.ArgumentError',
      message: 'no such thing',
    });
    expect(outer('x (https://sqlalche.me/e/20/xd2s)')?.codes).toHaveLength(1);
  });

  it('is nothing for other messages', () => {
    expect(originalError(onlyError('KeyError: the original exception was lost'))).toBeUndefined();
  });
});

describe('the messages of a text', () => {
  it('have offsets, the heaviest first, without overlaps', () => {
    const text = `x: ${MESSAGE}. Then QueuePool limit of size 5 overflow 10 reached, connection timed out.`;
    const found = sureMessages(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual([MESSAGE, 'QueuePool limit of size 5 overflow 10 reached, connection timed out']);
  });

  it('need less beside their class', () => {
    expect(sureMessages('QueuePool limit of size')).toEqual([]);
    expect(sureMessages('QueuePool limit of size', new Set(['TimeoutError']))).toHaveLength(1);
    expect(sureMessages('QueuePool limit of size', new Set(['KeyError']))).toEqual([]);
  });
});
