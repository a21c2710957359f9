import { beforeEach, describe, expect, it } from 'vitest';
import { FIELDS } from '../../../src/core/search/fields';
import { ForwardIndex, TOKEN_KINDS, type IndexedText } from '../../../src/core/search/forwardIndex';

let index: ForwardIndex;
beforeEach(() => {
  index = new ForwardIndex();
});

/** The tokens of a term as `position+length kind field`. */
function tokensOf(text: IndexedText, term: string): readonly string[] {
  const id = index.idOf(term) ?? -1;
  const tokens: string[] = [];
  for (let token = text.firstToken(id); token >= 0 && text.isTokenOf(token, id); token += 1) {
    const range = `${String(text.positionOf(token))}+${String(text.lengthOf(token))}`;
    const kind = TOKEN_KINDS[text.kindOf(token)] ?? '';
    tokens.push(`${range} ${kind} ${FIELDS[text.fieldOf(token)] ?? ''}`);
  }
  return tokens;
}

describe('an indexed text', () => {
  it('has the tokens of a term in order, with kind and field', async () => {
    const { text } = await index.add([
      { field: 'title', text: 'zebra lion zebra' },
      { field: 'code', text: 'zebra_lion' },
    ]);
    expect(tokensOf(text, 'zebra')).toEqual(['0+1 word title', '2+1 word title', '35+1 part code']);
    expect(tokensOf(text, 'zebralion')).toEqual(['35+1 name code']);
    expect(tokensOf(text, 'bird')).toEqual([]);
    expect(text.firstToken(-1)).toBe(-1);
    expect(text.firstToken(99)).toBe(-1);
  });

  it('has the length of terms of several words', async () => {
    const { text, terms } = await index.add([{ field: 'answers', text: 'a connection pool' }]);
    const pool = terms.answers.find(
      (term) => term.startsWith('=') && tokensOf(text, term)[0]?.startsWith('1+2'),
    );
    expect(tokensOf(text, pool ?? '')).toEqual(['1+2 sense answers']);
  });

  it('knows the field, the segment and the offsets of a position', async () => {
    const { text } = await index.add([
      { field: 'title', text: 'zebra lion' },
      { field: 'answers', post: 0, text: 'a bird' },
    ]);
    expect([0, 1, 34, 35].map((position) => FIELDS[text.fieldAt(position)])).toEqual([
      'title',
      'title',
      'answers',
      'answers',
    ]);
    expect(text.locate(1)).toEqual({ segment: 0, start: 6, end: 10 });
    expect(text.locate(35)).toEqual({ segment: 1, start: 2, end: 6 });
    expect(text.wordCount).toBe(4);
  });
});

describe('a forward index', () => {
  it('counts texts, their words, and the texts that contain a term', async () => {
    expect([index.size, index.averageWordCount]).toEqual([0, 0]);
    await index.add([{ field: 'title', text: 'zebra zebra lion' }]);
    await index.add([{ field: 'title', text: 'zebra' }]);
    expect([index.size, index.averageWordCount]).toEqual([2, 2]);
    const frequency = (term: string): number => index.documentFrequency(index.idOf(term) ?? -1);
    expect(['zebra', 'lion', 'bird'].map(frequency)).toEqual([2, 1, 0]);
  });

  it('returns the terms of each field', async () => {
    const { terms } = await index.add([
      { field: 'title', text: 'zebra' },
      { field: 'code', text: 'lion zebra' },
    ]);
    expect(terms).toMatchObject({ title: ['zebra'], code: ['lion', 'zebra'], answers: [] });
  });

  it('tells synonym sets from words', async () => {
    await index.add([{ field: 'title', text: '세션' }]);
    const ids = ['세션', '~세션'].map((term) => index.idOf(term) ?? -1);
    expect(ids.map((id) => index.termOf(id))).toEqual(['세션', '~세션']);
    expect(ids.map((id) => index.isSynonymSet(id))).toEqual([false, false]);
    expect(index.isSynonymSet(99)).toBe(false);
    const { terms } = await index.add([{ field: 'title', text: 'session' }]);
    const set = terms.title.find((term) => term.startsWith('=')) ?? '';
    expect(index.isSynonymSet(index.idOf(set) ?? -1)).toBe(true);
    expect([index.termOf(99), index.idOf('nothing')]).toEqual(['', undefined]);
  });

  it('has a vocabulary of typed words and synonyms, without bigrams and verb stems', async () => {
    await index.add([{ field: 'title', text: '얼룩말 나왔는데 thread-safe 커넥션' }]);
    const words = (letters: string): readonly string[] =>
      index.vocabulary.beginningWith(letters, 9).map(({ id }) => index.termOf(id));
    expect(words('ㅇㅓㄹㄹㅜㄱ')).toEqual(['얼룩말']);
    expect(words('~')).toEqual([]);
    expect(words('ㄴㅏㅇㅗ')).toEqual(['나왔는데']);
    expect(words('connect').every((term) => term.startsWith('='))).toBe(true);
    expect(words('connect')).not.toEqual([]);
  });

  it('yields before each segment', async () => {
    let calls = 0;
    const segment = { field: 'title' as const, text: 'zebra' };
    await index.add([segment, segment], () => {
      calls += 1;
      return Promise.resolve();
    });
    expect(calls).toBe(2);
  });
});
