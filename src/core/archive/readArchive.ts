import { findImages } from './images';
import { inferAnswer } from '../answerLine/inferAnswer';
import {
  variantsOf,
  type ArchiveId,
  type Entry,
  type EntryId,
  type EntryStatus,
  type Titled,
  type Variant,
} from '../model';
import { MAX_ID_LENGTH } from '../parse/frontMatter/values';
import { withOriginalFacts } from '../parse/posts/translatedPosts';
import { parseDocument } from '../parse/parseDocument';
import type { ParsedEntry } from '../parse/readEntry';
import { recurringTitles } from '../parse/templates';
import { withAuthorNames } from './authorNames';
import { MANIFEST_NAME, NO_MANIFEST, readManifest, type Manifest } from './manifest';
import { placeDocuments } from './documentPlaces';
import { otherFileProblems } from './otherFiles';
import type { Problem } from './problems';
import { pairTranslations, type LoadedDocument, type PairedEntry } from './translations';
import { isSourceError, reasonOf, type ArchiveSource, type MaybeYield, type SourceListing } from './archiveSource';
import { mentionedSymbols } from '../symbols/mentionedSymbols';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { withoutTrailing } from '../text/trailing';

/** One source of entries, after reading. */
export interface Archive extends Titled {
  readonly id: ArchiveId;
  readonly description?: string;
  readonly web?: string;
  /** The address for corrections, with placeholders: see `corrections.ts`. */
  readonly corrections?: string;
  readonly location: string;
  /** The folder that paths of its files are relative to. */
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

export interface ReadArchiveOptions {
  /** Ids of other archives. */
  readonly taken?: ReadonlySet<string>;
  readonly maybeYield?: MaybeYield;
}

/**
 * Reads a whole archive. Documents that cannot be read are reported as problems; the rest is kept.
 *
 * @throws {SourceError} when the source itself cannot be read.
 */
export async function readArchive(source: ArchiveSource, options: ReadArchiveOptions = {}): Promise<Archive> {
  const listing = await source.list();
  const problems: Problem[] = [];
  const manifest = listing.manifest ? await loadManifest(source, problems) : NO_MANIFEST;
  const id = archiveId(manifest.id ?? source.name, options.taken ?? new Set(), problems, source);
  const documents = await loadDocuments(source, listing, manifest, problems, options.maybeYield);
  if (listing.cutAt !== undefined) {
    problems.push({ kind: 'tooManyFiles', severity: 'warning', args: [String(listing.cutAt)] });
  }
  for (const document of listing.tooLarge?.documents ?? []) {
    const megabytes = String(Math.round((listing.tooLarge?.limit ?? 0) / 1_000_000));
    problems.push({ kind: 'tooLarge', severity: 'warning', document, args: [megabytes] });
  }
  problems.push(...otherFileProblems(listing));
  const paired = pairTranslations(documents, problems);
  const identified = identify(id, paired, problems);
  const answered = await withInferredAnswers(identified, options.maybeYield);
  const mentioning = await withMentions(answered, options.maybeYield);
  const entries = await findImages(source, mentioning, problems);
  return {
    id,
    title: source.title ?? manifest.title ?? source.name,
    titles: source.title === undefined ? manifest.titles : {},
    ...(manifest.description === undefined ? {} : { description: manifest.description }),
    ...(manifest.web === undefined ? {} : { web: manifest.web }),
    ...(manifest.corrections === undefined ? {} : { corrections: manifest.corrections }),
    location: source.location,
    root: source.root,
    entries,
    problems: problems.sort(compareLocations),
  };
}

function compareLocations(a: Problem, b: Problem): number {
  return (a.document ?? '').localeCompare(b.document ?? '') || (a.line ?? 0) - (b.line ?? 0);
}

async function loadManifest(source: ArchiveSource, problems: Problem[]): Promise<Manifest> {
  const text = await readOrReport(source, MANIFEST_NAME, problems);
  if (text === undefined) return NO_MANIFEST;
  const { manifest, problems: found } = readManifest(text);
  problems.push(...found);
  return manifest;
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

function archiveId(
  wanted: string,
  taken: ReadonlySet<string>,
  problems: Problem[],
  { isFile }: ArchiveSource,
): ArchiveId {
  const letters = wanted.slice(0, MAX_ID_LENGTH).normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const id = withoutTrailing(letters.replace(/^[-.]+/, ''), /-/) || 'archive';
  if (!taken.has(id)) return id as ArchiveId;
  let number = 2;
  while (taken.has(`${id}-${String(number)}`)) number += 1;
  const other = `${id}-${String(number)}`;
  const kind = isFile === true ? 'duplicateFile' : 'duplicateArchive';
  problems.push({ kind, severity: 'warning', args: [id, other] });
  return other as ArchiveId;
}

async function loadDocuments(
  source: ArchiveSource,
  listing: SourceListing,
  manifest: Manifest,
  problems: Problem[],
  maybeYield?: MaybeYield,
): Promise<readonly LoadedDocument[]> {
  const defaults = {
    isArchive: listing.manifest,
    ...(manifest.language === undefined ? {} : { language: manifest.language }),
    ...(manifest.shape === undefined ? {} : { layout: manifest.shape }),
  };
  const texts = await readTexts(source, listing.documents, problems);
  const places = placeDocuments(texts, manifest.language);
  const recurring = recurringTitles(texts);
  const loaded: LoadedDocument[] = [];
  for (const [path, text] of texts) {
    const place = places.get(path) ?? { path };
    const parsed = parseDocument(path, text, { ...defaults, place, recurring });
    for (const problem of parsed.problems) problems.push(problem);
    const entries = parsed.entries.map((entry) => withAuthorNames(entry, manifest.authors ?? 'names'));
    loaded.push({ path, place, parsed: { ...parsed, entries } });
    await maybeYield?.();
  }
  return loaded;
}

/** The texts of the documents that can be read, by path. */
async function readTexts(
  source: ArchiveSource,
  paths: readonly string[],
  problems: Problem[],
): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(paths.map((path) => readOrReport(source, path, problems)));
  return new Map(
    paths.flatMap((path, at): [string, string][] => {
      const text = texts[at];
      return text === undefined ? [] : [[path, text]];
    }),
  );
}

/** Assigns ids to entries and resolves the ids that they refer to. */
function identify(archive: ArchiveId, paired: readonly PairedEntry[], problems: Problem[]): readonly Entry[] {
  const pinned = new Set<string>();
  const withIds = paired.map((pair) => {
    const { original } = pair;
    const isRepeated = original.pinned !== undefined && pinned.has(original.pinned);
    if (isRepeated && original.isPinnedBySite !== true) {
      const location = { document: original.source.document, line: original.source.startLine };
      problems.push({ kind: 'duplicateId', severity: 'error', ...location, args: [original.pinned] });
    }
    if (original.pinned !== undefined) pinned.add(original.pinned);
    const localId =
      isRepeated || original.pinned === undefined
        ? `${original.source.document}#${original.slug}`
        : original.pinned;
    // File names may be decomposed, as on macOS; ids are not.
    return { ...pair, id: `${archive}/${localId}`.normalize('NFC') as EntryId };
  });
  const known = new Map<string, EntryId>(withIds.map(({ id }) => [id, id]));
  return withIds.map(
    ({
      id,
      original: { pinned: _pinned, isPinnedBySite: _isPinnedBySite, slug: _slug, sectionPath: _sectionPath, ...entry }, translations }) => ({
      ...entry,
      id,
      archive,
      translations: translations.map((translation) => variantOf(translation, entry)),
      see: entry.see.flatMap((wanted) => {
        const full = known.get(wanted) ?? known.get(`${archive}/${wanted}`.normalize('NFC'));
        if (full !== undefined) return [full];
        const location = { document: entry.source.document, line: entry.source.startLine };
        problems.push({ kind: 'seeUnknown', severity: 'warning', ...location, args: [wanted] });
        return [];
      }),
    }),
  );
}

/** Adds answer lines from the threads where none is declared. */
async function withInferredAnswers(
  entries: readonly Entry[],
  maybeYield?: MaybeYield,
): Promise<readonly Entry[]> {
  const withAnswers: Entry[] = [];
  for (const entry of entries) {
    const { status, translations } = entry;
    withAnswers.push({
      ...withAnswer(entry, status),
      translations: translations.map((variant) => withAnswer(variant, status)),
    });
    await maybeYield?.();
  }
  return withAnswers;
}

function withAnswer<T extends Variant>(variant: T, status: EntryStatus): T {
  const answer = variant.answer ?? inferAnswer(variant, status);
  return answer === undefined ? variant : { ...variant, answer };
}

/** Adds the symbols that entries mention to those that they declare. */
async function withMentions(entries: readonly Entry[], maybeYield?: MaybeYield): Promise<readonly Entry[]> {
  const declared = new Set(entries.flatMap(({ symbols }) => symbols.map(({ name }) => name)));
  const canonical = (name: string): string => SYMBOLS.resolve(name)?.name ?? name;
  const withSymbols: Entry[] = [];
  for (const entry of entries) {
    const declaredHere = new Set(entry.symbols.map(({ name }) => canonical(name)));
    const mentioned = await mentionedSymbols(variantsOf(entry), { symbols: SYMBOLS, declared }, maybeYield);
    withSymbols.push({
      ...entry,
      symbols: [...entry.symbols, ...mentioned.filter(({ name }) => !declaredHere.has(canonical(name)))],
    });
    await maybeYield?.();
  }
  return withSymbols;
}

function variantOf(
  { language, title, shortTitle, topics, answer, posts, links, images, code, source }: ParsedEntry,
  original: Pick<ParsedEntry, 'posts' | 'status'>,
): Variant {
  return {
    language,
    title,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    topics,
    ...(answer === undefined ? {} : { answer }),
    posts: withOriginalFacts(original.posts, posts, original.status),
    links,
    images,
    code,
    source,
  };
}
