import type { ArchiveId } from '../model';
import { MAX_ID_LENGTH } from '../parse/frontMatter/values';
import { withoutTrailing } from '../text/trailing';

/** The id that an archive has where no other one has it: what it declares, or the name of its folder or file. */
export function archiveId(wanted: string): ArchiveId {
  const letters = wanted
    .slice(0, MAX_ID_LENGTH)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return (withoutTrailing(letters.replace(/^[-.]+/, ''), /-/) || 'archive') as ArchiveId;
}
