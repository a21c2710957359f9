import { describe, expect, it } from 'vitest';
import { codeTitles } from '../../../src/core/tracebacks/codeTitles';
import { onlyError } from './builders';

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
