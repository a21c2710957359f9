import { t } from './l10n';
import type { Log } from './log';
import { notify } from './notify';

/** Logs an unexpected error and notifies the user. Resolves once the notification is closed. */
export async function reportFailure(log: Log, error: unknown): Promise<void> {
  log.error(error);
  const showLog = t('Show Log');
  const message = error instanceof Error ? error.message : String(error);
  const chosen = await notify.error(t('Archive Answers failed: {0}', message), showLog);
  if (chosen === showLog) log.show();
}
