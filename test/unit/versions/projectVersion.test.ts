import { describe, expect, it } from 'vitest';
import {
  distInfo,
  highestOfEach,
  normalVersion,
  packageName,
  versionOf,
} from '../../../src/core/versions/projectVersion';

describe('distInfo', () => {
  it.each([
    ['SQLAlchemy-2.0.36.dist-info', 'sqlalchemy', '2.0.36'],
    ['sqlalchemy-2.1.0b1.dist-info', 'sqlalchemy', '2.1.0b1'],
    ['fastapi-0.115.0-py3.12.egg-info', 'fastapi', '0.115.0'],
    ['SQLAlchemy-1.4.54-py3.8-linux-x86_64.egg-info', 'sqlalchemy', '1.4.54'],
    ['typing_extensions-4.12.2.dist-info', 'typing-extensions', '4.12.2'],
    ['google-auth-2.35.0.dist-info', 'google-auth', '2.35.0'],
    ['zope.interface-7.1.dist-info', 'zope-interface', '7.1'],
    ['torch-2.5.0+cu118.dist-info', 'torch', '2.5.0+cu118'],
    ['x-1!2.0.post1.DIST-INFO', 'x', '1!2.0.post1'],
  ])('%s', (name, distribution, version) => {
    expect(distInfo(name)).toEqual({ package: distribution, version, from: 'installed' });
  });

  it.each([
    'sqlalchemy',
    'fastapi.egg-info',
    '~qlalchemy-2.0.36.dist-info',
    'x-main.dist-info',
    '-1.0.dist-info',
    '.dist-info',
    'x-1.0.dist-info/METADATA',
    '',
  ])('%j is none', (name) => {
    expect(distInfo(name)).toBeUndefined();
  });
});

describe('names and versions', () => {
  it.each([
    ['Flask_SQLAlchemy', 'flask-sqlalchemy'],
    ['zope.-_interface', 'zope-interface'],
    ['A', 'a'],
  ])('%s is %s', (name, normalised) => {
    expect(packageName(name)).toBe(normalised);
  });

  it.each(['', '-a', 'a-', 'a b', '한글'])('%j is no name', (name) => {
    expect(packageName(name)).toBeUndefined();
  });

  it.each([
    ['v2.0.0-beta.1', '2.0.0b1'],
    ['1.0-1', '1.0.post1'],
    ['2.0+Ubuntu.1-2', '2.0+ubuntu.1.2'],
    ['0', '0'],
  ])('%s is %s', (text, version) => {
    expect(normalVersion(text)).toBe(version);
  });

  it.each(['', 'main', '1.', '9007199254740993', '1.0a999999999999999999999999'])(
    '%j is no version',
    (text) => {
      expect(normalVersion(text)).toBeUndefined();
    },
  );

  it('an exact version wins over a requirement, then the highest', () => {
    const at = (version: string, from: 'pinned' | 'required') => versionOf('a', version, from);
    expect(
      highestOfEach([at('3', 'required'), undefined, at('1.9', 'pinned'), at('1.10', 'pinned')]),
    ).toEqual([at('1.10', 'pinned')]);
  });
});
