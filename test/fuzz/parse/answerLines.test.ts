import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import { MAX_ANSWER_LENGTH } from '../../../src/core/model';
import { memorySource } from '../../unit/memory';

/** Texts that would take very long if their sentences or notes were read in quadratic time. */
const HOSTILE: Readonly<Record<string, string>> = {
  'bold sentences': '**Aa.** Bb. '.repeat(20_000),
  'Korean lines': '다\n'.repeat(60_000),
  'one Korean paragraph': '세션을 씁니다. '.repeat(30_000),
  stars: `x${'*'.repeat(60_000)}x`,
  'imports that never close': '```py\nfrom a import (\n```\n\n'.repeat(20_000),
  'a correction of nothing': `> A1. B\n\n> [!NOTE]\n> Corrects: A${' '.repeat(60_000)}x`,
  'a marked note': `> A1. B\n\n> [!NOTE]\n> In short: ${'a '.repeat(60_000)}`,
  'code in a marked note': `> A1. B\n\n> [!NOTE]\n> In short: ${'`a'.repeat(30_001)}`,
};

describe('answer lines of hostile texts', () => {
  it.each(Object.entries(HOSTILE))('are short or absent: %s', async (_, text) => {
    const source = memorySource({ 'a.md': `---\ntitle: Why does it fail?\n---\n\n${text}\n` });
    const { entries } = await readArchive(source);
    for (const { answer } of entries) expect(answer?.text.length ?? 0).toBeLessThanOrEqual(MAX_ANSWER_LENGTH);
  });
});
