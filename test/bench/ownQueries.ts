/** The project's own queries, on the archive that ships and on the community's document that it was made from. */
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { TUNING, type Tuning } from '../../src/core/search/tuning';
import {
  communityDocument,
  loadRelevanceQueries,
  SHIPPED_IDS,
  shippedFiles,
  type RelevanceQuery,
} from './corpora';
import { sourceOf } from './engines';

const NAME = 'fastapi-user-group';

/** A query with its result. */
export interface JudgedQuery {
  readonly query: RelevanceQuery;
  /** Rank of the first relevant hit, counted from one; zero where there is none. */
  readonly rank: number;
  /** Number of strong hits. */
  readonly strong: number;
}

/** Asks every query of a half on the archive that ships. */
export async function askShipped(
  root: string,
  half: RelevanceQuery['half'],
  tuning: Tuning = TUNING,
): Promise<readonly JudgedQuery[]> {
  const files = new Map(Object.entries(shippedFiles(root)));
  const library = await openLibrary([sourceOf(files, NAME)], { createIndex: createInvertedIndex, tuning });
  return ask(library, queriesOf(root, half), (id) => id.replace(/^.*\//, ''));
}

/** Asks every query of a half on the community's own document; `undefined` where it is not there. */
export async function askCommunity(
  root: string,
  half: RelevanceQuery['half'],
): Promise<readonly JudgedQuery[] | undefined> {
  const document = communityDocument(root);
  if (document === undefined) return undefined;
  const source = sourceOf(new Map([[`${NAME}.md`, document]]), NAME);
  const library = await openLibrary([source], { createIndex: createInvertedIndex });
  const ids = new Map(library.entries().map(({ id }, at) => [id as string, SHIPPED_IDS[at] ?? id]));
  return ask(library, queriesOf(root, half), (id) => ids.get(id) ?? id);
}

function queriesOf(root: string, half: RelevanceQuery['half']): readonly RelevanceQuery[] {
  return loadRelevanceQueries(root).filter((query) => query.half === half);
}

async function ask(
  library: Library,
  queries: readonly RelevanceQuery[],
  nameOf: (id: string) => string,
): Promise<readonly JudgedQuery[]> {
  const judged: JudgedQuery[] = [];
  for (const query of queries) {
    const hits = await library.search(query.query, { limit: 10 });
    const rank = hits.findIndex(({ entry }) => query.expect.includes(nameOf(entry.id))) + 1;
    const strong = hits.filter(({ confidence }) => confidence === 'strong').length;
    judged.push({ query, rank, strong });
  }
  return judged;
}

/** Share of the queries with an expected hit that have one among the first `within`. */
export function success(judged: readonly JudgedQuery[], within: number): number {
  const positive = judged.filter(({ query }) => query.expect.length > 0);
  return positive.filter(({ rank }) => rank > 0 && rank <= within).length / positive.length;
}

/** Results by half and kind, as lines of Markdown. */
export async function* ownQueries(root: string): AsyncGenerator<string> {
  yield '### Own queries\n';
  yield '| source | half | kind | queries | success@1 | success@3 | with a strong hit |';
  yield '|---|---|---|---|---|---|---|';
  for (const half of ['tune', 'test'] as const) {
    const shipped = await askShipped(root, half);
    for (const kind of ['all', ...new Set(shipped.map(({ query }) => query.kind))]) {
      const ofKind = shipped.filter(({ query }) => kind === 'all' || query.kind === kind);
      yield row('the archive that ships', half, kind, ofKind);
    }
    const community = await askCommunity(root, half);
    if (community === undefined) continue;
    const isInChat = ({ query }: JudgedQuery): boolean => query.expect.length === 0 || query.inChat === true;
    yield row('the community\u2019s document', half, 'those it discusses', community.filter(isInChat));
    yield row('the community\u2019s document', half, 'all', community);
  }
  yield '';
}

function row(source: string, half: string, kind: string, judged: readonly JudgedQuery[]): string {
  const positive = judged.filter(({ query }) => query.expect.length > 0);
  const counted = positive.length > 0 ? positive : judged;
  const strong = counted.filter((one) => one.strong > 0).length;
  const shares =
    positive.length > 0 ? [1, 3].map((within) => success(positive, within).toFixed(3)) : ['', ''];
  return `| ${[source, half, kind, String(counted.length), ...shares, String(strong)].join(' | ')} |`;
}
