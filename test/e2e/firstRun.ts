import { describe, expect } from 'vitest';
import { Walkthrough, type WalkthroughLabels } from './walkthrough';
import type { WindowTest } from './windowTests';

/** Beginnings of the names of the pictures, which a step shows in the language of the window. */
const PICTURES = ['search', 'hover', 'panel', 'archive'] as const;
/** What a window shows that nobody has set up. These tests come first: they open the sidebar. */
export function firstRunTests(it: WindowTest, locale: 'en' | 'ko', labels: WalkthroughLabels): void {
  describe('the first run', () => {
    it('opens nothing and notifies of nothing, not even once the extension runs', async ({ window }) => {
      const { editor, sidebar, page } = window;
      await sidebar.open();
      await sidebar.row('FastAPI').waitFor();
      expect(await editor.tabs.count()).toBe(0);
      await window.runCommand('Notifications: Show Notifications');
      const notifications = page.locator('.notifications-center.visible');
      await notifications.waitFor();
      const texts = await notifications.locator('.notification-list-item').allInnerTexts();
      expect(texts.filter((text) => text.includes('Archive Answers'))).toEqual([]);
      await window.runCommand('Notifications: Hide Notifications');
    });

    it('offers a walkthrough of four steps with pictures in the language of the window', async ({
      window,
    }) => {
      const walkthrough = new Walkthrough(window, labels);
      await walkthrough.open();
      expect(await walkthrough.titles.allInnerTexts()).toEqual(labels.steps);
      const shown = (): Promise<readonly [string, boolean]> =>
        walkthrough.picture.evaluate((image: HTMLImageElement) => [
          decodeURIComponent(image.currentSrc),
          image.naturalWidth > 300,
        ]);
      for (const [index, name] of PICTURES.entries()) {
        await walkthrough.expand(index);
        await expect
          .poll(shown)
          .toEqual([expect.stringContaining(`media/walkthrough/${locale}-${name}-`), true]);
      }
    });
  });
}
