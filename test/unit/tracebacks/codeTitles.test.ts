import { describe, expect, it } from 'vitest';
import { codeTitles, impliedCodes } from '../../../src/core/tracebacks/codeTitles';
import { onlyError } from './builders';

describe('impliedCodes', () => {
  it.each([
    ['sqlalchemy.exc.MissingGreenlet: x', ['xd2s']],
    ['MissingGreenlet: x', ['xd2s']],
    ['sqlalchemy.exc.IntegrityError: x', ['gkpj']],
    ['sqlalchemy.exc.OperationalError: x', []],
    ['shop.MissingGreenlet: x', []],
    ['KeyError: x', []],
    ['sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, y', ['3o7r']],
    ['sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow', ['3o7r']],
    ['sqlalchemy.exc.TimeoutError: QueuePool limit of size 5', []],
    ['RuntimeError: QueuePool limit of size 5 overflow 10 reached', ['3o7r']],
    ['sqlalchemy.exc.InvalidRequestError: it is', []],
    ["RuntimeError: QueuePool 'main' limit of size 5 overflow", ['3o7r']],
    ['RuntimeError: A value is required for bind parameter', ['cd3x']],
    ["RuntimeError: The 'autoload' in SQLAlchemy 2.0 will no longer work", []],
    ['RuntimeError: No inspection available', []],
  ])('%s: %j', (text, codes) => {
    expect(impliedCodes(onlyError(text))).toEqual(codes.map((code) => ({ family: 'sqlalchemy', code })));
  });

  it('reads a message without a class', () => {
    const [code] = impliedCodes(onlyError('QueuePool limit of size 5 overflow 10 reached'));
    expect(code?.code).toBe('3o7r');
  });
});

describe('codeTitles', () => {
  const titles = (...codes: readonly string[]) =>
    codeTitles(onlyError(`KeyError: x ${codes.map((code) => `https://sqlalche.me/e/20/${code}`).join(' ')}`));

  it('returns the titles that are messages', () => {
    expect(titles('8s2a', 'xd3s')).toEqual([
      'This connection is on an inactive transaction.  Please rollback() fully before proceeding',
      'No Inspection Available',
    ]);
  });

  it('leaves out titles that are classes, and unknown codes', () => {
    expect(titles('xd2s', 'zzzz')).toEqual([]);
  });

  it('leaves out codes of other libraries', () => {
    const error = onlyError('KeyError: x');
    expect(codeTitles({ ...error, codes: [{ family: 'pydantic', code: '8s2a' }] })).toEqual([]);
  });
});
