import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Window } from './window';
import type { WindowTest } from './windowTests';

interface Labels {
  readonly locale: 'en' | 'ko';
  readonly command: string;
  readonly title: string;
  readonly steps: readonly [string, string, string, string];
  /** One for each step. */
  readonly buttons: readonly [string, string, string, string];
  /** The title of the search. */
  readonly search: string;
  /** The title of the list that Add Archive… opens. */
  readonly add: string;
}

/** Beginnings of the names of the pictures, which a step shows in the language of the window. */
const PICTURES = ['search', 'hover', 'panel', 'archive'] as const;
/** CSS pixels; in a narrow window there is no room for the pictures. */
const WIDE = { width: 1700, height: 900 };

/** What a window shows that nobody has set up. These tests come first: they open the sidebar. */
export function firstRunTests(it: WindowTest, labels: Labels): void {
  const stepOf = ({ page }: Window, at: number): Locator =>
    page
      .locator('.getting-started-step')
      .filter({ has: page.locator('.step-title').getByText(labels.steps[at] ?? '', { exact: true }) });
  const buttonOf = (window: Window, at: number): Locator =>
    stepOf(window, at)
      .locator('.monaco-button')
      .getByText(labels.buttons[at] ?? '', { exact: true });

  const open = async (window: Window): Promise<void> => {
    await window.page.setViewportSize(WIDE);
    await window.runCommand(labels.command);
    // The step that comes next is unfolded, and its picture shown.
    await window.page.locator('.getting-started-step.expanded').waitFor();
    await window.page.locator('.getting-started-media img').first().waitFor();
  };
  const expand = async (window: Window, at: number): Promise<void> => {
    const isOpen = await buttonOf(window, at).isVisible();
    if (!isOpen) await stepOf(window, at).locator('.step-title').click();
    await buttonOf(window, at).waitFor();
  };
  /** Presses the button of a step. */
  const press = async (window: Window, at: number): Promise<void> => {
    await open(window);
    await expand(window, at);
    await buttonOf(window, at).click();
  };

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
      const { page } = window;
      await open(window);
      await page.locator('.getting-started').getByText(labels.title, { exact: true }).first().waitFor();
      expect(await page.locator('.getting-started-step .step-title').allInnerTexts()).toEqual(labels.steps);
      const picture = page.locator('.getting-started-media img').first();
      const shown = (): Promise<readonly [string, boolean]> =>
        picture.evaluate((image: HTMLImageElement) => [
          decodeURIComponent(image.currentSrc),
          image.naturalWidth > 300,
        ]);
      for (const [at, name] of PICTURES.entries()) {
        await expand(window, at);
        await expect
          .poll(shown)
          .toEqual([expect.stringContaining(`media/walkthrough/${labels.locale}-${name}-`), true]);
      }
    });

    it('searches from its first step, which is done then', async ({ window }) => {
      await press(window, 0);
      await window.quickInput.waitForTitle(labels.search);
      await window.quickInput.cancel();
      await stepOf(window, 0).locator('.codicon-getting-started-step-checked').waitFor();
    });

    it('opens an example whose names have answers', async ({ window }) => {
      const { editor, sidebar } = window;
      await press(window, 1);
      await editor.activeTab
        .getByText(/^Untitled-/)
        .first()
        .waitFor();
      await sidebar.file.locator('.monaco-list-row').first().waitFor();
      await editor.hoverOver('SessionLocal = scoped_session', 'scoped_session');
    });

    it('asks for an archive from its last step, which only an archive completes', async ({ window }) => {
      await press(window, 3);
      await window.quickInput.waitForTitle(labels.add);
      expect(await window.quickInput.rows.count()).toBe(2);
      await window.quickInput.cancel();
      await buttonOf(window, 3).waitFor();
      expect(await stepOf(window, 3).locator('.codicon-getting-started-step-checked').count()).toBe(0);
    });
  });
}
