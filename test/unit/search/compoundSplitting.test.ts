import { describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { splitCompound } from '../../../src/core/search/compoundSplitting';

const collection = new ForwardIndex();
await collection.add([{ field: 'title', text: '얼룩말 얼룩 무늬 우리 사육' }]);

describe('piecesOf', () => {
  it.each([
    ['얼룩말무늬', ['얼룩말', '무늬']],
    ['사육우리무늬', ['사육', '우리', '무늬']],
    ['얼룩말의무늬', ['얼룩말', '무늬']],
    ['새얼룩말우리', ['얼룩말', '우리']],
  ])('cuts %s where known words meet', (word, pieces) => {
    expect(splitCompound(word, collection)).toEqual(pieces);
  });

  it.each([
    ['얼룩', 'too short'],
    ['얼룩말', 'too short'],
    ['가나다라', 'of nothing known'],
    ['가나다라마우리', 'mostly of nothing known'],
    ['얼룩말zebra', 'no Hangul'],
    ['', 'nothing'],
    ['무늬'.repeat(11), 'too long'],
  ])('leaves %s: %s', (word) => {
    expect(splitCompound(word, collection)).toEqual([]);
  });
});
