import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { JOINED } from '../entries';
import { boxOf, type Window } from '../window';
import { it, OUTPUT } from './tests';

/** What an error of SQLAlchemy says, as it is copied: without its class, its code and its address. */
const MESSAGE = "greenlet_spawn has not been called; can't call await_only() here.";
const ADDRESS = 'https://sqlalche.me/e/20/xd2s';

/** Opens a terminal, once the extension hears of what shells do. */
async function openTerminal(window: Window): Promise<void> {
  const { page, sidebar } = window;
  // It does once it has rows.
  await sidebar.open();
  await sidebar.row('FastAPI').waitFor();
  await window.runCommand('Terminal: Create New Terminal');
  await page.locator('.xterm.focus').waitFor();
}

/** Runs a command in a new terminal that prints a traceback and fails. */
async function printTraceback(window: Window): Promise<void> {
  const { page } = window;
  await openTerminal(window);
  // VS Code gives extensions what is printed after it has noticed that the command runs, which it has once the line is
  // drawn that the command prints first.
  await page.keyboard.type(`echo ready; read; tail -n 4 ${OUTPUT}; false\n`);
  await page.locator('.xterm-rows > div').getByText('ready', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.terminal-command-decoration.codicon-terminal-decoration-error').waitFor();
}

/** Prints lines in a new terminal, and resolves to the last of them that holds a text. */
async function printLines(window: Window, lines: readonly string[], text: string): Promise<Locator> {
  const { page } = window;
  await openTerminal(window);
  await page.keyboard.type(`printf '%s\\n' ${lines.map((line) => JSON.stringify(line)).join(' ')}\n`);
  await page.locator('.terminal-command-decoration.codicon-terminal-decoration-success').waitFor();
  const printed = page.locator('.xterm-rows > div').filter({ hasText: text }).last();
  await printed.waitFor();
  return printed;
}

/** Rests the mouse on a column of a terminal's line until a link says what it does. */
async function pointAtLink({ page }: Window, line: Locator, column: number, tip: string): Promise<void> {
  const { x, y, height } = await boxOf(line);
  const width = await line.evaluate((row) => {
    const range = document.createRange();
    range.selectNodeContents(row);
    return range.getBoundingClientRect().width / (row.textContent.length || 1);
  });
  await page.mouse.move(x + (column + 0.5) * width, y + height / 2, { steps: 3 });
  await page.locator('.workbench-hover').getByText(tip).waitFor();
}

async function clickLink({ page }: Window): Promise<void> {
  await page.keyboard.down('Control');
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.up('Control');
}

describe('an error in a terminal', () => {
  it('is a link that opens the answer', async ({ window }) => {
    const { page, panel } = window;
    await printTraceback(window);
    const line = page
      .locator('.xterm-rows > div')
      .filter({ hasText: 'sqlalchemy.exc.MissingGreenlet' })
      .last();
    await pointAtLink(window, line, 8, `${JOINED} (ctrl + click)`);
    await clickLink(window);
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

  it('is a link by its message alone', async ({ window }) => {
    const line = await printLines(window, [`worker: ${MESSAGE}`], 'worker: greenlet_spawn');
    await pointAtLink(window, line, 20, `${JOINED} (ctrl + click)`);
    await clickLink(window);
    await window.panel.waitForEntry(JOINED);
    expect(await window.panel.content.locator('.post-reached').innerText()).toMatch(/MissingGreenlet/);
  });

  it('leaves a web address to the web, and links the text beside it', async ({ window }) => {
    const { page, panel, dialog } = window;
    const introduction = '(Background on this error at: ';
    const line = await printLines(window, [`${introduction}${ADDRESS})`], introduction);
    await pointAtLink(window, line, introduction.length + 10, 'Follow link (ctrl + click)');
    await clickLink(window);
    await dialog.getByText(ADDRESS).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await pointAtLink(window, line, 8, `${JOINED} (ctrl + click)`);
    await clickLink(window);
    await panel.waitForEntry(JOINED);
  });
});

describe('a message without its class', () => {
  it('is found from the clipboard', async ({ window }) => {
    const { page, panel } = window;
    await page.evaluate((text) => navigator.clipboard.writeText(text), MESSAGE);
    await window.runCommand('Archive Answers: Find Answers for Error…');
    await panel.waitForEntry(JOINED);
    expect(await panel.content.locator('.post-reached').innerText()).toMatch(/MissingGreenlet/);
  });

  it('is found by the search', async ({ window }) => {
    const { page, panel } = window;
    await window.search(MESSAGE, JOINED);
    await page.keyboard.press('Enter');
    await panel.waitForEntry(JOINED);
    expect(await panel.content.locator('.post-reached').innerText()).toMatch(/MissingGreenlet/);
  });
});
