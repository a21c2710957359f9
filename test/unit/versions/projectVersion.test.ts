import { describe, expect, it } from 'vitest';
import {
  exactVersion,
  normalisePackageName,
  normaliseVersion,
} from '../../../src/core/versions/projectVersion';

describe('normalisePackageName', () => {
  it.each([
    ['Flask_SQLAlchemy', 'flask-sqlalchemy'],
    ['zope.-_interface', 'zope-interface'],
    ['A', 'a'],
    ['7zip', '7zip'],
  ])('normalises %s to %s', (name, normalised) => {
    expect(normalisePackageName(name)).toBe(normalised);
  });

  it.each(['', '-a', 'a-', 'a b', '한글'])('rejects %j', (name) => {
    expect(normalisePackageName(name)).toBeUndefined();
  });
});

describe('normaliseVersion', () => {
  it.each([
    ['v2.0.0-beta.1', '2.0.0b1'],
    ['1.0-1', '1.0.post1'],
    ['2.0+Ubuntu.1-2', '2.0+ubuntu.1.2'],
    [' 2.0\n', '2.0'],
    ['0', '0'],
    ['9007199254740991', '9007199254740991'],
  ])('normalises %j to %s', (text, version) => {
    expect(normaliseVersion(text)).toBe(version);
  });

  it.each([
    '',
    'main',
    '1.',
    '9007199254740992',
    '2.9007199254740992',
    '1.0a999999999999999999999999',
    '1'.repeat(101),
  ])('rejects %j', (text) => {
    expect(normaliseVersion(text)).toBeUndefined();
  });
});

describe('exactVersion', () => {
  it.each([
    ['x', undefined],
    [undefined, '1.0'],
    ['x', 1],
    [1, '1.0'],
    ['-', '1.0'],
    ['x', 'main'],
  ])('rejects the name %j with the version %j', (name, version) => {
    expect(exactVersion(name, version, 'locked')).toBeUndefined();
  });
});
