import { describe, expect } from 'vitest';
import { SCOPED } from '../entries';
import { it } from './tests';

const LINE = 'Session = scoped_session';
const NAME = 'scoped_session';

describe('the hover', () => {
  it('comes with the mouse, leads to the entry and on to the search', async ({ window }) => {
    const { editor, panel, quickInput, sidebar } = window;
    await sidebar.open();
    await window.openFile('legacy.py');
    // What the extension has read of the file is listed.
    await sidebar.fileRow(SCOPED).waitFor();
    const hover = await editor.hoverOver(LINE, NAME);
    expect(await hover.innerText()).toMatch(/Self-answered/);
    await hover.getByRole('link', { name: 'More about scoped_session…' }).click();
    await quickInput.waitForText(/^symbol:sqlalchemy\.orm\.scoped_session $/);
    await quickInput.row(SCOPED).waitFor();
    await quickInput.cancel();
    await window.page.mouse.move(0, 0);
    await editor.hover.waitFor({ state: 'hidden' });
    await (await editor.hoverOver(LINE, NAME)).getByRole('link', { name: /^Is a freshly/ }).click();
    await panel.waitForEntry(SCOPED);
  });

  it('comes and opens by keyboard', async ({ window }) => {
    const { editor, panel, page, sidebar } = window;
    await sidebar.open();
    await window.openFile('legacy.py');
    await sidebar.fileRow(SCOPED).waitFor();
    await editor.select(LINE, NAME);
    await window.statusBar.getByText('(14 selected)').waitFor();
    const show = async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.press('ControlOrMeta+I');
    };
    await show();
    await editor.hover.waitFor();
    // Once more goes into it.
    await show();
    await page.locator('.monaco-hover:focus-within').first().waitFor();
    await page.keyboard.press('Tab');
    await editor.hover.getByRole('link').first().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await panel.waitForEntry(SCOPED);
  });
});
