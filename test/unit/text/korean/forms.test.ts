import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fnv1a } from '../../../../src/core/base/hash';
import { tokenize } from '../../../../src/core/text/tokenizer';

const stemsOf = (word: string): readonly string[] => Array.from(tokenize(word)).flatMap(({ stems }) => stems);
const linesOf = (name: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/korean', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

interface VerbForm {
  readonly form: string;
  readonly stem: string;
  /** Set aside: not looked at while the rules were written. */
  readonly isSetAside: boolean;
}

const FORMS = linesOf('verb-forms.txt').flatMap((line) => {
  const [verb = '', forms = ''] = line.split(': ');
  return forms.split(' ').map((form): VerbForm => ({
    form,
    stem: `${verb.slice(0, -1)}-`,
    isSetAside: (fnv1a(form) >>> 16) % 2 === 1,
  }));
});

/** A noun as written, and without its particle. */
const NOUNS = linesOf('nouns.txt').flatMap((line): readonly (readonly [word: string, noun: string])[] => {
  const [word = '', noun] = line.split(' > ');
  return noun === undefined ? line.split(' ').map((one) => [one, one]) : [[word, noun]];
});

describe('the forms of a verb', () => {
  const isMet = ({ form, stem }: VerbForm): boolean => stemsOf(form).includes(stem);

  it('are 240 at least, about half of them set aside', () => {
    expect(FORMS.length).toBeGreaterThanOrEqual(240);
    const share = FORMS.filter(({ isSetAside }) => isSetAside).length / FORMS.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.08);
  });

  it.each([true, false])('share the stem of the dictionary, set aside: %s', (isSetAside) => {
    const half = FORMS.filter((one) => one.isSetAside === isSetAside);
    expect(half.filter(isMet).length / half.length).toBeGreaterThanOrEqual(0.93);
  });
});

describe('nouns', () => {
  it('keep all of their syllables and lose their particles', () => {
    const damaged = NOUNS.filter(([word, noun]) => {
      const own = stemsOf(word).find((stem) => !stem.endsWith('-')) ?? word;
      return own !== noun;
    });
    expect(damaged.length / NOUNS.length).toBeLessThanOrEqual(0.03);
  });
});
