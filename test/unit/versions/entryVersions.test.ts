import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionNote } from '../../../src/core/model';
import {
  compareEntryVersions,
  isForOlderMajor,
  withOlderBelow,
} from '../../../src/core/versions/entryVersions';
import { nearestOfEach } from '../../../src/core/versions/nearestVersions';
import { versionOf } from '../../../src/core/versions/projectVersion';
import { readRequirement } from '../../../src/core/versions/requirement';

/** Notes such as `sqlalchemy 1.4`, inferred where a tilde stands before them. */
const notes = (...texts: readonly string[]): readonly VersionNote[] =>
  texts.map((text) => {
    const [name = '', version = ''] = text.replace(/^~/, '').split(' ');
    return { package: name, version, from: text.startsWith('~') ? 'inferred' : 'declared' };
  });

/** A project by requirements such as `sqlalchemy>=2.0`; one with `==` is exact. */
const project = (...requirements: readonly string[]) =>
  nearestOfEach([requirements.map(readRequirement)].map((all) => all.filter((one) => one !== undefined)));

const told = (entry: readonly VersionNote[], ...requirements: readonly string[]): readonly string[] =>
  compareEntryVersions(entry, project(...requirements)).map(
    ({ package: name, noted, inferred, have, isRequirement, relation }) =>
      `${inferred ? '~' : ''}${name} ${noted}: ${isRequirement ? '≥ ' : ''}${have ?? '-'} ${relation ?? '?'}`,
  );

describe('versions of an entry beside those of a project', () => {
  it.each([
    ['an exact version', notes('sqlalchemy 1.4'), ['sqlalchemy==2.0.36'], ['sqlalchemy 1.4: 2.0.36 older']],
    ['the same series', notes('sqlalchemy 2.0'), ['sqlalchemy==2.0.36'], ['sqlalchemy 2.0: 2.0.36 same']],
    ['a newer one', notes('sqlalchemy 2.0'), ['sqlalchemy==1.4.54'], ['sqlalchemy 2.0: 1.4.54 newer']],
    ['inferred', notes('~sqlalchemy 1.4'), ['sqlalchemy==2.0.36'], ['~sqlalchemy 1.4: 2.0.36 older']],
    ['a requirement', notes('sqlalchemy 1.4'), ['sqlalchemy>=2.0'], ['sqlalchemy 1.4: ≥ 2.0 older']],
    ['an open one', notes('sqlalchemy 2.0'), ['sqlalchemy>=1.4'], ['sqlalchemy 2.0: ≥ 1.4 ?']],
    ['a project that does not say', notes('sqlalchemy 1.4'), ['fastapi==0.115.0'], ['sqlalchemy 1.4: - ?']],
    [
      'names in other forms',
      notes('Flask_SQLAlchemy 2'),
      ['flask-sqlalchemy==3.1'],
      ['Flask_SQLAlchemy 2: 3.1 older'],
    ],
    ['no version', notes('sqlalchemy'), ['sqlalchemy==2.0.36'], ['sqlalchemy : - ?']],
    ['what is no version', notes('sqlalchemy main'), ['sqlalchemy==2.0.36'], ['sqlalchemy main: 2.0.36 ?']],
    ['specifiers', notes('fastapi >=0.100'), ['fastapi==0.115.0'], ['fastapi >=0.100: 0.115.0 same']],
    ['no notes', notes(), ['sqlalchemy==2.0.36'], []],
  ])('%s', (_name, entry, requirements, expected) => {
    expect(told(entry, ...requirements)).toEqual(expected);
  });

  it('names of several versions only what fits, if something does', () => {
    const both = notes('sqlalchemy 1.4', 'sqlalchemy 2.0');
    expect(told(both, 'sqlalchemy==2.0.36')).toEqual(['sqlalchemy 2.0: 2.0.36 same']);
    expect(told(both, 'sqlalchemy==1.3.24')).toEqual(['sqlalchemy 1.4, 2.0: 1.3.24 newer']);
    expect(told(notes('x 1', 'x 3'), 'x==2.0')).toEqual(['x 1, 3: 2.0 ?']);
    expect(told(both)).toEqual(['sqlalchemy 1.4, 2.0: - ?']);
  });

  it('puts what may differ first', () => {
    expect(
      told(
        notes('starlette 0.4', 'fastapi 0.115', 'sqlalchemy 1.4'),
        'fastapi==0.115.0',
        'sqlalchemy==2.0.36',
      ),
    ).toEqual(['sqlalchemy 1.4: 2.0.36 older', 'starlette 0.4: - ?', 'fastapi 0.115: 0.115.0 same']);
  });
});

