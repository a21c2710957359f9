/** The project's own queries, on the archive that ships and on the community's document it was made from. */
import { openLibrary, type Library } from '../../src/core/library/library';
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

/** What was found for a query. */
export interface Answered {
  readonly query: RelevanceQuery;
  /** Place of the first right hit, counted from one; nought where there is none. */
  readonly place: number;
  /** Hits that claim to be about it. */
  readonly strong: number;
}

/** Asks every query of a half on the archive that ships. */
export async function askShipped(
  root: string,
  half: RelevanceQuery['half'],
  tuning: Tuning = TUNING,
): Promise<readonly Answered[]> {
  const files = new Map(Object.entries(shippedFiles(root)));
  const library = await openLibrary([sourceOf(files, NAME)], { createIndex: createInvertedIndex, tuning });
  return ask(library, queriesOf(root, half), (id) => id.replace(/^.*\//, ''));
}

/** Asks every query of a half on the community's own document; `undefined` where it is not there. */
export async function askCommunity(
  root: string,
  half: RelevanceQuery['half'],
): Promise<readonly Answered[] | undefined> {
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
): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const query of queries) {
    const hits = await library.search(query.query, { limit: 10 });
    const place = hits.findIndex(({ entry }) => query.expect.includes(nameOf(entry.id))) + 1;
    const strong = hits.filter(({ confidence }) => confidence === 'strong').length;
    answered.push({ query, place, strong });
  }
  return answered;
}

/** Share of the queries that have a right hit among the first `within`, of those that expect one. */
export function success(answered: readonly Answered[], within: number): number {
  const asked = answered.filter(({ query }) => query.expect.length > 0);
  return asked.filter(({ place }) => place > 0 && place <= within).length / asked.length;
}

/** Half by half and kind by kind, as lines of Markdown. */
export async function* ownQueries(root: string): AsyncGenerator<string> {
  yield '### Own queries\n';
  yield '| source | half | kind | queries | success@1 | success@3 | with a strong hit |';
  yield '|---|---|---|---|---|---|---|';
  for (const half of ['tune', 'test'] as const) {
    const shipped = await askShipped(root, half);
    for (const kind of ['all', ...new Set(shipped.map(({ query }) => query.kind))]) {
      const own = shipped.filter(({ query }) => kind === 'all' || query.kind === kind);
      yield row('the archive that ships', half, kind, own);
    }
    const community = await askCommunity(root, half);
    if (community === undefined) continue;
    const isAbout = ({ query }: Answered): boolean => query.expect.length === 0 || query.inChat === true;
    yield row('the community\u2019s document', half, 'those it speaks of', community.filter(isAbout));
    yield row('the community\u2019s document', half, 'all', community);
  }
  yield '';
}

function row(source: string, half: string, kind: string, answered: readonly Answered[]): string {
  const asked = answered.filter(({ query }) => query.expect.length > 0);
  const some = asked.length > 0 ? asked : answered;
  const strong = some.filter((one) => one.strong > 0).length;
  const shares = asked.length > 0 ? [1, 3].map((within) => success(asked, within).toFixed(3)) : ['', ''];
  return `| ${[source, half, kind, String(some.length), ...shares, String(strong)].join(' | ')} |`;
}
