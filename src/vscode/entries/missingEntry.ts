import type { Library } from '../../core/library/library';
import { t } from '../base/l10n';

/** Why an entry that was there once is not to be had: it has gone from its archive, or the archive itself is not open. */
export function missingEntryMessage(library: Pick<Library, 'archives'>, entry: string): string {
  return library.archives.some(({ id }) => entry.startsWith(`${id}/`))
    ? t('This thread is no longer in its archive.')
    : t('The archive of this thread is not open.');
}
