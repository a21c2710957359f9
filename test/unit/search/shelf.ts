import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';

/** An entry as a test writes it: its answer, or more of it. */
export type Sheet =
  | string
  | {
      readonly title?: string;
      readonly question?: string;
      readonly answer?: string;
      readonly front?: string;
    };

/** A library of one archive, its entries by their ids. Without a title an entry is called after its id. */
export function openShelf(sheets: Readonly<Record<string, Sheet>>): Promise<Library> {
  const files = Object.entries(sheets).map(([id, sheet]) => {
    const {
      title = id,
      question,
      answer,
      front = '',
    } = typeof sheet === 'string' ? { answer: sheet } : sheet;
    const asked = question === undefined ? '' : `${question}\n\n`;
    const said = answer === undefined ? '' : `> ${answer}\n`;
    return [`${id}.md`, `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\n${front}\n---\n\n${asked}${said}`];
  });
  return openLibrary([memorySource(Object.fromEntries(files) as Record<string, string>)], {
    createIndex: createInvertedIndex,
  });
}

/** Ids of what a query finds in a shelf, best first. */
export async function idsFor(library: Library, query: string): Promise<readonly string[]> {
  const hits = await library.search(query, { limit: 100 });
  return hits.map(({ entry }) => entry.id.replace('room/', ''));
}

/** Ids of what a query finds among some entries. */
export async function order(
  query: string,
  sheets: Readonly<Record<string, Sheet>>,
): Promise<readonly string[]> {
  return idsFor(await openShelf(sheets), query);
}
