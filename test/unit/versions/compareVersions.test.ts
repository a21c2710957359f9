import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isOlderMajor } from '../../../src/core/versions/compareVersions';
import type { ProjectVersion } from '../../../src/core/versions/projectVersion';
import { readRequirement } from '../../../src/core/versions/requirement';

const exactly = (version: string): ProjectVersion => ({ package: 'x', version, from: 'locked' });
const requiring = (specifiers: string): ProjectVersion => readRequirement(`x ${specifiers}`)!;

describe('an answer beside an exact version', () => {
  it.each([
    ['2', '2.1', 'same'],
    ['2', '2', 'same'],
    ['2.0', '2.0.36', 'same'],
    ['2.0', '2', 'same'],
    ['2.0.36', '2.0.36', 'same'],
    ['0.115', '0.115.4', 'same'],
    ['v2', '2.0.36', 'same'],
    ['2.x', '2.0.36', 'same'],
    ['1.4.X', '1.4.54', 'same'],
    ['1.4.*', '1.4.54', 'same'],
    ['2.x.x', '2.0.36', 'same'],
    ['*', '2.0.36', 'same'],
    ['==2.0.36', '2.0.36', 'same'],
    ['>=2.0', '2.1', 'same'],
    ['2.0+', '2.1', 'same'],
    ['>= 1.4, < 2', '1.4.54', 'same'],
    ['~=2.0', '2.9', 'same'],
    ['^2.0', '2.9', 'same'],
    ['1.4 || 2.0', '2.0.1', 'same'],
    ['1.4', '2.0.36', 'older'],
    ['0.95', '0.115.4', 'older'],
    ['<2', '2.0', 'older'],
    ['2.0.36', '2.0.37', 'older'],
    ['2.0', '1.4.54', 'newer'],
    ['2.10', '2.9', 'newer'],
    ['>=2.0', '1.4.54', 'newer'],
    ['>2.0', '2.0', 'newer'],
    ['1.4 || 2.1', '2.0', undefined],
  ])('%s, %s: %s', (noted, have, relation) => {
    expect(compareVersions(noted, exactly(have))).toBe(relation);
  });

  it.each([
    ['2.1', '2.1.0b1', 'same'],
    ['2.0', '2.1.0b1', 'older'],
    ['2.1', '2.1.dev3', 'same'],
    ['2.1.0b1', '2.1.0', 'same'],
    ['2.0.36', '2.0.36.post1', 'same'],
    ['2.1', '2.1.0+cu118', 'same'],
    ['2.1.0', '2.1.0+cu118.2', 'same'],
    ['3.0', '1!1.0', 'older'],
    ['1!1', '1!1.0', 'same'],
    ['1!1', '3.0', 'newer'],
  ])('pre-, post- and local releases, epochs: %s, %s: %s', (noted, have, relation) => {
    expect(compareVersions(noted, exactly(have))).toBe(relation);
  });

  it.each([
    '',
    'latest',
    '2.0 or so',
    '>=',
    '>2.*',
    '2..0',
    '99999999999999999999999',
    'x.y',
    '||',
    '1.4 ||',
  ])('%j is no version', (noted) => {
    expect(compareVersions(noted, exactly('2.0'))).toBeUndefined();
    expect(isOlderMajor(noted, exactly('2.0'))).toBe(false);
  });

  it('a version that is none relates to nothing', () => {
    expect(compareVersions('2.0', exactly('main'))).toBeUndefined();
    expect(isOlderMajor('2.0', exactly('main'))).toBe(false);
  });
});

describe('an answer beside a requirement', () => {
  it.each([
    ['1.4', '>=2.0', 'older'],
    ['2.0', '>=2.0', undefined],
    ['2', '>=2.0', undefined],
    ['2', '>=2.0,<3', 'same'],
    ['2.0', '>=2.0,<3', undefined],
    ['2.0', '~=2.0.30', 'same'],
    ['2.0', '==2.0.*', 'same'],
    ['2', '>=2.0,!=2.0.5,<=2.9', 'same'],
    ['2.1', '~=2.0.30', 'newer'],
    ['2.0', '>=1.4,<2.0', 'newer'],
    ['2.0', '>=1.4,<=2.0', undefined],
    ['2.0', '>=1.4', undefined],
    ['>=1.4', '>=2.0', 'same'],
  ])('%s, %s: %s', (noted, specifiers, relation) => {
    expect(compareVersions(noted, requiring(specifiers))).toBe(relation);
  });

  it('says of alternatives only what holds for all', () => {
    const have = { ...requiring('>=1.4'), allows: ['>=1.4,<2', '>=2.0,<3'] };
    expect(['0.9', '1.4', '2', '3'].map((noted) => compareVersions(noted, have))).toEqual([
      'older',
      undefined,
      undefined,
      'newer',
    ]);
  });

  it('a requirement that came without its specifiers has no upper bound', () => {
    const have: ProjectVersion = { package: 'x', version: '2.0', from: 'required' };
    expect(compareVersions('1.4', have)).toBe('older');
    expect(compareVersions('3', have)).toBeUndefined();
  });
});

describe('isOlderMajor', () => {
  it.each([
    ['1.4', '2.0.36', true],
    ['<2', '2.0.36', true],
    ['1.x', '2.0.0b1', true],
    ['0.9', '1.0', true],
    ['9', '1!1.0', true],
    ['2.0', '2.1', false],
    ['0.95', '0.115.4', false],
    ['2.0', '1.4', false],
    ['>=1.4', '2.0', false],
  ])('%s, %s: %s', (noted, have, expected) => {
    expect(isOlderMajor(noted, exactly(have))).toBe(expected);
  });

  it.each([
    ['1.4', '>=2.0', true],
    ['1.4', '>=1.4', false],
    ['0.9', '>=1.4', true],
  ])('%s, required %s: %s', (noted, specifiers, expected) => {
    expect(isOlderMajor(noted, requiring(specifiers))).toBe(expected);
  });
});

describe('over any texts', () => {
  const piece = fc.constantFrom(
    ...'0 1 2 10 . .. * x v > >= < ~ ~= ^ == != | || , ! a b1 rc .dev .post + -'.split(' '),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  );
  const release = fc.array(fc.nat(40), { minLength: 1, maxLength: 4 });

  it('comparing never throws', () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom('locked', 'required'), (noted, version, from) => {
        compareVersions(noted, { package: 'x', version, from });
        isOlderMajor(noted, { package: 'x', version, from });
      }),
    );
  });

  it('a version lies in every series that begins it', () => {
    fc.assert(
      fc.property(release, fc.nat(3), (numbers, dropped) => {
        const series = numbers.slice(0, Math.max(1, numbers.length - dropped));
        expect(compareVersions(series.join('.'), exactly(numbers.join('.')))).toBe('same');
      }),
    );
  });

  it('older one way is newer the other way', () => {
    fc.assert(
      fc.property(release, release, (one, other) => {
        const there = compareVersions(one.join('.'), exactly(other.join('.')));
        const back = compareVersions(other.join('.'), exactly(one.join('.')));
        if (there === 'older') expect(['newer', 'same']).toContain(back);
        if (there === 'newer') expect(['older', 'same']).toContain(back);
      }),
    );
  });
});
