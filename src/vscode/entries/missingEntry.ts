import type { Library } from '../../core/library/library';
import { t } from '../base/l10n';

/** Why a known entry is unavailable: its archive no longer has it, or the archive is not open. */
export function missingEntryMessage(library: Pick<Library, 'archives'>, entry: string): string {
  return library.archives.some(({ id }) => entry.startsWith(`${id}/`))
    ? t('This thread is no longer in its archive.')
    : t('The archive of this thread is not open.');
}
