import { describe, expect, it } from 'vitest';
import { impliedFacts } from '../../../src/core/tracebacks/impliedFacts';
import { unqualifiedName } from '../../../src/core/tracebacks/raisedError';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { HELD_OUT_IMPLYING, HELD_OUT_IMPLYING_NOTHING, HELD_OUT_MISSED } from './heldOutMessages';
import { IMPLYING, IMPLYING_NOTHING } from './knownMessages';

/** What the errors of a text imply. */
function impliedBy(text: string): { readonly codes: readonly string[]; readonly names: readonly string[] } {
  const facts = parseErrors(text).map(impliedFacts);
  return {
    codes: facts.flatMap(({ codes }) => codes.map(({ code }) => code)),
    names: facts.flatMap(({ classes }) => classes.map(unqualifiedName)),
  };
}

describe('a known message', () => {
  it.each(IMPLYING)('%j implies %s %s', (text, code, name) => {
    const { codes, names } = impliedBy(text);
    expect(codes).toEqual(code === '' ? [] : [code]);
    expect(names).toContain(name);
  });

  it.each(IMPLYING_NOTHING)('is not in %j', (text) => {
    expect(impliedBy(text)).toEqual({ codes: [], names: [] });
  });
});
describe('held-out messages', () => {
  it.each(HELD_OUT_IMPLYING)('%j implies %s %s', (text, code, name) => {
    const { codes, names } = impliedBy(text);
    expect(codes).toEqual(code === '' ? [] : [code]);
    if (name !== '') expect(names).toContain(name);
  });

  it.each([...HELD_OUT_IMPLYING_NOTHING, ...HELD_OUT_MISSED])('are not in %j', (text) => {
    expect(impliedBy(text)).toEqual({ codes: [], names: [] });
  });
});

describe('the codes of an error that prints none', () => {
  it.each([
    ['sqlalchemy.exc.MissingGreenlet: x', ['xd2s']],
    ['MissingGreenlet: x', ['xd2s']],
    ['sqlalchemy.exc.IntegrityError: x', ['gkpj']],
    ['sqlalchemy.exc.OperationalError: x', []],
    ['sqlalchemy.exc.LegacyAPIWarning: x', ['b8d9']],
    ['sqlalchemy.exc.MovedIn20Warning: x', []],
    ['sqlalchemy.exc.PendingRollbackError: x', []],
    ['shop.MissingGreenlet: x', []],
    ['KeyError: x', []],
    ['sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, y', ['3o7r']],
    ['sqlalchemy.exc.TimeoutError: QueuePool limit of size 5', ['3o7r']],
    ['sqlalchemy.exc.TimeoutError: something else', []],
    ['RuntimeError: QueuePool limit of size 5', []],
    ['RuntimeError: QueuePool limit of size 5 overflow 10 reached', ['3o7r']],
    ["RuntimeError: QueuePool 'main' limit of size 5 overflow 10 reached", ['3o7r']],
    ['RuntimeError: A value is required for bind parameter', ['cd3x']],
    ['RuntimeError: No inspection available', []],
    ['KeyError: greenlet_spawn has not been called https://sqlalche.me/e/20/zzzz', []],
  ])('%j', (text, codes) => {
    expect(impliedBy(text).codes).toEqual(codes);
  });
});

describe('several messages in one text', () => {
  it('are all implied, each once', () => {
    const text =
      'This Session\'s transaction has been rolled back due to a previous exception during flush. Original exception was: duplicate key value violates unique constraint "a"';
    const { codes, names } = impliedBy(text);
    expect(codes).toEqual(['7s2a']);
    expect(names).toContain('UniqueViolation');
  });
});
