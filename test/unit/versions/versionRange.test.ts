import { describe, expect, it } from 'vitest';
import { isBefore, isWithin, nextRelease, onlyVersion } from '../../../src/core/versions/versionRange';
import { parseRange } from '../../../src/core/versions/specifiers';

const range = (specifiers: string) => parseRange(specifiers)!;

describe('parseRange', () => {
  const at = (version: string) => ({ version, isIncluded: true });
  const open = (version: string) => ({ version, isIncluded: false });
  it.each([
    ['', {}],
    [' , ', {}],
    ['!=2.0', {}],
    ['==2.0', { lower: at('2.0'), upper: at('2.0') }],
    ['===2.0', { lower: at('2.0'), upper: at('2.0') }],
    ['==2.0.*', { lower: at('2.0.dev0'), upper: open('2.1.dev0') }],
    ['==1!2.0.*', { lower: at('1!2.0.dev0'), upper: open('1!2.1.dev0') }],
    ['~=2.0', { lower: at('2.0'), upper: open('3.dev0') }],
    ['~=2.0.3', { lower: at('2.0.3'), upper: open('2.1.dev0') }],
    ['~=1!2.0', { lower: at('1!2.0'), upper: open('1!3.dev0') }],
    ['>=2.0', { lower: at('2.0') }],
    ['>2.0', { lower: open('2.0') }],
    ['<=2.0', { upper: at('2.0') }],
    ['<2.0', { upper: open('2.0.dev0') }],
    ['<2.0b1', { upper: open('2.0b1') }],
    ['<2.0a0', { upper: open('2.0.dev0') }],
    ['<2.0.dev0', { upper: open('2.0.dev0') }],
    ['<2.0.post1', { upper: open('2.0.post1.dev0') }],
    ['>=1,<3', { lower: at('1'), upper: open('3.dev0') }],
  ])('%j', (specifiers, expected) => {
    expect(parseRange(specifiers)).toEqual(expected);
  });

  it('takes the narrowest bounds, in any order', () => {
    const expected = { lower: open('2.0'), upper: at('3.0') };
    expect(parseRange('>=2.0,>2.0,>=1.0,<=3.0,<=4.0,!=2.5')).toEqual(expected);
    expect(parseRange('!=2.5,<=4.0,<=3.0,>=1.0,>2.0,>=2.0')).toEqual(expected);
    expect(parseRange('<3.0.dev0,<=3.0.dev0')).toEqual({ upper: open('3.0.dev0') });
    expect(parseRange('<=3.0.dev0,<3.0.dev0')).toEqual({ upper: open('3.0.dev0') });
  });

  it.each(['2.0', '>=', '>=main', '==main', '===main', '>=2.0,junk', '==99999999999999999999.1'])(
    'rejects %j',
    (specifiers) => {
      expect(parseRange(specifiers)).toBeUndefined();
    },
  );
});

describe('nextRelease', () => {
  it.each([
    [[2, 0], 0, '2.1'],
    [[1, 4, 9], 0, '1.4.10'],
    [[2], 1, '1!3'],
    [[], 0, '1'],
  ])('follows %j of epoch %i with %s', (release, epoch, next) => {
    expect(nextRelease(release, epoch)).toBe(next);
  });
});

describe('isBefore', () => {
  it.each([
    ['<=1.9', '>=2.0', true],
    ['<=2.0', '>=2.0', false],
    ['<=2.0', '>2.0', true],
    ['<2.0b1', '>=2.0b1', true],
    ['<2.0b1', '>2.0b1', true],
    ['<=2.1', '>=2.0', false],
    ['>=1', '>=2', false],
    ['<=1', '<=2', false],
    ['', '>=2', false],
    ['==1.4', '==1.5', true],
    ['==1.5', '==1.4', false],
    ['==2.0.*', '==2.1.*', true],
  ])('%j before %j: %s', (one, other, expected) => {
    expect(isBefore(range(one), range(other))).toBe(expected);
  });
});

describe('isWithin', () => {
  it.each([
    ['==2.0', '', true],
    ['', '==2.0', false],
    ['', '', true],
    ['>=2.0', '>=2.0', true],
    ['>2.0', '>=2.0', true],
    ['>=2.0', '>2.0', false],
    ['>=1.9', '>=2.0', false],
    ['<=2.0', '<=2.0', true],
    ['<2.0b1', '<=2.0b1', true],
    ['<=2.0b1', '<2.0b1', false],
    ['<=2.1', '<=2.0', false],
    ['<=2.0', '>=1.0', false],
    ['>=1.0', '<=2.0', false],
    ['==2.0', '>=1.0,<=2.0', true],
    ['==1.0', '>=1.0,<=2.0', true],
    ['==2.1.0b1', '<2.1', false],
    ['==2.1.0b1', '==2.1.*', true],
    ['==2.1.dev0', '==2.1.*', true],
    ['==2.2.dev0', '==2.1.*', false],
  ])('%j within %j: %s', (inner, outer, expected) => {
    expect(isWithin(range(inner), range(outer))).toBe(expected);
  });
});

describe('onlyVersion', () => {
  it.each([
    ['==2.0', '2.0'],
    ['>=2.0,<=2.0', '2.0'],
    ['>=2.0,<=2.1', undefined],
    ['>2.0,<=2.0', undefined],
    ['>=2.0b1,<2.0b1', undefined],
    ['>=2.0', undefined],
    ['<=2.0', undefined],
    ['', undefined],
  ])('%j: %s', (specifiers, version) => {
    expect(onlyVersion(range(specifiers))).toBe(version);
  });
});
