import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
    await window.runCommand('Terminal: Create New Terminal');
    await window.page
      .locator('.xterm-rows')
      .getByText('$')
      .or(window.page.locator('.xterm-rows').getByText('#'))
      .first()
      .waitFor();
    await window.page.keyboard.type('cat output.txt; false\n');
    await window.page.locator('.xterm-rows').getByText('sqlalche.me').first().waitFor();
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('is a link that opens the answer', async () => {
    const line = window.page
      .locator('.xterm-rows > div')
      .filter({ hasText: 'sqlalchemy.exc.MissingGreenlet' })
      .first();
    const box = await line.boundingBox();
    expect(box).not.toBeNull();
    const { x = 0, y = 0, height = 0 } = box ?? {};
    await window.page.mouse.move(x + 40, y + height / 2);
    await window.page.mouse.move(x + 60, y + height / 2, { steps: 4 });
    await window.page
      .locator('.monaco-hover:visible, .terminal-hover-target')
      .first()
      .waitFor({ state: 'attached' });
    await window.page.waitForTimeout(1_500);
    await window.picture('terminal-link');
    await window.page.keyboard.down('Control');
    await window.page.mouse.click(x + 60, y + height / 2);
    await window.page.keyboard.up('Control');
    await window.panel.locator(MISSING).waitFor();
    await window.picture('terminal-link-followed');
  });

  it('is found by the command, without selecting anything', async () => {
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Archive Answers: Find Answers for Error…');
    const first = window.results.first();
    const panel = window.panel.locator(MISSING);
    await first.or(panel).first().waitFor();
    if (await first.isVisible()) {
      await window.picture('find-for-error');
      await window.page.keyboard.press('Enter');
    }
    await panel.waitFor();
  });
});
