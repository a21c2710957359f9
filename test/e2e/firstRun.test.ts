import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { quickInput } from '../../scripts/host/browser.mjs';
import { UNTIL, Window } from './window';

/** The walkthrough is drawn anew a moment after it is opened again, and folds the step that was just unfolded. */
const SOON = { timeout: 2_000 };

const WORDS = {
  en: {
    command: 'Archive Answers: Getting Started',
    title: 'Get Started with Archive Answers',
    steps: [
      'Search as you would ask',
      'Rest the mouse on a name',
      'Read the thread beside your code',
      'Add an archive of your own',
    ],
    buttons: ['Search', 'Open an Example', 'Browse the Entries', 'Add Archive…'],
    search: 'Archive Answers: Search',
    add: 'Add Archive',
  },
  ko: {
    command: 'Archive Answers: 시작하기',
    title: 'Archive Answers 시작하기',
    steps: [
      '묻듯이 검색하기',
      '이름에 마우스 올리기',
      '코드 옆에서 스레드 읽기',
      '직접 모은 아카이브 더하기',
    ],
    buttons: ['검색', '예제 열기', '항목 둘러보기', '아카이브 추가…'],
    search: 'Archive Answers: 검색',
    add: '아카이브 추가',
  },
} as const;

describe.each(['en', 'ko'] as const)('the first run in %s', (locale) => {
  const words = WORDS[locale];
  let window: Window;
  beforeAll(async () => {
    // As a window is that nobody has set up, but for VS Code's own pages.
    const settings = { 'workbench.welcomePage.walkthroughs.openOnInstall': true };
    // The pictures have no room in a narrow window.
    const viewport = { width: 1700, height: 900 };
    window = await Window.open({ settings, viewport, ...(locale === 'en' ? {} : { locale }) });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  const step = (at: number): Locator =>
    window.page
      .locator('.getting-started-step')
      .filter({ has: window.page.locator('.step-title').getByText(words.steps[at] ?? '', { exact: true }) });

  const button = (at: number): Locator =>
    step(at)
      .locator('.monaco-button')
      .getByText(words.buttons[at] ?? '', { exact: true });

  const unfold = async (at: number): Promise<void> => {
    const isOpen = (await step(at).getAttribute('class', SOON))?.split(' ').includes('expanded');
    if (isOpen !== true) await step(at).locator('.step-title').click(SOON);
    await button(at).waitFor(SOON);
  };

  /** Opens the walkthrough at a step, and resolves to it. */
  const stepOf = async (at: number): Promise<Locator> => {
    await window.runCommand(words.command);
    await vi.waitFor(() => unfold(at), UNTIL);
    return step(at);
  };

  const press = async (at: number): Promise<void> => {
    await stepOf(at);
    await vi.waitFor(async () => {
      await unfold(at);
      await button(at).click(SOON);
    }, UNTIL);
  };

  it('opens nothing and notifies of nothing, not even once the extension runs', async () => {
    await window.openSidebar();
    await window.tree.row('FastAPI').waitFor();
    expect(await window.page.locator('.tab').count()).toBe(0);
    await window.runCommand('Notifications: Show Notifications');
    await window.page.locator('.notifications-center.visible').waitFor();
    const said = await window.page.locator('.notification-list-item').allInnerTexts();
    expect(said.filter((text) => text.includes('Archive Answers'))).toEqual([]);
    await window.runCommand('Notifications: Hide Notifications');
  });

  it('has a walkthrough of four steps, with pictures in the language of the window', async () => {
    await window.runCommand(words.command);
    await window.page.locator('.getting-started').getByText(words.title, { exact: true }).first().waitFor();
    const titles = window.page.locator('.getting-started-step .step-title');
    await expect.poll(() => titles.allInnerTexts()).toEqual(words.steps);
    for (const [at, name] of ['search', 'hover', 'panel', 'archive'].entries()) {
      await stepOf(at);
      const picture = window.page.locator('.getting-started-media img').first();
      await expect
        .poll(() => picture.evaluate((image) => decodeURIComponent((image as HTMLImageElement).currentSrc)))
        .toContain(`media/walkthrough/${locale}-${name}-`);
      await expect
        .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(300);
      await window.picture(`first-run-${locale}-${name}`);
    }
  });

  it('searches from the first step, which is done then', async () => {
    await press(0);
    await window.page
      .locator('.quick-input-title:visible')
      .getByText(words.search, { exact: true })
      .waitFor();
    await window.page.keyboard.press('Escape');
    const found = await stepOf(0);
    await found.locator('.codicon-getting-started-step-checked').waitFor();
  });

  it('opens an example whose names have answers', async () => {
    await press(1);
    await window.page
      .locator('.tab.active')
      .getByText(/^Untitled-\d/)
      .first()
      .waitFor();
    await window.hover('SessionLocal = scoped_session', 'scoped_session');
    await window.page.mouse.move(0, 0);
  });

  it('leads to the entries from the third step', async () => {
    await window.runCommand('View: Show Explorer');
    await press(2);
    await window.tree.row('FastAPI').waitFor();
    await window.tree.expand('FastAPI');
    await window.page.locator('.sidebar .monaco-list-row[aria-level="2"]').first().click();
    await window.panel.locator('article.entry').waitFor();
    const found = await stepOf(2);
    await found.locator('.codicon-getting-started-step-checked').waitFor();
  });

  it('asks for an archive from the last step, which is done only by one', async () => {
    await press(3);
    await window.page.locator('.quick-input-title:visible').getByText(words.add, { exact: true }).waitFor();
    await expect.poll(() => quickInput(window.page).rows.count()).toBe(2);
    await window.page.keyboard.press('Escape');
    const found = await stepOf(3);
    expect(await found.locator('.codicon-getting-started-step-checked').count()).toBe(0);
  });
});
