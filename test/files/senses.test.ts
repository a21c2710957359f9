import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShelf } from '../unit/search/shelf';
import { ROOT } from './run';

/** A query, texts that answer it in other words, and texts that share some of its words or their other meanings. */
interface SenseCase {
  readonly query: string;
  readonly half: 'tune' | 'test';
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

const CASES = readFileSync(join(ROOT, 'test', 'relevance', 'senses.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SenseCase);

const UNRELATED = [
  '오늘 점심은 김치찌개입니다. 날씨가 맑습니다.',
  'The weekly meeting is moved to Friday afternoon.',
  '새로 온 팀원을 소개합니다. 반갑습니다.',
];

/** Whether a right text is found first. */
async function isAnswered({ query, right, wrong }: SenseCase): Promise<boolean> {
  const sheets = Object.fromEntries([
    ...right.map((answer, at) => [`right-${String(at)}`, { title: '-', answer }]),
    ...[...wrong, ...UNRELATED].map((answer, at) => [`wrong-${String(at)}`, { title: '-', answer }]),
  ]) as Parameters<typeof openShelf>[0];
  const [first] = await (await openShelf(sheets)).search(query, { limit: 10 });
  return first?.entry.id.includes('right') === true;
}

describe('meanings', () => {
  it('are asked for in both languages, each once, about half of them set aside', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(100);
    expect(new Set(CASES.map(({ query }) => query)).size).toBe(CASES.length);
    const setAside = CASES.filter(({ half }) => half === 'test').length;
    expect(Math.abs(setAside / CASES.length - 0.5)).toBeLessThan(0.1);
    for (const script of [/\p{Script=Hangul}/u, /^[\x20-\x7e]+$/]) {
      expect(CASES.filter(({ query }) => script.test(query)).length).toBeGreaterThan(15);
    }
  });

  it.each([
    ['tune', 0.8],
    ['test', 0.9],
  ] as const)('are told apart, and found in the other language: %s', async (half, floor) => {
    const cases = CASES.filter((one) => one.half === half);
    const answered: SenseCase[] = [];
    for (const one of cases) if (await isAnswered(one)) answered.push(one);
    expect(answered.length / cases.length).toBeGreaterThanOrEqual(floor);
  });
});
