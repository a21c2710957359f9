import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/core/versions/compareVersions';
import { isOlderMajor } from '../../../src/core/versions/olderMajors';
import type { ProjectVersion } from '../../../src/core/versions/projectVersion';
import { readConstraint } from '../../../src/core/versions/requirement';
import { locked, required, requiredBy } from './builders';

describe('an entry compared with an exact version', () => {
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
    [' 2.0+ ', '2.1', 'same'],
    ['2.0+cu118', '2.0.5', 'same'],
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
  ])('entry %s, project %s: %s', (entryVersion, projectVersion, relation) => {
    expect(compareVersions(entryVersion, locked(projectVersion))).toBe(relation);
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
  ])(
    'pre-, post- and local releases, epochs: entry %s, project %s: %s',
    (entryVersion, projectVersion, relation) => {
      expect(compareVersions(entryVersion, locked(projectVersion))).toBe(relation);
    },
  );

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
    '<3 2.0+',
    '1.4 || 99999999999999999999',
  ])('returns undefined for the entry version %j', (entryVersion) => {
    expect(compareVersions(entryVersion, locked('2.0'))).toBeUndefined();
    expect(isOlderMajor(entryVersion, locked('2.0'))).toBe(false);
  });

  it('returns undefined for a project version that cannot be parsed', () => {
    expect(compareVersions('2.0', locked('main'))).toBeUndefined();
  });
});

describe('an entry compared with a requirement', () => {
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
    ['2.0', '<2', 'newer'],
    ['2.0', '<2.0', 'newer'],
    ['2.0', '<2.0a0', 'newer'],
    ['2.0', '<2.0.dev0', 'newer'],
    ['2.0', '<2.0b2', undefined],
    ['2.0', '<2.0.5', undefined],
    ['2.0', '<=2.0', undefined],
    ['2.1', '<=2.0', 'newer'],
    ['1.4', '<2', undefined],
    ['<2', '<1.4', 'same'],
    ['0.100', '<=0.95.2', 'newer'],
    ['0.95', '<=0.95.2', undefined],
    ['2.0', '!=2.0.5', undefined],
    ['2.0', '', undefined],
    ['2.0', '<2,!=1.4.5', 'newer'],
  ])('entry %s, project requires %s: %s', (entryVersion, specifiers, relation) => {
    expect(compareVersions(entryVersion, required(specifiers))).toBe(relation);
  });

  it('returns only what holds for all alternatives', () => {
    const projectVersion = requiredBy('>=1.4,<2', '>=2.0,<3');
    expect(
      ['0.9', '1.4', '2', '3'].map((entryVersion) => compareVersions(entryVersion, projectVersion)),
    ).toEqual(['older', undefined, undefined, 'newer']);
  });
});

describe('any texts', () => {
  const fragment = fc.constantFrom(
    ...'0 1 2 10 . .. * x v > >= < ~ ~= ^ == != | || , ! a b1 rc .dev .post + -'.split(' '),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(fragment, { maxLength: 8 }).map((fragments) => fragments.join('')),
  );
  const release = fc.array(fc.nat(40), { minLength: 1, maxLength: 4 });

  it('never make a comparison throw', () => {
    fc.assert(
      fc.property(texts, texts, (entryVersion, version) => {
        const projectVersions: readonly (ProjectVersion | undefined)[] = [
          locked(version),
          readConstraint('x', version),
        ];
        for (const projectVersion of projectVersions.filter((one) => one !== undefined)) {
          compareVersions(entryVersion, projectVersion);
          isOlderMajor(entryVersion, projectVersion);
        }
      }),
    );
  });

  it('place a version in every series that is a prefix of it', () => {
    fc.assert(
      fc.property(release, fc.nat(3), (numbers, dropped) => {
        const series = numbers.slice(0, Math.max(1, numbers.length - dropped));
        expect(compareVersions(series.join('.'), locked(numbers.join('.')))).toBe('same');
      }),
    );
  });

  it('are newer in one direction when older in the other', () => {
    fc.assert(
      fc.property(release, release, (one, other) => {
        const there = compareVersions(one.join('.'), locked(other.join('.')));
        const back = compareVersions(other.join('.'), locked(one.join('.')));
        if (there === 'older') expect(['newer', 'same']).toContain(back);
        if (there === 'newer') expect(['older', 'same']).toContain(back);
      }),
    );
  });
});
