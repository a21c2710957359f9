import { beforeAll, describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { splitCompound } from '../../../src/core/search/compoundSplitting';

let index: ForwardIndex;
beforeAll(async () => {
  index = new ForwardIndex();
  await index.add([{ field: 'title', text: '얼룩말 얼룩 무늬 우리 사육 얼룩얼룩얼' }]);
});

describe('splitCompound', () => {
  it.each([
    ['얼룩말무늬', ['얼룩말', '무늬']],
    ['사육우리무늬', ['사육', '우리', '무늬']],
    ['얼룩말의무늬', ['얼룩말', '무늬']],
    ['새얼룩말우리', ['얼룩말', '우리']],
    ['나우리다', ['우리']],
    ['무늬우리무늬우리', ['무늬', '우리', '무늬', '우리']],
    // A word of the index itself.
    ['얼룩얼룩얼', ['얼룩', '얼룩']],
    ['무늬'.repeat(10), Array.from({ length: 10 }, () => '무늬')],
  ])('splits %s into known words', (word, parts) => {
    expect(splitCompound(word, index)).toEqual(parts);
  });

  it.each([
    ['얼룩', 'too short'],
    ['얼룩말', 'too short'],
    ['가나다라', 'no known part'],
    ['가나다라마우리', 'mostly unknown'],
    ['얼룩말zebra', 'not only Hangul'],
    ['', 'empty'],
    ['나우리다다', 'mostly unknown'],
    ['무늬'.repeat(11), 'too long'],
  ])('does not split "%s": %s', (word) => {
    expect(splitCompound(word, index)).toEqual([]);
  });
});
