import { describe, expect, it } from 'vitest';
import { allowsVersion } from '../../../src/core/versions/allowedVersions';
import { readConstraint } from '../../../src/core/versions/requirement';
import { locked, required } from './builders';

describe('allowsVersion', () => {
  it.each([
    ['>=1.4', '1.4', true],
    ['>=1.4', '1.3.24', false],
    ['>1.4', '1.4', false],
    ['<2', '2.0b1', false],
    ['<=2', '2.0', true],
    ['>=1.4,<2', '1.4.54', true],
  ])('%s allows %s: %s', (specifiers, version, expected) => {
    expect(allowsVersion(required(`>=0.1,${specifiers}`), locked(version))).toBe(expected);
  });

  it('accepts any of several alternatives', () => {
    const alternatives = readConstraint('x', '^2.0 || ~1.4')!;
    expect(['1.4.5', '2.5', '1.5'].map((version) => allowsVersion(alternatives, locked(version)))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('compares exact versions', () => {
    expect(allowsVersion(locked('1.4'), locked('1.4'))).toBe(true);
    expect(allowsVersion(locked('1.4'), locked('1.5'))).toBe(false);
  });

  it('is false when a version cannot be parsed', () => {
    expect(allowsVersion(required('>=1.4'), locked('main'))).toBe(false);
    expect(allowsVersion({ ...locked('main'), origin: 'required' }, locked('1.4'))).toBe(false);
  });
});
