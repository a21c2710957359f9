import { addToGroup } from '../base/grouping';
import type { ParsedDocument } from '../parse/parseDocument';
import type { ParsedEntry } from '../parse/readEntry';
import type { DocumentPlace } from './documentPlaces';
import type { Problem } from './problems';

export interface LoadedDocument {
  readonly path: string;
  readonly place: DocumentPlace;
  readonly parsed: ParsedDocument;
}

export interface PairedEntry {
  readonly original: ParsedEntry;
  readonly translations: readonly ParsedEntry[];
}

/**
 * Pairs the entries of documents with those of their translations (see `matchTranslations`). A translation that matches
 * no entry becomes an entry of its own.
 */
export function pairTranslations(
  documents: readonly LoadedDocument[],
  problems: Problem[],
): readonly PairedEntry[] {
  const loaded = new Set(documents.map(({ path }) => path));
  const translations = new Map<string, LoadedDocument[]>();
  const originals: LoadedDocument[] = [];
  for (const document of documents) {
    const { original } = document.place;
    if (original === undefined || !loaded.has(original)) originals.push(document);
    else addToGroup(translations, original, document);
  }
  return originals.flatMap(({ path, parsed }) => {
    const byEntry = parsed.entries.map((): ParsedEntry[] => []);
    const unmatched: ParsedEntry[] = [];
    for (const { path: document, parsed: translated } of translations.get(path) ?? []) {
      const matched = matchTranslations(parsed, translated);
      matched.forEach((translation, at) => {
        if (translation !== undefined) byEntry[at]?.push(translation);
      });
      const taken = new Set(matched);
      const others = translated.entries.filter((entry) => !taken.has(entry));
      if (others.length === 0) continue;
      for (const entry of others) unmatched.push(entry);
      const args = [path, String(others.length), String(translated.entries.length)];
      problems.push({ kind: 'translationUnmatched', severity: 'info', document, line: 1, args });
    }
    return [
      ...parsed.entries.map((entry, at) => ({ original: entry, translations: byEntry[at] ?? [] })),
      ...unmatched.map((entry) => ({ original: entry, translations: [] })),
    ];
  });
}

/** The entries of all documents, each on its own. */
export function unpaired(documents: readonly LoadedDocument[]): readonly PairedEntry[] {
  return documents.flatMap(({ parsed }) =>
    parsed.entries.map((entry) => ({ original: entry, translations: [] })),
  );
}

/**
 * The translation of each entry of the original: the entry with the same pinned id, else the one at the same place among
 * the headings; where the places differ but the number of entries is the same, the one at the same index.
 */
function matchTranslations(
  original: ParsedDocument,
  translated: ParsedDocument,
): readonly (ParsedEntry | undefined)[] {
  const byPin = new Map(translated.entries.map((entry) => [entry.pinned, entry]));
  const bySectionPath = new Map(translated.entries.map((entry) => [entry.sectionPath, entry]));
  const haveSamePaths = original.entries.every(({ sectionPath }) => bySectionPath.has(sectionPath));
  const byIndex = !haveSamePaths && original.entries.length === translated.entries.length;
  return original.entries.map(({ pinned, sectionPath }, at) => {
    const samePin = pinned === undefined ? undefined : byPin.get(pinned);
    if (samePin !== undefined) return samePin;
    const counterpart = byIndex ? translated.entries[at] : bySectionPath.get(sectionPath);
    return counterpart?.pinned === undefined ? counterpart : undefined;
  });
}
