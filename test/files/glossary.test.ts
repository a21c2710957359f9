import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/core/text/analyser';
import { shippedFiles } from '../bench/corpora';
import { ROOT } from './run';

const TEXT = readFileSync(join(ROOT, 'data', 'glossary.json'), 'utf8');
const GROUPS = JSON.parse(TEXT) as readonly { readonly terms: readonly string[]; readonly source: string }[];

const folded = (term: string): string => term.toLowerCase().replace(/[\s_/-]/g, '');

describe('the glossary', () => {
  it('has several hundred groups, each on a line of its own with where its terms occur', () => {
    expect(GROUPS.length).toBeGreaterThan(400);
    expect(TEXT.trim().split('\n')).toHaveLength(GROUPS.length + 2);
    for (const { terms, source } of GROUPS) {
      expect(terms.length, terms.join()).toBeGreaterThan(1);
      expect(source.trim(), terms.join()).not.toBe('');
    }
  });

  it('names each term once in a group, and in two groups at most', () => {
    const counts = new Map<string, number>();
    for (const { terms } of GROUPS) {
      const own = terms.map(folded);
      expect(new Set(own).size, terms.join()).toBe(own.length);
      for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 2)).toEqual([]);
  });

  it('is general: at most three groups in ten are about anything that the archive that ships says', () => {
    const said = new Set(
      Object.values(shippedFiles(ROOT))
        .flatMap((text) => analyse(text.normalize('NFC')).tokens)
        .filter(({ kind }) => kind === 'sense')
        .map(({ term }) => term),
    );
    expect(said.size / GROUPS.length).toBeLessThanOrEqual(0.3);
    expect(said.size).toBeGreaterThan(0);
  });
});
