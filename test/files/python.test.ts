import { describe, expect, it } from 'vitest';
import { isExpected, isWrong, judgeNames, scoresOfNames, type JudgedName } from '../bench/members';
import { ROOT } from './run';

function listed(judged: readonly JudgedName[]): string {
  return judged
    .map(({ where, name, actual, expected }) => `  ${where} ${name}: ${actual ?? '–'} (${expected ?? '–'})`)
    .join('\n');
}

describe('labelled Python corpus', () => {
  it.each(['modules', 'packages'] as const)(
    '%s is resolved with precision 0.99 and recall 0.95',
    async (corpus) => {
      const judged = await judgeNames(ROOT, corpus);
      const { labels, nonOccurrences, precision, recall } = scoresOfNames(judged);
      process.stdout.write(
        `${corpus}: ${String(labels)} occurrences, ${String(nonOccurrences)} labelled non-occurrences; ` +
          `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n`,
      );
      expect(precision, `wrong:\n${listed(judged.filter(isWrong))}`).toBeGreaterThanOrEqual(0.99);
      const missed = judged.filter((one) => isExpected(one) && one.actual !== one.expected);
      expect(recall, `missed:\n${listed(missed)}`).toBeGreaterThanOrEqual(0.95);
    },
  );
});
