import type { ArchiveId, Entry, EntryId, Variant } from '../model';
import type { ParsedEntry } from '../parse/readEntry';
import { withOriginalFacts } from '../parse/posts/translatedPosts';
import type { Problem } from './problems';
import type { PairedEntry } from './translations';

/** Assigns ids to entries and resolves the ids that they refer to. */
export function identifyEntries(archive: ArchiveId, paired: readonly PairedEntry[], problems: Problem[]): readonly Entry[] {
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
