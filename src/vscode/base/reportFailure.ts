import type * as vscode from 'vscode';
import { t } from './l10n';
import { notify } from './notify';

export function logError(log: vscode.LogOutputChannel, error: unknown): void {
  log.error(error instanceof Error ? error : String(error));
}

/** Logs an unexpected error and notifies the user. Resolves once the notification is closed. */
export async function reportFailure(log: vscode.LogOutputChannel, error: unknown): Promise<void> {
  logError(log, error);
  const showLog = t('Show Log');
  const message = error instanceof Error ? error.message : String(error);
  const chosen = await notify.error(t('Archive Answers failed: {0}', message), showLog);
  if (chosen === showLog) log.show();
}
