import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntryTarget } from '../../../src/vscode/entries/entryTarget';

describe('the target of an entry', () => {
  it('is read from what a command is called with', () => {
    const target = { language: 'ko', post: 2, words: ['lazy loading'] };
    expect(readEntryTarget(target)).toEqual(target);
    expect(readEntryTarget({ ...target, evil: 1 })).toEqual(target);
  });

  it.each([
    [undefined],
    [null],
    ['post 3'],
    [{ post: -1 }],
    [{ post: 1.5 }],
    [{ post: '1' }],
    [{ words: 'all' }],
    [{ words: [] }],
    [{ words: ['', '  ', 3, 'x'.repeat(1_000)] }],
    [{ language: 1 }],
  ])('is the head for %j', (value) => {
    expect(readEntryTarget(value)).toEqual({});
  });

  it('keeps what is valid beside what is not, and not too many words', () => {
    const words = Array.from({ length: 1_000 }, (_, at) => `word${String(at)}`);
    const { post, words: read = [] } = readEntryTarget({ post: 1, language: 7, words: [3, ...words] });
    expect([post, read[0], read.length < 100]).toEqual([1, 'word0', true]);
  });

  it('is read without throwing, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readEntryTarget(value);
      }),
    );
  });
});
