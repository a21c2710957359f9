import { describe, expect, it } from 'vitest';
import { measure, type Mismatch } from './corpus';

function listed(mismatches: readonly Mismatch[]): string {
  return mismatches
    .map(({ where, name, actual, expected }) => `  ${where} ${name}: ${actual ?? '–'} (${expected ?? '–'})`)
    .join('\n');
}

describe('labelled Python corpus', () => {
  it.each([['modules'], ['packages']])(
    '%s is resolved with precision 0.99 and recall 0.95',
    async (corpus) => {
      const { occurrences, nonOccurrences, right, missed, wrong } = await measure(corpus);
      const precision = right / (right + wrong.length);
      const recall = right / occurrences;
      process.stdout.write(
        `${corpus}: ${String(occurrences)} occurrences, ${String(nonOccurrences)} labelled non-occurrences; ` +
          `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n`,
      );
      expect(precision, `wrong:\n${listed(wrong)}`).toBeGreaterThanOrEqual(0.99);
      expect(recall, `missed:\n${listed(missed)}`).toBeGreaterThanOrEqual(0.95);
    },
  );
});
