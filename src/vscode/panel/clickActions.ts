import * as vscode from 'vscode';
import { t } from '../base/l10n';
import { copyText } from '../entries/entryActions';
import type { EntryPanel } from './entryPanel';
import { copyPost, openSourceAt, PANEL_ACTIONS } from './panelActions';
import type { ClickMessage } from './panelManager';

/** Performs what a click on a panel's page asks for. `src/webview/controls.ts` sends these messages. */
export async function performClick(panel: EntryPanel, message: ClickMessage): Promise<void> {
  switch (message.type) {
    case 'action': {
      const { action, request } = message;
      const isCopy = action === 'copyLink' || action === 'copyMarkdown';
      await confirmCopy(panel, request, async () => (await PANEL_ACTIONS[action](panel)) === true && isCopy);
      return;
    }
    case 'located':
      await openSourceAt(panel, message.post);
      return;
    case 'search':
      await vscode.commands.executeCommand('archiveAnswers.search', message.query);
      return;
    case 'copyText':
      await confirmCopy(panel, message.request, async () => {
        await copyText(message.text, t('Code copied'));
        return true;
      });
      return;
    case 'copyPost':
      await confirmCopy(panel, message.request, () => copyPost(panel, message.post));
  }
}

/** Tells the control whether something was copied, also when the action fails. */
async function confirmCopy(
  panel: EntryPanel,
  request: number | undefined,
  action: () => Promise<boolean>,
): Promise<void> {
  let isDone = false;
  try {
    isDone = await action();
  } finally {
    if (request !== undefined) panel.send({ type: 'copied', request, isDone });
  }
}
