import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTail } from '../../../src/cli/logText';

async function* streamOf(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const utf16 = (text: string): Buffer => Buffer.from(`\u{feff}${text}`, 'utf16le');

/** A buffer in chunks of a size. */
function chunksOf(bytes: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
}

describe('readTail', () => {
  it.each([
    ['nothing', '', 10, ''],
    ['what fits', 'one\ntwo\n', 8, 'one\ntwo\n'],
    ['the lines that fit', 'one\ntwo\nthree\n', 11, 'two\nthree\n'],
    ['the last line only', 'one\ntwo\nthree\n', 9, 'three\n'],
    ['nothing of a line that does not fit', 'one\nseven\n', 4, ''],
    ['Korean', '하나\n둘셋\n', 10, '둘셋\n'],
  ])('keeps %s', async (_, text, maxSize, expected) => {
    for (const size of [1, 2, 3, 100])
      expect(await readTail(streamOf(...chunksOf(utf8(text), size)), maxSize)).toBe(expected);
  });

  it('reads UTF-16 with its byte order mark, whatever is cut off', async () => {
    const bytes = utf16('첫 줄\r\n둘째 줄\r\n');
    for (const size of [1, 3, 100]) {
      expect(await readTail(streamOf(...chunksOf(bytes, size)), 1000)).toBe('첫 줄\r\n둘째 줄\r\n');
      for (const maxSize of [14, 15, 17, 19])
        expect(await readTail(streamOf(...chunksOf(bytes, size)), maxSize)).toBe('둘째 줄\r\n');
    }
  });

  it('is the same however the bytes arrive', async () => {
    const bytes = fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array));
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 9 }),
        async (all, max, size) => {
          const whole = await readTail(streamOf(all), max);
          expect(await readTail(streamOf(...chunksOf(all, size)), max)).toBe(whole);
          expect(whole.length).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});
