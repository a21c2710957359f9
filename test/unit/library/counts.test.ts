import { describe, expect, it } from 'vitest';
import { groupBySymbol } from '../../../src/core/library/grouping';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { topicCounts, topicLevel } from '../../../src/core/library/topics';
import { formatFilter, FILTERS, type FilterName } from '../../../src/core/search/filters';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { nodeFileSystem } from '../../../src/node/fileSystem';
import { folderSource } from '../../../src/sources/folder';
import { memorySource } from '../memory';

const SHIPPED = 'archive/fastapi-user-group';

/** Topics in several places and languages, a symbol by two paths, and entries in one language only. */
const TWO_LANGUAGES = {
  'a.md':
    '---\ntitle: 하나\nlanguage: ko\ntopics: [웹, 세션]\nsymbols: [sqlalchemy.orm.Session]\n---\n\n> x\n',
  'a.en.md': '---\ntitle: One\ntopics: [web, session]\n---\n\n> x\n',
  'b.md': '---\ntitle: 둘\nlanguage: ko\ntopics: [세션, 웹]\nstatus: disputed\n---\n\n> x\n',
  'c.md':
    '---\ntitle: Three\nlanguage: en\ntopics: [Web]\nsymbols: [sqlalchemy.orm.session.Session]\n---\n\n> x\n',
};

const libraries: readonly (readonly [string, () => Promise<Library>])[] = [
  [
    'the archive that ships',
    () =>
      openLibrary([folderSource(nodeFileSystem, SHIPPED, 'shipped')], { createIndex: createInvertedIndex }),
  ],
  [
    'an archive of two languages',
    () => openLibrary([memorySource(TWO_LANGUAGES)], { createIndex: createInvertedIndex }),
  ],
];

describe.each(libraries)('counts in %s', (_name, open) => {
  /** What the search lists, and what the sidebar lists under the same filter. */
  const found = async (library: Library, name: FilterName, value: string): Promise<readonly number[]> => {
    const query = formatFilter(name, value);
    const hits = await library.search(query, { limit: 500, language: 'en' });
    return [hits.length, (await library.matching(query)).length];
  };

  it.each(FILTERS.map((name) => [name]))('%s: completions, search and filter agree', async (name) => {
    const library = await open();
    const completions = library.completions(`${name}:`, 'en');
    expect(completions).not.toEqual([]);
    for (const { value, count } of completions) {
      expect(await found(library, name, value), value).toEqual([count, count]);
    }
  });

  it.each([['en'], ['ko']])('topics of the search are groups of the sidebar (%s)', async (language) => {
    const library = await open();
    const entries = library.entries();
    const counts = new Map(topicCounts(entries, language).map(({ topic, count }) => [topic, count]));
    for (const { topic, entries: own } of topicLevel(entries, language).groups) {
      expect(counts.get(topic), topic).toBe(own.length);
      expect(await found(library, 'topic', topic), topic).toEqual([own.length, own.length]);
    }
  });

  it('groups by symbol have what the filter finds', async () => {
    const library = await open();
    const { groups } = groupBySymbol(library.entries(), (entry) => library.symbolsOf(entry));
    expect(groups).not.toEqual([]);
    for (const { name, entries } of groups) {
      expect((await found(library, 'symbol', name))[0], name).toBe(entries.length);
    }
  });
});
