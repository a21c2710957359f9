import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtures, Window } from './window';

describe('archives of the settings', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({
      folder: fixtures,
      settings: { 'archiveAnswers.sources': ['room/room.md', 'broken'] },
    });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('are searched beside the one that ships, and show their pictures', async () => {
    await window.openSearch();
    await window.type('작업 큐', '백그라운드 작업에서 요청의 세션을 그대로 써도 되나요?');
    await window.page.keyboard.press('Enter');
    const picture = window.panel.locator('img');
    await picture.waitFor({ state: 'attached' });
    // Pictures load when they come into view.
    await picture.evaluate((image) => {
      image.scrollIntoView();
    });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48);
    expect(await window.panel.locator('.image-missing').innerText()).toBe(
      'Image missing from the archive: ./images/lost.png',
    );
    await window.picture('panel-images');
  });

  it('are named with file and line in the log where they are broken, and work where they are not', async () => {
    await window.openSearch();
    await window.type('wholesome', 'Is the rest still found when files around it are broken?');
    await window.page.keyboard.press('Escape');
    await window.runCommand('Archive Answers: Show Log');
    const log = window.page.locator('.output-view .view-lines');
    // The view shows the last lines, wraps long ones and draws spaces as no-break spaces.
    const text = () => log.innerText().then((shown) => shown.replace(/\s/g, ''));
    await expect
      .poll(text, { timeout: 20_000 })
      .toContain('broken/values.md:3:Thefrontmatterkey"status"shouldbeoneof');
    expect(await text()).toContain('broken/latin1.md:Thefilecannotberead:itisnotUTF-8text.');
    await window.picture('log');
  });
});

describe('a workspace that is not trusted', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ folder: `${fixtures}/untrusted`, trust: false });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('does not get the archives read that its own settings name', async () => {
    await window.openSearch();
    expect(await window.results.count()).toBe(8);
    await window.picture('untrusted');
  });
});
