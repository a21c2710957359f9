import { findImages } from './images';
import { variantsOf, type ArchiveId, type Entry, type EntryId, type Titled, type Variant } from '../model';
import { withOriginalFacts } from '../parse/posts/translatedPosts';
import { parseDocument, type ParsedDocument } from '../parse/parseDocument';
import type { ParsedEntry } from '../parse/readEntry';
import { MANIFEST_NAME, NO_MANIFEST, readManifest, type Manifest } from './manifest';
import { languageOfName } from '../parse/fileNames';
import type { Problem } from './problems';
import { isSourceError, reasonOf, type ArchiveSource, type MaybeYield } from './archiveSource';
import { mentionedSymbols } from '../symbols/mentionedSymbols';
import { SYMBOLS } from '../symbolTable/symbolTable';

/** One source of entries, read. */
export interface Archive extends Titled {
  readonly id: ArchiveId;
  readonly description?: string;
  readonly web?: string;
  /** Where what is outdated or wrong can be told: an address with placeholders, see `corrections.ts`. */
  readonly corrections?: string;
  readonly location: string;
  /** The folder that paths of its files count from. */
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

export interface ReadArchiveOptions {
  /** Ids that other archives have already. */
  readonly taken?: ReadonlySet<string>;
  readonly maybeYield?: MaybeYield;
}

/**
 * Reads a whole archive. A document that cannot be read or parsed is a problem of the archive; the rest is kept.
 *
 * @throws {SourceError} when the source itself cannot be read.
 */
export async function readArchive(source: ArchiveSource, options: ReadArchiveOptions = {}): Promise<Archive> {
  const listing = await source.list();
  const problems: Problem[] = [];
  const manifest = listing.manifest ? await loadManifest(source, problems) : NO_MANIFEST;
  const id = archiveId(manifest.id ?? source.name, options.taken ?? new Set(), problems);
  const documents = await loadDocuments(source, listing.documents, manifest, problems, options.maybeYield);
  if (listing.cutAt !== undefined) {
    problems.push({ kind: 'tooManyFiles', severity: 'warning', args: [String(listing.cutAt)] });
  }
  for (const document of listing.tooLarge?.documents ?? []) {
    const megabytes = String(Math.round((listing.tooLarge?.limit ?? 0) / 1_000_000));
    problems.push({ kind: 'tooLarge', severity: 'warning', document, args: [megabytes] });
  }
  const paired = pairTranslations(documents, problems);
  const identified = await withMentions(identify(id, paired, problems), options.maybeYield);
  const entries = await findImages(source, identified, problems);
  return {
    id,
    title: manifest.title ?? source.name,
    titles: manifest.titles,
    ...(manifest.description === undefined ? {} : { description: manifest.description }),
    ...(manifest.web === undefined ? {} : { web: manifest.web }),
    ...(manifest.corrections === undefined ? {} : { corrections: manifest.corrections }),
    location: source.location,
    root: source.root,
    entries,
    problems: problems.sort(byPlace),
  };
}

function byPlace(a: Problem, b: Problem): number {
  return (a.document ?? '').localeCompare(b.document ?? '') || (a.line ?? 0) - (b.line ?? 0);
}

async function loadManifest(source: ArchiveSource, problems: Problem[]): Promise<Manifest> {
  const text = await readOrReport(source, MANIFEST_NAME, problems);
  if (text === undefined) return NO_MANIFEST;
  const read = readManifest(text);
  problems.push(...read.problems);
  return read.manifest;
}

async function readOrReport(
  source: ArchiveSource,
  path: string,
  problems: Problem[],
): Promise<string | undefined> {
  try {
    return await source.read(path);
  } catch (error) {
    if (!isSourceError(error)) throw error;
    problems.push({ kind: 'unreadable', severity: 'error', document: path, args: [reasonOf(error)] });
    return undefined;
  }
}

function archiveId(wanted: string, taken: ReadonlySet<string>, problems: Problem[]): ArchiveId {
  const id =
    wanted
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+|-+$/g, '') || 'archive';
  if (!taken.has(id)) return id as ArchiveId;
  let number = 2;
  while (taken.has(`${id}-${String(number)}`)) number += 1;
  const other = `${id}-${String(number)}`;
  problems.push({ kind: 'duplicateArchive', severity: 'warning', args: [id, other] });
  return other as ArchiveId;
}

interface LoadedDocument {
  readonly path: string;
  readonly parsed: ParsedDocument;
}

async function loadDocuments(
  source: ArchiveSource,
  paths: readonly string[],
  manifest: Manifest,
  problems: Problem[],
  maybeYield?: MaybeYield,
): Promise<readonly LoadedDocument[]> {
  const defaults = {
    ...(manifest.language === undefined ? {} : { language: manifest.language }),
    ...(manifest.shape === undefined ? {} : { layout: manifest.shape }),
  };
  const texts = await Promise.all(paths.map((path) => readOrReport(source, path, problems)));
  const loaded: LoadedDocument[] = [];
  for (const [at, path] of paths.entries()) {
    const text = texts[at];
    if (text === undefined) continue;
    const parsed = parseDocument(path, text, defaults);
    problems.push(...parsed.problems);
    loaded.push({ path, parsed });
    await maybeYield?.();
  }
  return loaded;
}

interface PairedEntry {
  readonly draft: ParsedEntry;
  readonly translations: readonly ParsedEntry[];
}

