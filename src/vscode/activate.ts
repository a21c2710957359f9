import * as vscode from 'vscode';
import { Answers } from './answers';
import { AnswerPanel } from './panel';
import { showSearch } from './search';

/** Registers and returns; archives, index and renderer load on first use. */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = own(vscode.window.createOutputChannel('Archive Answers', { log: true }));
  const answers = own(new Answers(context.extensionUri, log));
  const panel = own(
    new AnswerPanel(context.extensionUri, answers, (error) => void reportFailure(log, error)),
  );

  const command = (name: string, action: () => Promise<void>): void => {
    own(
      vscode.commands.registerCommand(`archiveAnswers.${name}`, async () => {
        try {
          await action();
        } catch (error) {
          await reportFailure(log, error);
        }
      }),
    );
  };
  command('search', () => showSearch(answers, (entry, variant) => panel.open(entry, variant)));
  command('showLog', () => {
    log.show();
    return Promise.resolve();
  });
}

/** A failure of ours: named to the user, with all there is in the log. */
async function reportFailure(log: vscode.LogOutputChannel, error: unknown): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const showLog = vscode.l10n.t('Show Log');
  const message = error instanceof Error ? error.message : String(error);
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('Archive Answers failed: {0}', message),
    showLog,
  );
  if (chosen === showLog) log.show();
}
