import { describe, expect, it } from 'vitest';
import { highestPerPackage, PackageVersions } from '../../../src/core/versions/packageVersions';
import { exactVersion } from '../../../src/core/versions/projectVersion';
import { readRequirement } from '../../../src/core/versions/requirement';
import { locked, namesOf, required } from './builders';

const requirements = (...texts: readonly string[]) => texts.map((text) => readRequirement(text));

describe('highestPerPackage', () => {
  it('prefers exact versions to requirements, then the highest', async () => {
    const highest = { ...locked('1.10') };
    const all = [required('>=3'), undefined, locked('1.9'), highest];
    expect(await highestPerPackage(all)).toEqual([highest]);
    expect(await highestPerPackage(all.toReversed())).toEqual([highest]);
  });

  it.each([
    ['>=1.4', '>=2.0', '>=2.0'],
    ['<2', '>=1.4', '>=1.4'],
    ['<2', '<3', '<3'],
    ['<2', '', ''],
    ['>=1.4,<2', '>=1.4', '>=1.4'],
    ['>=1.4', '>1.4', '>1.4'],
    ['<2', '<=2', '<=2'],
  ])('of %j and %j takes %j', async (one, other, expected) => {
    const both = requirements(`x${one}`, `x${other}`);
    expect(namesOf(await highestPerPackage(both))).toEqual([`x ${expected}`.trim()]);
    expect(namesOf(await highestPerPackage(both.toReversed()))).toEqual([`x ${expected}`.trim()]);
  });

  it('keeps the first of equal versions, and the order of packages', async () => {
    const first = { ...exactVersion('b', '1.0', 'pinned')!, file: 'first' };
    const second = { ...first, file: 'second' };
    const other = exactVersion('a', '1', 'locked');
    expect(await highestPerPackage([first, other, second])).toEqual([first, other]);
  });

  it('keeps no more than five thousand packages', async () => {
    const many = Array.from({ length: 6000 }, (_, at) => exactVersion(`p${String(at)}`, '1', 'locked'));
    const again = exactVersion('p0', '2', 'locked');
    const kept = await highestPerPackage([...many, again]);
    expect(kept).toHaveLength(5000);
    expect(kept[0]).toEqual(again);
  });
});

describe('versions within constraints', () => {
  const within = (required: readonly string[], constraints: readonly string[]) =>
    namesOf(
      PackageVersions.of(requirements(...required)).within(PackageVersions.of(requirements(...constraints))),
    );

  it('are narrowed down, and leave out what says nothing', () => {
    expect(within(['a>=1', 'b', 'c', 'd==1.0', 'e'], ['a<2', 'b<3', 'd<1', 'f==4'])).toEqual([
      'a >=1,<2',
      'b <3',
      'd 1.0',
      'f 4',
    ]);
  });
});