/**
 * `NAME.en.md` beside `NAME.md` holds translations of its entries, matched by pinned id, else by place. What
 * matches nothing is an entry of its own, in its language.
 */
function pairTranslations(documents: readonly LoadedDocument[], problems: Problem[]): readonly PairedEntry[] {
  const originals = new Map(documents.map((document) => [document.path, document]));
  const translations = new Map<string, LoadedDocument[]>();
  for (const document of documents) {
    const language = languageOfName(document.path);
    const original = document.path.replace(new RegExp(`\\.${language ?? ''}(?=\\.[^.]+$)`), '');
    if (language === undefined || !originals.has(original)) continue;
    originals.delete(document.path);
    translations.set(original, [...(translations.get(original) ?? []), document]);
  }
  return [...originals.values()].flatMap(({ path, parsed }) => {
    const byEntry = parsed.entries.map((): ParsedEntry[] => []);
    const unmatched: ParsedEntry[] = [];
    for (const { path: document, parsed: translated } of translations.get(path) ?? []) {
      const matched = matchTranslations(parsed, translated);
      matched.forEach((translation, at) => {
        if (translation !== undefined) byEntry[at]?.push(translation);
      });
      const taken = new Set(matched);
      const left = translated.entries.filter((entry) => !taken.has(entry));
      if (left.length === 0) continue;
      unmatched.push(...left);
      const args = [path, String(left.length), String(translated.entries.length)];
      problems.push({ kind: 'translationUnmatched', severity: 'info', document, line: 1, args });
    }
    return [
      ...parsed.entries.map((draft, at) => ({ draft, translations: byEntry[at] ?? [] })),
      ...unmatched.map((draft) => ({ draft, translations: [] })),
    ];
  });
}

/**
 * For each entry of the original its translation: the entry with the same pinned id; without one, that at the same
 * place among the headings; where places differ but the number of entries does not, that of the same number.
 */
function matchTranslations(
  original: ParsedDocument,
  translated: ParsedDocument,
): readonly (ParsedEntry | undefined)[] {
  const byPin = new Map(translated.entries.map((entry) => [entry.pinned, entry]));
  const byPlace = new Map(translated.entries.map((entry) => [entry.sectionPath, entry]));
  const allPlaced = original.entries.every(({ sectionPath: place }) => byPlace.has(place));
  const byNumber = !allPlaced && original.entries.length === translated.entries.length;
  return original.entries.map(({ pinned, sectionPath: place }, at) => {
    const samePin = pinned === undefined ? undefined : byPin.get(pinned);
    if (samePin !== undefined) return samePin;
    const samePlace = byNumber ? translated.entries[at] : byPlace.get(place);
    return samePlace?.pinned === undefined ? samePlace : undefined;
  });
}

/** Gives every entry its id and resolves the ids it refers to. */
function identify(archive: ArchiveId, paired: readonly PairedEntry[], problems: Problem[]): readonly Entry[] {
  const pinned = new Set<string>();
  const withIds = paired.map((pair) => {
    const { draft } = pair;
    const repeated = draft.pinned !== undefined && pinned.has(draft.pinned);
    if (repeated) {
      const place = { document: draft.source.document, line: draft.source.startLine };
      problems.push({ kind: 'duplicateId', severity: 'error', ...place, args: [draft.pinned] });
    }
    if (draft.pinned !== undefined) pinned.add(draft.pinned);
    const local =
      repeated || draft.pinned === undefined ? `${draft.source.document}#${draft.slug}` : draft.pinned;
    // A file's name may come decomposed; ids do not.
    return { ...pair, id: `${archive}/${local}`.normalize('NFC') as EntryId };
  });
  const known = new Map<string, EntryId>(withIds.map(({ id }) => [id, id]));
  return withIds.map(
    ({ id, draft: { pinned: _pinned, slug: _slug, sectionPath: _place, ...draft }, translations }) => ({
      ...draft,
      id,
      archive,
      translations: translations.map((translation) => variantOf(translation, draft)),
      see: draft.see.flatMap((wanted) => {
        const full = known.get(wanted) ?? known.get(`${archive}/${wanted}`.normalize('NFC'));
        if (full !== undefined) return [full];
        const place = { document: draft.source.document, line: draft.source.startLine };
        problems.push({ kind: 'seeUnknown', severity: 'warning', ...place, args: [wanted] });
        return [];
      }),
    }),
  );
}

/** Adds to what entries declare the symbols that they speak of. */
async function withMentions(entries: readonly Entry[], maybeYield?: MaybeYield): Promise<readonly Entry[]> {
  const declared = new Set(entries.flatMap(({ symbols }) => symbols.map(({ name }) => name)));
  const canonical = (name: string): string => SYMBOLS.resolve(name)?.name ?? name;
  const found: Entry[] = [];
  for (const entry of entries) {
    const own = new Set(entry.symbols.map(({ name }) => canonical(name)));
    const mentioned = await mentionedSymbols(variantsOf(entry), { symbols: SYMBOLS, declared }, maybeYield);
    found.push({
      ...entry,
      symbols: [...entry.symbols, ...mentioned.filter(({ name }) => !own.has(canonical(name)))],
    });
    await maybeYield?.();
  }
  return found;
}

function variantOf(
  { language, title, topics, posts, links, images, code, source }: ParsedEntry,
  original: Pick<ParsedEntry, 'posts' | 'status'>,
): Variant {
  const told = withOriginalFacts(original.posts, posts, original.status);
  return { language, title, topics, posts: told, links, images, code, source };
}
