import { describe, expect } from 'vitest';
import { JOINED } from '../entries';
import { boxOf, type Window } from '../window';
import { it, OUTPUT } from './tests';

/** Runs a command in a new terminal that prints a traceback and fails. */
async function printTraceback(window: Window): Promise<void> {
  const { page, sidebar } = window;
  // Once it has rows the extension hears of what shells do.
  await sidebar.open();
  await sidebar.row('FastAPI').waitFor();
  await window.runCommand('Terminal: Create New Terminal');
  await page.locator('.xterm.focus').waitFor();
  // VS Code gives extensions what is printed after it has noticed that the command runs, which it has once the line is
  // drawn that the command prints first.
  await page.keyboard.type(`echo ready; read; tail -n 4 ${OUTPUT}; false\n`);
  await page.locator('.xterm-rows > div').getByText('ready', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.terminal-command-decoration.codicon-terminal-decoration-error').waitFor();
}

describe('an error in a terminal', () => {
  it('is a link that opens the answer', async ({ window }) => {
    const { page, panel } = window;
    await printTraceback(window);
    const line = page
      .locator('.xterm-rows > div')
      .filter({ hasText: 'sqlalchemy.exc.MissingGreenlet' })
      .last();
    const { x, y, height } = await boxOf(line);
    await page.mouse.move(x + 60, y + height / 2, { steps: 3 });
    await page.locator('.workbench-hover').getByText(`${JOINED} (ctrl + click)`).waitFor();
    await page.keyboard.down('Control');
    await page.mouse.down();
    await page.mouse.up();
    await page.keyboard.up('Control');
    await panel.waitForEntry(JOINED);
    // At the post that speaks of the error.
    expect(await panel.content.locator('.post-reached').innerText()).toMatch(/MissingGreenlet/);
  });

  it('is found by the command, without selecting anything', async ({ window }) => {
    const { panel } = window;
    await printTraceback(window);
    await window.runCommand('Archive Answers: Find Answers for Error…');
    // One sure answer opens at once, at the post that speaks of the error.
    await panel.waitForEntry(JOINED);
    expect(await panel.content.locator('.post-reached').innerText()).toMatch(/MissingGreenlet/);
  });
});
