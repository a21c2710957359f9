import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/core/text/analyser';
import { shippedFiles } from '../bench/corpora';
import { ROOT } from './run';

const TEXT = readFileSync(join(ROOT, 'data', 'glossary.json'), 'utf8');
const GROUPS = JSON.parse(TEXT) as readonly {
  readonly terms: readonly string[];
  readonly ambiguous?: readonly string[];
  readonly fields?: readonly string[];
  readonly source: string;
}[];

const folded = (term: string): string => term.toLowerCase().replace(/[\s_/-]/g, '');

describe('glossary.json', () => {
  it('has several hundred groups, one per line, each with the source of its terms', () => {
    expect(GROUPS.length).toBeGreaterThan(400);
    expect(TEXT.trim().split('\n')).toHaveLength(GROUPS.length + 2);
    for (const { terms, ambiguous = [], source } of GROUPS) {
      expect(terms.length, source).toBeGreaterThan(0);
      expect(terms.length + ambiguous.length, terms.join()).toBeGreaterThan(1);
      expect(source.trim(), terms.join()).not.toBe('');
    }
  });

  it('has each term once per group, and in few groups', () => {
    const counts = new Map<string, number>();
    for (const { terms, ambiguous = [] } of GROUPS) {
      const own = [...terms, ...ambiguous].map(folded);
      expect(new Set(own).size, terms.join()).toBe(own.length);
      for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 3)).toEqual([]);
    expect([...counts].filter(([, count]) => count > 2).length).toBeLessThanOrEqual(3);
  });

  it('has no ambiguous word with the stem of a certain one', () => {
    GROUPS.forEach(({ ambiguous = [] }, at) => {
      for (const term of ambiguous) {
        const own = analyse(term).tokens.filter((token) => token.term === `=${String(at)}`);
        expect(own.map(({ kind }) => kind).join(), term).toMatch(/^ambiguous/);
      }
    });
  });

  it('names the fields that tell an ambiguous word, and no others', () => {
    const asked = new Set(GROUPS.flatMap(({ ambiguous, fields = [] }) => (ambiguous ? fields : [])));
    for (const { terms, ambiguous, fields } of GROUPS) {
      expect(ambiguous === undefined || fields !== undefined, terms.join()).toBe(true);
    }
    expect(new Set(GROUPS.flatMap(({ fields = [] }) => fields))).toEqual(asked);
    // One bit each.
    expect(asked.size).toBeLessThan(32);
    for (const field of asked) {
      const words = GROUPS.filter(({ fields = [] }) => fields.includes(field)).flatMap(({ terms }) => terms);
      expect(words.length, field).toBeGreaterThanOrEqual(4);
    }
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
