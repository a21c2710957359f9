import { describe, expect, it } from 'vitest';
import { order } from './shelf';

/** What a query asks for, prose about it, and sample code that only has a name spelled like it. */
const CASES = [
  ['주문', '주문은 들어온 순서대로 처리합니다.', '주문 = load(주문)'],
  ['order', 'Every order is handled as it comes in.', 'order = load(order)'],
  ['upload', 'An upload is stored in a bucket for a week.', 'upload(file)\n> upload(other)'],
  ['retry', 'A retry happens after a minute at most.', '@retry(times=3)\n> def call(): ...'],
  ['cache', 'The cache holds what was read last.', 'cache = {}\n> cache.clear()'],
] as const;

describe('sample code', () => {
  it.each(CASES)('ranks below prose about %s', async (query, prose, code) => {
    const found = await order(query, {
      code: { title: 'One', answer: `This is how it goes here.\n>\n> \`\`\`python\n> ${code}\n> \`\`\`` },
      prose: { title: 'Two', answer: prose },
    });
    expect(found).toEqual(['prose', 'code']);
  });
});
