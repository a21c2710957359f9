import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isForOlderMajor,
  isOlderMajor,
  notesOnPackageOf,
  sortOlderMajorsLast,
} from '../../../src/core/versions/olderMajors';
import { locked, notes, project, required } from './builders';

describe('isOlderMajor', () => {
  it.each([
    ['1.4', '2.0.36', true],
    ['<2', '2.0.36', true],
    ['<2.0', '2.0.36', true],
    ['<=2', '2.0.36', false],
    ['<2.0.1', '2.0.36', false],
    ['1.x', '2.0.0b1', true],
    ['0.9', '1.0', true],
    ['9', '1!1.0', true],
    ['1!0.9', '1!1.0', true],
    ['1!1', '1!1.0', false],
    ['2.0', '2.1', false],
    ['0.95', '0.115.4', false],
    ['2.0', '1.4', false],
    ['>=1.4', '2.0', false],
    ['0.9 || 1.4', '2.0', true],
    ['1.4 || 2.0', '2.1', false],
  ])('entry %s, project %s: %s', (entryVersion, projectVersion, expected) => {
    expect(isOlderMajor(entryVersion, locked(projectVersion))).toBe(expected);
  });

  it.each([
    ['1.4', '>=2.0', true],
    ['1.4', '>=1.4', false],
    ['0.9', '>=1.4', true],
    ['0.9', '<2', false],
    ['1.4', '==2.0.*', true],
  ])('entry %s, project requires %s: %s', (entryVersion, specifiers, expected) => {
    expect(isOlderMajor(entryVersion, required(specifiers))).toBe(expected);
  });

  it.each([
    ['main', '2.0'],
    ['', '2.0'],
    ['1.4', 'main'],
    ['1.4', ''],
  ])('is false when a version cannot be parsed: entry %j, project %j', (entryVersion, projectVersion) => {
    expect(isOlderMajor(entryVersion, locked(projectVersion))).toBe(false);
  });
});

describe('isForOlderMajor', () => {
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
  ])('%j in a project with %j: %s', (entry, requirements, expected) => {
    expect(isForOlderMajor(entry, project(...requirements))).toBe(expected);
  });
});

describe('sortOlderMajorsLast', () => {
  it('moves items for an older major version to the end and keeps the order otherwise', () => {
    const versions = project('sqlalchemy==2.0.36');
    const version = fc.constantFrom('1.3', '1.4', '2.0', '2.1', 'main', '');
    fc.assert(
      fc.property(fc.array(version), (all) => {
        const items = all.map((one, at) => ({ at, notes: notes(`sqlalchemy ${one}`) }));
        const sorted = sortOlderMajorsLast(items, (item) => item.notes, versions);
        const isOlder = (item: (typeof items)[number]) => isForOlderMajor(item.notes, versions);
        expect(sorted).toEqual([...items.filter((item) => !isOlder(item)), ...items.filter(isOlder)]);
      }),
    );
  });
});

describe('notesOnPackageOf', () => {
  it('has the notes on the package of a symbol only, whatever the spelling of its name', () => {
    const notes = [
      { package: 'sqlalchemy', version: '1.4', from: 'inferred' },
      { package: 'Pydantic-Settings', version: '1.0', from: 'declared' },
    ] as const;
    expect(notesOnPackageOf('sqlalchemy.orm.Session', notes)).toEqual([notes[0]]);
    expect(notesOnPackageOf('pydantic_settings.BaseSettings', notes)).toEqual([notes[1]]);
    expect(notesOnPackageOf('fastapi.Depends', notes)).toEqual([]);
  });
});
