import { documentLinks } from '../../src/core/archive/documentLinks';
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import { variantsOf } from '../../src/core/model';
import { entryAsMarkdown } from '../../src/core/render/entryMarkdown';
import { entryText } from '../../src/cli/entryText';
import { renderEntry } from '../../src/core/render/renderEntry';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { memorySource } from '../unit/memory';
import { CONTEXT } from '../unit/render/rendering';

/** Entries that one page shows; each is a page of its own. */
const MAX_RENDERED = 2_000;

/** Reads and indexes an archive of one document, with every pass that follows parsing. */
export function openDocument(text: string): Promise<Library> {
  return openLibrary([memorySource({ 'guide/a.md': text })], { createIndex: createInvertedIndex });
}

/** Asks a library for what surfaces ask it for. */
export async function askLibrary(library: Library): Promise<void> {
  await library.search('how do I use scoped_session 세션 a');
  await library.nearest('how do I use it', 5, 'en');
  library.entriesForSymbol('sqlalchemy.orm.scoped_session');
  library.entriesForSymbol('sqlalchemy.orm.Session');
  library.completions('topic:', 'en');
  const [entry] = library.entries();
  if (entry !== undefined) library.relatedTo(entry);
}

/** Renders entries as the panel's page, as Markdown and as text. */
export function renderEntries(library: Library): number {
  const entries = library.entries().slice(0, MAX_RENDERED);
  const links = documentLinks(library.entries());
  let length = 0;
  for (const entry of entries) {
    for (const variant of variantsOf(entry)) {
      const { shell, chunks } = renderEntry(entry, variant, { ...CONTEXT, links });
      length += shell.length;
      for (const chunk of chunks) length += chunk.length;
      length += entryAsMarkdown(variant).length + entryText(entry, variant).toString().length;
    }
  }
  return length;
}
