import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/core/text/analyser';
import { shippedFiles } from '../bench/corpora';
import { ROOT } from './run';

const TEXT = readFileSync(join(ROOT, 'data', 'glossary.json'), 'utf8');
const GROUPS = JSON.parse(TEXT) as readonly { readonly terms: readonly string[]; readonly source: string }[];

const folded = (term: string): string => term.toLowerCase().replace(/[\s_/-]/g, '');

describe('glossary.json', () => {
  it('has several hundred groups, one per line, each with the source of its terms', () => {
    expect(GROUPS.length).toBeGreaterThan(400);
    expect(TEXT.trim().split('\n')).toHaveLength(GROUPS.length + 2);
    for (const { terms, source } of GROUPS) {
      expect(terms.length, terms.join()).toBeGreaterThan(1);
      expect(source.trim(), terms.join()).not.toBe('');
    }
  });

  it('has each term once per group, and in at most two groups', () => {
    const counts = new Map<string, number>();
    for (const { terms } of GROUPS) {
      const own = terms.map(folded);
      expect(new Set(own).size, terms.join()).toBe(own.length);
      for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 2)).toEqual([]);
  });

  it('is general: the bundled archive uses at most three groups in ten', () => {
    const usedSenses = new Set(
      Object.values(shippedFiles(ROOT))
        .flatMap((text) => analyse(text.normalize('NFC')).tokens)
        .filter(({ kind }) => kind === 'sense')
        .map(({ term }) => term),
    );
    expect(usedSenses.size / GROUPS.length).toBeLessThanOrEqual(0.3);
    expect(usedSenses.size).toBeGreaterThan(0);
  });
});
