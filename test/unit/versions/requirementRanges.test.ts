import { describe, expect, it } from 'vitest';
import { readConstraint } from '../../../src/core/versions/requirement';
import {
  allowsVersion,
  constrain,
  formatVersion,
  requirementOf,
} from '../../../src/core/versions/requirementRanges';
import { locked, required, requiredBy } from './builders';

describe('allowsVersion', () => {
  it.each([
    ['>=1.4', '1.4', true],
    ['>=1.4', '1.3.24', false],
    ['>1.4', '1.4', false],
    ['<2', '2.0b1', false],
    ['<=2', '2.0', true],
    ['>=1.4,<2', '1.4.54', true],
  ])('%s allows %s: %s', (specifiers, version, expected) => {
    expect(allowsVersion(required(specifiers), locked(version))).toBe(expected);
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
    expect(allowsVersion(locked('main'), locked('1.4'))).toBe(false);
  });
});

describe('constrain', () => {
  it.each([
    ['>=1.4', '<2', '>=1.4,<2'],
    ['<3', '<2', '<2'],
    ['', '<2', '<2'],
    ['>=1.4', '==1.4.49', '1.4.49'],
    ['==1.4.49', '<1.4', '1.4.49'],
    ['>=2', '<2', '>=2'],
    ['>=2', '==1.4.49', '>=2'],
    ['>=1.4,<=2.0', '>=2.0', '2.0'],
  ])('%j with the constraint %s: %s', (specifiers, constraint, expected) => {
    expect(formatVersion(constrain(required(specifiers), required(constraint)))).toBe(expected);
  });

  it('keeps the alternatives that are left', () => {
    const alternatives = requiredBy('>=1.4,<1.5', '>=2.0,<3');
    expect(formatVersion(constrain(alternatives, required('<2')))).toBe('>=1.4,<1.5');
    expect(formatVersion(constrain(alternatives, required('<2.5')))).toBe('>=1.4,<1.5 || >=2.0,<2.5');
  });
});

describe('requirementOf', () => {
  it('bounds the number of alternatives', () => {
    const alternatives = Array.from({ length: 21 }, (_, at) => `==${String(at)}.*`);
    expect(requirementOf('x', alternatives)).toBeUndefined();
    expect(requirementOf('x', alternatives.slice(1))).toMatchObject({ origin: 'required' });
  });
});
