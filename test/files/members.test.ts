import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../bench/labels';
import { judgeNames, scoresOfNames, type JudgedName } from '../bench/members';
import { ROOT } from './run';

/** What has to be reached in either half; nothing is said of single names, since one half is set aside. */
const FLOORS = {
  all: { precision: 0.997, recall: 0.99 },
  members: { precision: 0.998, recall: 0.985 },
} as const;

describe('labelled applications', () => {
  const judged = judgeNames(ROOT, 'applications');

  it('are many, in two halves of about the same size, with more members than anything else', async () => {
    const files = loadCorpus(ROOT, 'applications');
    expect(files.length).toBeGreaterThanOrEqual(44);
    const { labels, nonOccurrences } = scoresOfNames(await judged);
    expect(labels).toBeGreaterThanOrEqual(1500);
    expect(nonOccurrences).toBeGreaterThanOrEqual(250);
    expect(scoresOfNames((await judged).filter((one) => one.isMember)).labels).toBeGreaterThanOrEqual(700);
    const held = scoresOfNames((await judged).filter(({ half }) => half === 'held')).labels;
    expect(Math.abs(held / labels - 0.5)).toBeLessThan(0.1);
  });

  it.each(['tune', 'held'] satisfies JudgedName['half'][])('are resolved in the half %s', async (half) => {
    const own = (await judged).filter((one) => one.half === half);
    for (const [names, floor] of [
      [own, FLOORS.all],
      [own.filter((one) => one.isMember), FLOORS.members],
    ] as const) {
      const { precision, recall } = scoresOfNames(names);
      expect(precision).toBeGreaterThanOrEqual(floor.precision);
      expect(recall).toBeGreaterThanOrEqual(floor.recall);
    }
  });
});
