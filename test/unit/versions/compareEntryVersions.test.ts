import { describe, expect, it } from 'vitest';
import type { VersionNote } from '../../../src/core/model';
import { compareEntryVersions } from '../../../src/core/versions/compareEntryVersions';
import { notes, project } from './builders';

/** Comparisons as `package entry-versions: project-version relation`, with `~` for inferred. */
const compare = (entry: readonly VersionNote[], ...requirements: readonly string[]): readonly string[] =>
  compareEntryVersions(entry, project(...requirements)).map((one) => {
    const version = `${one.isRequirement ? 'requires ' : ''}${one.projectVersion ?? '-'}`;
    return `${one.isInferred ? '~' : ''}${one.package} ${one.entryVersions}: ${version} ${one.relation ?? '?'}`;
  });

describe('compareEntryVersions', () => {
  it.each([
    ['an exact version', notes('sqlalchemy 1.4'), ['sqlalchemy==2.0.36'], ['sqlalchemy 1.4: 2.0.36 older']],
    ['the same series', notes('sqlalchemy 2.0'), ['sqlalchemy==2.0.36'], ['sqlalchemy 2.0: 2.0.36 same']],
    ['a newer series', notes('sqlalchemy 2.0'), ['sqlalchemy==1.4.54'], ['sqlalchemy 2.0: 1.4.54 newer']],
    ['an inferred note', notes('~sqlalchemy 1.4'), ['sqlalchemy==2.0.36'], ['~sqlalchemy 1.4: 2.0.36 older']],
    ['a requirement', notes('sqlalchemy 1.4'), ['sqlalchemy>=2.0'], ['sqlalchemy 1.4: requires >=2.0 older']],
    [
      'a requirement that allows both',
      notes('sqlalchemy 2.0'),
      ['sqlalchemy>=1.4'],
      ['sqlalchemy 2.0: requires >=1.4 ?'],
    ],
    ['an upper bound', notes('sqlalchemy 2.0'), ['sqlalchemy<2'], ['sqlalchemy 2.0: requires <2 newer']],
    [
      'a package the project does not have',
      notes('sqlalchemy 1.4'),
      ['fastapi==0.115.0'],
      ['sqlalchemy 1.4: - ?'],
    ],
    [
      'a package name in another form',
      notes('Flask_SQLAlchemy 2'),
      ['flask-sqlalchemy==3.1'],
      ['Flask_SQLAlchemy 2: 3.1 older'],
    ],
    ['a package name that is not valid', notes('-x 2'), ['x==3'], ['-x 2: - ?']],
    ['a note without a version', notes('sqlalchemy'), ['sqlalchemy==2.0.36'], ['sqlalchemy : - ?']],
    [
      'a version that cannot be parsed',
      notes('sqlalchemy main'),
      ['sqlalchemy==2.0.36'],
      ['sqlalchemy main: 2.0.36 ?'],
    ],
    ['specifiers', notes('fastapi >=0.100'), ['fastapi==0.115.0'], ['fastapi >=0.100: 0.115.0 same']],
    ['no notes', notes(), ['sqlalchemy==2.0.36'], []],
  ])('%s', (_name, entry, requirements, expected) => {
    expect(compare(entry, ...requirements)).toEqual(expected);
  });

  it('lists only the matching versions of a package if some match', () => {
    const both = notes('sqlalchemy 1.4', 'sqlalchemy 2.0');
    expect(compare(both, 'sqlalchemy==2.0.36')).toEqual(['sqlalchemy 2.0: 2.0.36 same']);
    expect(compare(both, 'sqlalchemy==1.3.24')).toEqual(['sqlalchemy 1.4, 2.0: 1.3.24 newer']);
    expect(compare(notes('x 1', 'x 3'), 'x==2.0')).toEqual(['x 1, 3: 2.0 ?']);
    expect(compare(both)).toEqual(['sqlalchemy 1.4, 2.0: - ?']);
  });

  it('lists a version that is noted twice once, and leaves out empty ones', () => {
    expect(compare(notes('x 1', 'x 1', 'x'), 'x==2.0')).toEqual(['x 1: 2.0 ?']);
  });

  it('marks versions as inferred only if all of them are', () => {
    expect(compare(notes('~x 1', 'x 0.9'), 'x==2.0')).toEqual(['x 1, 0.9: 2.0 older']);
    expect(compare(notes('~x 1', '~x 0.9'), 'x==2.0')).toEqual(['~x 1, 0.9: 2.0 older']);
  });

  it('lists what may differ first', () => {
    expect(
      compare(
        notes('starlette 0.4', 'fastapi 0.115', 'sqlalchemy 1.4'),
        'fastapi==0.115.0',
        'sqlalchemy==2.0.36',
      ),
    ).toEqual(['sqlalchemy 1.4: 2.0.36 older', 'starlette 0.4: - ?', 'fastapi 0.115: 0.115.0 same']);
  });
});
