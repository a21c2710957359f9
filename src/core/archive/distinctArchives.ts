import type { ArchiveId, Entry, EntryId } from '../model';
import type { Archive } from './readArchive';

/** The id, or one with a number where others have it. */
export function uniqueId(id: ArchiveId, taken: ReadonlySet<ArchiveId>): ArchiveId {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${String(number)}` as ArchiveId)) number += 1;
  return `${id}-${String(number)}` as ArchiveId;
}

/** An archive under another id, which its entries begin with. Says so in a problem. */
export function withArchiveId(archive: Archive, id: ArchiveId, { isFile }: { readonly isFile: boolean }): Archive {
  const renamed = (entry: EntryId): EntryId => `${id}${entry.slice(archive.id.length)}` as EntryId;
  const kind = isFile ? 'duplicateFile' : 'duplicateArchive';
  return {
    ...archive,
    id,
    entries: archive.entries.map(
      (entry): Entry => ({ ...entry, id: renamed(entry.id), archive: id, see: entry.see.map(renamed) }),
    ),
    problems: [{ kind, severity: 'warning', args: [archive.id, id] }, ...archive.problems],
  };
}
