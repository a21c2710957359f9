import { describe, expect, it } from 'vitest';
import { mergeVersions } from '../../../src/core/versions/mergeVersions';
import { formatVersion } from '../../../src/core/versions/requirementRanges';
import { locked, required } from './builders';

describe('mergeVersions', () => {
  it.each([
    ['takes the first exact version', [[locked('1.0')], [locked('2.0')]], '1.0'],
    ['resolves a requirement by a later exact version', [[required('>=1.4')], [locked('2.0.36')]], '2.0.36'],
    [
      'skips exact versions that the requirement does not allow',
      [[required('<2,>=1')], [locked('2.0')], [locked('1.4')]],
      '1.4',
    ],
    [
      'keeps a requirement that no exact version satisfies',
      [[required('>=1.4,<2')], [locked('2.0.36')]],
      '>=1.4,<2',
    ],
    ['does not resolve a requirement by another one', [[required('>=1.4')], [required('>=2')]], '>=1.4'],
    ['resolves a requirement only once', [[required('>=1.4')], [locked('1.5')], [locked('1.6')]], '1.5'],
    ['accepts local versions', [[required('>=2.5')], [locked('2.5.1+cu118')]], '2.5.1+cu118'],
    ['takes a pinned version as exact', [[required('==1.4')], [locked('2.0')]], '1.4'],
    ['takes a later requirement only if nothing precedes it', [[], [required('>=3')]], '>=3'],
    ['resolves an upper bound', [[required('<2')], [locked('2.0')], [locked('1.4.49')]], '1.4.49'],
  ])('%s', async (_name, sources, version) => {
    expect(formatVersion((await mergeVersions(sources)).get('x')!)).toBe(version);
  });

  it('merges packages independently', async () => {
    const other = { ...locked('3'), package: 'y' };
    expect([...(await mergeVersions([[locked('1')], [other, locked('2')]])).values()]).toEqual([
      locked('1'),
      other,
    ]);
  });

  it('ignores an exact version that cannot be parsed', async () => {
    const merged = await mergeVersions([[required('>=1.4')], [locked('main')]]);
    expect(formatVersion(merged.get('x')!)).toBe('>=1.4');
  });
});
