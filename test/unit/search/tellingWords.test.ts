import { beforeAll, describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { tellingWordsOf } from '../../../src/core/search/tellingWords';
import { NO_CODE } from '../../../src/core/text/codeNames';

let index: ForwardIndex;
beforeAll(async () => {
  index = new ForwardIndex();
  for (const text of [
    'common middle rare lazy loading lazy_name',
    'common middle',
    'common middle',
    'common',
    'common',
    'common',
  ]) {
    await index.add([{ field: 'answers', text }]);
  }
});

const telling = (text: string, limit: number, isPasted = false, code = NO_CODE): Promise<string> =>
  tellingWordsOf(text, index, limit, { isPasted, code });

describe('tellingWordsOf', () => {
  it('keeps a query that is short enough, repetitions included', async () => {
    expect(await telling('rare, common: rare how', 4)).toBe('rare, common: rare how');
  });

  it('keeps the rarest words of a long one in their order, wherever they are', async () => {
    expect(await telling('common middle how the rare', 2)).toBe('middle … rare');
    expect(await telling(`${'common '.repeat(9000)} rare ${'middle '.repeat(9000)}`, 2)).toBe('rare middle');
  });

  it('prefers identifiers', async () => {
    expect(await telling('rare common lazy_name', 1)).toBe('lazy_name');
  });

  it('keeps what stood between neighbours', async () => {
    expect(await telling('common lazy-loading common', 2)).toBe('lazy-loading');
  });

  it('leaves out stop words, syntax and own names first', async () => {
    const code = { syntax: new Set(['rare']), own: new Set(['middle']) };
    expect(await telling('rare middle how common', 1, false, code)).toBe('common');
    expect(await telling('how what the', 2)).toBe('how what');
  });

  it('keeps the share of words that no text contains', async () => {
    expect(await telling('qqqa qqqb qqqc rare middle common', 4)).toBe('qqqa qqqb … rare middle');
    expect(await telling('qqqa qqqb qqqc', 2)).toBe('qqqa qqqb');
  });

  it('keeps each word of pasted text once', async () => {
    expect(await telling('rare, common: Rare how', 9, true)).toBe('rare, common … how');
    expect(await telling('rare, common: how', 9, true)).toBe('rare, common: how');
  });

  it('lets other work go on', async () => {
    let yields = 0;
    const text = 'common middle '.repeat(5000);
    await tellingWordsOf(text, index, 2, { isPasted: true, code: NO_CODE }, () => {
      yields += 1;
      return Promise.resolve();
    });
    expect(yields).toBeGreaterThan(text.length / 4000);
  });
});
