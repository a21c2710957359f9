import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { sourceOf } from '../bench/engines';
import { fixture, ROOT } from './run';

interface Ranking {
  readonly name: string;
  readonly query: string;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

const UNRELATED = [
  '회의는 수요일 두 시입니다.',
  '색상 표는 디자인 폴더에 있습니다.',
  'Logging goes to standard output.',
  '점심은 열두 시에 먹습니다.',
];

const rankingsIn = (path: string): readonly Ranking[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Ranking);

/** The text of the first hit among those of a ranking and unrelated ones, each an entry. */
async function firstHit({ query, right, wrong }: Ranking): Promise<string | undefined> {
  const texts = [...wrong, ...UNRELATED, ...right];
  const files = new Map(texts.map((text, at) => [`${String(at)}.md`, `---\ntitle: "-"\n---\n\n${text}\n`]));
  const library = await openLibrary([sourceOf(files, 'rankings')], { createIndex: createInvertedIndex });
  const [first] = await library.search(query, { limit: 1 });
  return first === undefined ? undefined : texts[Number.parseInt(first.entry.source.document, 10)];
}

describe('Korean as it is typed', () => {
  const rankings = rankingsIn(fixture('korean/rankings.jsonl'));

  it.each(rankings)('$name: $query', async (ranking) => {
    expect(ranking.right).toContain(await firstHit(ranking));
  });
});

const SHARED = join(ROOT, '..', 'shared', 'cases', 'search', 'rankings.jsonl');
/** The cases that are about forms of words rather than about synonyms. */
const FORMS = /^(?:란|라서|이라서|verb-cut|adnominal|aux|neg-prefix|spacing)/u;

describe.skipIf(!existsSync(SHARED))('the rankings of others', () => {
  const rankings = existsSync(SHARED) ? rankingsIn(SHARED).filter(({ name }) => FORMS.test(name)) : [];

  it.each(rankings)('$name: $query', async (ranking) => {
    expect(ranking.right).toContain(await firstHit(ranking));
  });
});
