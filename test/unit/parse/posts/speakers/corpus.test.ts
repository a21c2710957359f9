import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fnv1a } from '../../../../../src/core/base/hash';
import { parseDocument } from '../../../../../src/core/parse/parseDocument';

/** A small document; `entries` has the kind and author of each post, `null` where nobody speaks in it. */
interface Sample {
  readonly name: string;
  readonly text: string;
  readonly entries: readonly (readonly (readonly [string, string | null])[])[] | null;
}

const SAMPLES = readFileSync('test/relevance/speakers.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sample);

/** Rules were made with one half of the samples in view; the other half shows how they do on what they were not made for. */
const isHeldOut = ({ name }: Sample): boolean => fnv1a(name) % 2 === 0;
const MIN_RIGHT_HELD_OUT = 0.9;

function isRight({ text, entries }: Sample): boolean {
  const parsed = parseDocument('sample.md', text).entries;
  if (entries === null) return parsed.every(({ posts }) => posts.every(({ author }) => author === undefined));
  const read = parsed.map(({ posts }) =>
    posts.filter(({ kind }) => kind !== 'note').map(({ kind, author }) => [kind, author ?? null]),
  );
  return JSON.stringify(read) === JSON.stringify(entries);
}

describe('speakers', () => {
  it.each(SAMPLES.filter((sample) => !isHeldOut(sample)).map((sample) => [sample.name, sample] as const))(
    'are told apart, or are none: %s',
    (_name, sample) => {
      expect(isRight(sample)).toBe(true);
    },
  );

  it.each([true, false])('are mostly right where nothing was tuned: somebody speaks %s', (speaks) => {
    const samples = SAMPLES.filter((sample) => isHeldOut(sample) && (sample.entries !== null) === speaks);
    expect(samples.filter(isRight).length / samples.length).toBeGreaterThanOrEqual(MIN_RIGHT_HELD_OUT);
  });
});
