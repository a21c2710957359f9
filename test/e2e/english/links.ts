import { describe } from 'vitest';
import { CLASSES } from '../entries';
import type { Window } from '../window';
import { it } from './tests';

/** Follows the link in a file. */
async function follow(window: Window, file: string): Promise<void> {
  await window.openFile(file);
  await window.page.locator('.monaco-editor .detected-link').first().click();
  await window.runCommand('Open Link');
}

describe('a link from elsewhere', () => {
  it('opens its entry', async ({ window }) => {
    await follow(window, 'link.md');
    await window.panel.waitForEntry(CLASSES);
  });

  it('to an entry that no archive has offers a search for it', async ({ window }) => {
    const { toasts, quickInput } = window;
    await follow(window, 'gone.md');
    await toasts.getByText('No open archive has the entry “room/gone.md#the-folded-log”.').waitFor();
    await toasts.getByRole('button', { name: 'Search' }).click();
    await quickInput.waitForText(/^the folded log$/);
    await quickInput.rows.first().waitFor();
  });
});