describe('an entry for an older major version', () => {
  it.each([
    [notes('sqlalchemy 1.4'), ['sqlalchemy==2.0.36'], true],
    [notes('SQLAlchemy 1.4'), ['sqlalchemy>=2.0'], true],
    [notes('sqlalchemy 1.4', 'sqlalchemy 2.0'), ['sqlalchemy==2.0.36'], false],
    [notes('sqlalchemy 2.0'), ['sqlalchemy==2.0.36'], false],
    [notes('sqlalchemy 2.0'), ['sqlalchemy==1.4.54'], false],
    [notes('fastapi 0.95'), ['fastapi==0.115.0'], false],
    [notes('sqlalchemy 1.4'), ['sqlalchemy>=1.4'], false],
    [notes('sqlalchemy 1.4'), [], false],
    [notes('sqlalchemy 1.4', 'sqlalchemy main'), ['sqlalchemy==2.0.36'], false],
    [notes('fastapi 0.115', 'sqlalchemy 1.4'), ['fastapi==0.115.0', 'sqlalchemy==2.0.36'], true],
    [notes(), ['sqlalchemy==2.0.36'], false],
  ])('%j, %j: %s', (entry, requirements, expected) => {
    expect(isForOlderMajor(entry, project(...requirements))).toBe(expected);
  });

  it('goes below the others, and nothing else moves', () => {
    const versions = project('sqlalchemy==2.0.36');
    const version = fc.constantFrom('1.3', '1.4', '2.0', '2.1', 'main', '');
    fc.assert(
      fc.property(fc.array(version), (all) => {
        const items = all.map((one, at) => ({ at, notes: notes(`sqlalchemy ${one}`) }));
        const sorted = withOlderBelow(items, (item) => item.notes, versions);
        const isOlder = (item: (typeof items)[number]) => isForOlderMajor(item.notes, versions);
        expect(sorted).toEqual([...items.filter((item) => !isOlder(item)), ...items.filter(isOlder)]);
      }),
    );
  });
});

describe('what several places say of a package', () => {
  const exact = (version: string, from: 'installed' | 'locked' = 'locked') => versionOf('x', version, from)!;
  const required = (text: string) => readRequirement(`x${text}`)!;
  it.each([
    ['the first decides', [[exact('1.0')], [exact('2.0')]], '1.0'],
    ['a requirement is made exact', [[required('>=1.4')], [exact('2.0.36', 'installed')]], '2.0.36'],
    ['by the next that it allows', [[required('<2,>=1')], [exact('2.0')], [exact('1.4')]], '1.4'],
    ['but not beyond it', [[required('>=1.4,<2')], [exact('2.0.36')]], '1.4'],
    ['nor by another requirement', [[required('>=1.4')], [required('>=2')]], '1.4'],
    ['nor once it is', [[required('>=1.4')], [exact('1.5')], [exact('1.6')]], '1.5'],
    ['local versions too', [[required('>=2.5')], [exact('2.5.1+cu118')]], '2.5.1+cu118'],
    ['a pin is exact', [[required('==1.4')], [exact('2.0')]], '1.4'],
  ])('%s', (_name, places, version) => {
    expect(nearestOfEach(places).get('x')?.version).toBe(version);
  });
});
