import { describe } from 'vitest';
import { CLASSES } from '../entries';
import type { Window } from '../window';
import { it } from './tests';

/** Follows the link in a file, and answers VS Code's question whether the extension may open it. */
async function follow(window: Window, file: string): Promise<void> {
  await window.openFile(file);
  await window.page.locator('.monaco-editor .detected-link').first().click();
  await window.runCommand('Open Link');
  await window.dialog.getByRole('button', { name: 'Open', exact: true }).click();
}

describe('a link from elsewhere', () => {
  it('opens its entry', async ({ window }) => {
    await follow(window, 'notes.md');
    await window.panel.waitForEntry(CLASSES);
  });

  it('to an entry that no archive has offers a search for it', async ({ window, workspace }) => {
    const { toasts, quickInput } = window;
    const link = 'code-oss://archive-answers.archive-answers/entry?id=room/gone.md%23the-folded-log';
    await workspace.write('gone.md', `[here](${link})\n`);
    await follow(window, 'gone.md');
    await toasts.getByText('No archive here has the entry “room/gone.md#the-folded-log”.').waitFor();
    await toasts.getByRole('button', { name: 'Search' }).click();
    await quickInput.waitForText(/^the folded log$/);
    await quickInput.rows.first().waitFor();
  });
});
