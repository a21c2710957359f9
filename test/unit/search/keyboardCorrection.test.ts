import { beforeAll, describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { correctKeyboardLayout } from '../../../src/core/search/keyboardCorrection';
import { TUNING } from '../../../src/core/search/tuning';

let index: ForwardIndex;
beforeAll(async () => {
  index = new ForwardIndex();
  await index.add([{ field: 'answers', text: '얼룩말 세션을 zebra dkssud orm.lion df zx tptusas' }]);
});
const corrected = (query: string) => correctKeyboardLayout(query, index, TUNING);

describe('correctKeyboardLayout', () => {
  it('corrects words where only the other layout gives a known word, and says what was typed', () => {
    expect(corrected('a djffnrakf  ㅋ듀ㄱㅁ')).toEqual({
      text: 'a 얼룩말  zebra',
      corrected: [
        { start: 2, end: 5, typed: 'djffnrakf' },
        { start: 7, end: 12, typed: 'ㅋ듀ㄱㅁ' },
      ],
    });
  });

  it.each([
    ['dkssud', 'typed as it is in the archive'],
    ['얼룩말', 'known'],
    ['lion', 'known as the last part of a path'],
    ['zebras', 'known without its ending'],
    ['zebr', 'the beginning of a known word'],
    ['gksrmf', 'unknown in both layouts'],
    ['ㅇㄹ', 'initials of a known word'],
    ['?!', 'no word'],
    ['', 'empty'],
  ])('keeps "%s": %s', (query) => {
    expect(corrected(query)).toEqual({ text: query, corrected: [] });
  });

  it('corrects initials only where no word has them', () => {
    // The keys of ㅇㄹ type df, those of ㅋㅌ type zx.
    expect(corrected('ㅇㄹ').text).toBe('ㅇㄹ');
    expect(corrected('ㅋㅌ').text).toBe('zx');
  });

  it('corrects a word of which only a part is known', () => {
    expect(corrected('세션ㅁㄴ').text).toBe('tptusas');
  });

  it('corrects the beginning of a known word from four letters on', () => {
    expect(corrected('djffnr').text).toBe('얼룩');
    // Two letters of 얼.
    expect(corrected('ㅋ듀ㄱ').text).toBe('zebr');
    expect(corrected('ㅋ듀').text).toBe('ㅋ듀');
  });

  it('does nothing where the rule is off', () => {
    const off = { ...TUNING, query: { ...TUNING.query, keyboard: 0 } };
    expect(correctKeyboardLayout('djffnrakf', index, off)).toEqual({ text: 'djffnrakf', corrected: [] });
  });
});
