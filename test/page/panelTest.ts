import type { BrowserContext } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../scripts/host/browser.mjs';
import { ensureBrowser } from '../../scripts/host/install.mjs';
import { Panel, type PanelOptions } from './panel';
import type { RoomContents } from './room';

interface Fixtures {
  readonly browserContext: BrowserContext;
  /** Opens the panel's page on an archive. The test fails if the page reported any problem. */
  readonly openPanel: (contents: RoomContents, options?: PanelOptions) => Promise<Panel>;
}

export const it = test.extend<Fixtures>({
  browserContext: [
    // eslint-disable-next-line no-empty-pattern -- Vitest reads the fixtures needed from this pattern.
    async ({}, use) => {
      const { browser } = await openBrowser({ browser: await ensureBrowser({ log: () => undefined }) });
      const context = await browser.newContext();
      // With one page kept open, further ones open in about half the time.
      await context.newPage();
      await use(context);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  openPanel: async ({ browserContext, onTestFinished }, use) => {
    const panels: Panel[] = [];
    onTestFinished(async ({ task }) => {
      for (const panel of panels) {
        if (task.result?.state === 'fail') await panel.picture(`failed ${task.name}`);
        await panel.close();
      }
    });
    await use(async (contents, options) => {
      const panel = await Panel.open(browserContext, contents, options);
      panels.push(panel);
      return panel;
    });
    expect(panels.flatMap((panel) => panel.problems)).toEqual([]);
  },
});
