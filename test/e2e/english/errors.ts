import { describe } from 'vitest';
import { JOINED } from '../entries';
import type { Window } from '../window';
import { it, OUTPUT } from './tests';

/** Opens a terminal whose shell tells VS Code of its commands, as one with a finished command does. */
async function openTerminal({ page, runCommand }: Window): Promise<void> {
  await runCommand('Terminal: Create New Terminal');
  await page.locator('.xterm.focus').waitFor();
  await page.keyboard.type('true\n');
  await page.locator('.terminal-command-decoration.codicon-terminal-decoration-success').first().waitFor();
}

/** Runs a command that prints a traceback and fails. */
async function printTraceback({ page }: Window): Promise<void> {
  await page.keyboard.type(`cat ${OUTPUT}; false\n`);
  await page.locator('.terminal-command-decoration.codicon-terminal-decoration-error').first().waitFor();
}

describe('an error in a terminal', () => {
  it('is a link that opens the answer', async ({ window }) => {
    const { page, panel } = window;
    await openTerminal(window);
    await printTraceback(window);
    const line = page
      .locator('.xterm-rows > div')
      .filter({ hasText: 'sqlalchemy.exc.MissingGreenlet' })
      .last();
    await page.keyboard.down('ControlOrMeta');
    await line.hover({ position: { x: 60, y: 8 } });
    await page.locator('.xterm.xterm-cursor-pointer').waitFor();
    await page.mouse.down();
    await page.mouse.up();
    await page.keyboard.up('ControlOrMeta');
    await panel.waitForEntry(JOINED);
    await window.runCommand('Terminal: Kill All Terminals');
  });

  it('is found by the command, without selecting anything', async ({ window }) => {
    const { panel } = window;
    await openTerminal(window);
    await printTraceback(window);
    await window.runCommand('Archive Answers: Find Answers for Error…');
    // One sure answer opens at once.
    await panel.waitForEntry(JOINED);
    await window.runCommand('Terminal: Kill All Terminals');
  });
});
