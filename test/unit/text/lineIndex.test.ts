import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../src/core/text/lineIndex';

describe('LineIndex', () => {
  it('finds the line of every offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '가')), (characters) => {
        const text = characters.join('');
        const index = new LineIndex(text);
        for (let offset = 0; offset < text.length; offset += 1) {
          expect(index.lineAt(offset)).toBe(text.slice(0, offset).split('\n').length - 1);
        }
      }),
    );
  });

  it('does not count a line after a final line feed', () => {
    expect(new LineIndex('a\nb\n').count).toBe(2);
    expect(new LineIndex('').count).toBe(1);
  });
});
