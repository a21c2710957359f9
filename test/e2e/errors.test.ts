import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, it, vi } from 'vitest';
import { fixtures, Window } from './window';

const MISSING = 'article[data-entry-id="fastapi-user-group/async-join-missing-rows"]';

describe('an error in the terminal', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({
      folder: join(fixtures, 'locked'),
      // Without the graphics card rows are text that can be found.
      settings: {
        'terminal.integrated.gpuAcceleration': 'off',
        'terminal.integrated.defaultProfile.linux': 'bash',
      },
    });
    // The extension is told only of commands that begin while it runs.
    await window.openSearch();
    await window.page.keyboard.press('Escape');
    await window.runCommand('Terminal: Create New Terminal');
    await window.page
      .locator('.xterm-rows')
      .getByText('$')
      .or(window.page.locator('.xterm-rows').getByText('#'))
      .first()
      .waitFor();
    await fail();
    await window.page.locator('.xterm-rows').getByText('sqlalche.me').first().waitFor();
  });
  /** Runs a command that prints a traceback. */
  const fail = async (): Promise<void> => {
    await window.page.locator('.xterm-screen:visible').first().click();
    await window.page.locator('.xterm.focus').first().waitFor();
    await window.page.keyboard.type('cat output.txt; false\n');
  };
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('is a link that opens the answer', async () => {
    const line = window.page
      .locator('.xterm-rows > div')
      .filter({ hasText: 'sqlalchemy.exc.MissingGreenlet' })
      .last();
    const answer = window.panel.locator(MISSING);
    // While the archives are being read there is no link yet; a reader would try again.
    for (let tries = 0; tries < 6 && !(await answer.isVisible()); tries += 1) {
      // The prompt that comes after it may still move it up.
      const { x, y, height } = (await line.boundingBox()) ?? { x: 0, y: 0, height: 0 };
      await window.page.mouse.move(x + 200, y - 60);
      await window.page.mouse.move(x + 60, y + height / 2, { steps: 4 });
      await window.page.waitForTimeout(1_500);
      await window.picture('terminal-link');
      await window.page.keyboard.down('Control');
      await window.page.mouse.click(x + 60, y + height / 2);
      await window.page.keyboard.up('Control');
      await answer.waitFor({ timeout: 4_000 }).catch(() => undefined);
    }
    await answer.waitFor();
    await window.picture('terminal-link-followed');
  });

  it('is found by the command, without selecting anything', async () => {
    await window.runCommand('View: Close All Editors');
    await vi.waitFor(
      async () => {
        await window.page.keyboard.press('Escape');
        // The shell tells of its commands from some time after its first prompt on: a reader would run it again.
        await fail();
        await window.page.waitForTimeout(1_000);
        await window.runCommand('Archive Answers: Find Answers for Error…');
        // One sure answer opens at once.
        await window.panel.locator(MISSING).waitFor({ timeout: 8_000 });
      },
      { timeout: 120_000, interval: 500 },
    );
  });
});
