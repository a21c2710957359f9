import { describe, expect } from 'vitest';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import { pageLabels } from '../../src/vscode/panel/pageRendering';
import type { Panel } from './panel';
import { it } from './panelTest';
import { EVERYTHING, EVERYTHING_ROOM, longThread, OTHER, shippedRoom } from './rooms';

const SCOPED = 'scoped-session-threads';
const ONE_SIDE = 'Should a session be global?';
const OTHER_SIDE = 'Should a session be made for each request?';
const DISPUTE = {
  files: {
    'one.md': `---\nid: one\nstatus: disputed\nsee: [other]\n---\n# ${ONE_SIDE}\n\n> A1. One for all is simple.\n\n> A1-1. I disagree. Two threads share it then.\n`,
    'other.md': `---\nid: other\nstatus: disputed\nsee: [one]\n---\n# ${OTHER_SIDE}\n\n> A1. Yes, each its own.\n`,
  },
};

/** The text of the live region. */
const said = (panel: Panel) => () => panel.locator('.live').innerText();

describe('copying', () => {
  it('sends the code as text, the index of the post, and a request for the thread or its link', async ({
    openPanel,
  }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await panel.locator('figure.code').first().hover();
    await panel.button(panelLabels().copyCode).click();
    const post = panel.locator('.post').filter({ hasText: 'It holds more than that' });
    await post.hover();
    await post.locator('[data-copy-post]').click();
    await panel.button(panelLabels().actions.copyMarkdown).click();
    await panel.button(panelLabels().actions.copyLink).click();
    await panel.settled();
    const [code] = panel.host.received('copyText');
    expect(code?.text).toMatch(/^session = sessionmaker\(bind=engine, (?:an_option=True, )+\)$/);
    const [copied] = panel.host.received('copyPost');
    const posts = panel.room.entry('everything')?.posts ?? [];
    expect(posts[copied?.post ?? -1]?.markdown).toBe('I disagree. It holds more than that.');
    expect(panel.host.received('action').map(({ action }) => action)).toEqual(['copyMarkdown', 'copyLink']);
  });

  it.for(['copyMarkdown', 'copyLink', 'copyPost', 'copyCode'] as const)(
    'is confirmed by a check mark and announced, for a moment: %s',
    async (what, { openPanel }) => {
      const panel = await openPanel(EVERYTHING_ROOM);
      await panel.openEntry('everything');
      await panel.holdTimers();
      const selector = { copyPost: '[data-copy-post="1"]', copyCode: '[data-copy-code]' };
      const control = panel
        .locator(what in selector ? selector[what as keyof typeof selector] : `[data-act="${what}"]`)
        .first();
      await control.focus();
      await panel.press('Enter');
      await panel.locator('.is-copied').waitFor();
      expect(await control.getAttribute('class')).toContain('is-copied');
      const icon = await control
        .locator('.codicon')
        .evaluate((element) => getComputedStyle(element, '::before').content);
      // The glyph of a check mark.
      expect(icon).toBe('"\uEAB2"');
      expect(await said(panel)()).toBe(pageLabels().copied);
      await panel.runTimers();
      await panel.locator('.is-copied').waitFor({ state: 'detached' });
      expect(await said(panel)()).toBe('');
    },
  );

  it('is not confirmed when it fails', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    panel.host.canCopy = false;
    await panel.button(panelLabels().actions.copyLink).click();
    await panel.settled();
    await panel.settled();
    expect(await panel.locator('.is-copied').count()).toBe(0);
    expect(await said(panel)()).toBe('');
  });

  it('is confirmed in the language of the window', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM, { language: 'ko' });
    await panel.openEntry('everything');
    await panel.holdTimers();
    await panel.button(panelLabels().actions.copyLink).click();
    await expect.poll(said(panel)).toBe(pageLabels().copied);
    expect(pageLabels().copied).not.toBe('Copied');
    expect(await panel.locator('.live').getAttribute('lang')).toBe('ko');
  });
});

describe('the page sends', () => {
  it('requests to open the source and to report the entry', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await panel.locator('.facts [data-act]').click();
    await panel.button(panelLabels().actions.openSource).click();
    await panel.button(panelLabels().actions.report).click();
    await expect
      .poll(() => panel.host.received('action').map(({ action }) => action))
      .toEqual(['openSource', 'openSource', 'report']);
    await panel.settled();
    expect(await panel.locator('.is-copied').count()).toBe(0);
  });

  it('the topic or symbol to search for', async ({ openPanel }) => {
    const panel = await openPanel(await shippedRoom());
    await panel.openEntry(SCOPED);
    await panel.locator('.symbols button').first().click();
    await panel.locator('.topics button').first().click();
    await expect.poll(() => panel.host.received('search').length).toBe(2);
    const [symbol, topic] = panel.host.received('search').map(({ query }) => query);
    expect(symbol).toMatch(/^symbol:/);
    expect(topic).toMatch(/^topic:/);
  });

  it('the title to search for when the entry is gone', async ({ openPanel }) => {
    const panel = await openPanel(DISPUTE);
    await panel.openEntry('one');
    await panel.room.write({ 'one.md': undefined });
    await panel.host.render();
    await panel.locator('.gone').getByText('This thread is no longer in its archive.').waitFor();
    expect(await panel.locator('.gone p').first().innerText()).toBe(ONE_SIDE);
    await panel.picture('gone');
    await panel.locator('.gone [data-search]').click();
    await expect.poll(() => panel.host.received('search').length).toBe(1);
    expect(panel.host.received('search')[0]?.query).toContain('Should a session be global');
  });

  it('pointer presses, and gives the context menu the post', async ({ openPanel }) => {
    const panel = await openPanel(await shippedRoom());
    await panel.openEntry(SCOPED);
    await panel.locator('.post-answer .kind').first().click({ button: 'right' });
    const index = await panel.locator('.post-answer').first().getAttribute('id');
    await expect
      .poll(() => panel.menuContext)
      .toEqual({ webviewSection: 'post', post: Number(index?.slice('post-'.length)) });
    expect(panel.host.received('pointerDown').length).toBe(1);
    await panel.locator('h1').click({ button: 'right' });
    await expect.poll(() => panel.menuContext).toEqual({});
  });
});

describe('links', () => {
  it('in a post open other entries of the archive, and leave the web to VS Code', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await panel.page.getByRole('link', { name: 'the manual' }).click();
    await expect.poll(() => panel.openedLinks).toEqual(['https://example.org/manual']);
    await panel.page.getByRole('link', { name: 'the other side', exact: true }).click();
    await panel.heading(OTHER).waitFor();
    expect(panel.host.received('openEntry')).toEqual([{ type: 'openEntry', id: 'room/other' }]);
    await panel.locator('.dispute').getByRole('link', { name: EVERYTHING }).click();
    await panel.heading(EVERYTHING).waitFor();
  });

  it('connect both sides of a dispute, and posts that disagree are marked', async ({ openPanel }) => {
    const panel = await openPanel(DISPUTE);
    await panel.openEntry('one');
    expect(await panel.locator('.stance').innerText()).toBe(panelLabels().agreement.disagrees);
    await panel.picture('disputed');
    await panel.locator('.dispute').getByRole('link', { name: OTHER_SIDE }).click();
    await panel.heading(OTHER_SIDE).waitFor();
    await panel.locator('.dispute').getByRole('link', { name: ONE_SIDE }).waitFor();
  });

  it('to related entries open them, without a reason where the archivist named them', async ({
    openPanel,
  }) => {
    const panel = await openPanel(await shippedRoom());
    await panel.openEntry(SCOPED);
    const related = panel.locator('.related li').first();
    // The archivist has named the first one, which needs no reason.
    expect(await related.locator('.why').count()).toBe(0);
    const title = await related.locator('a').innerText();
    await related.locator('a').click();
    await panel.heading(title).waitFor();
  });

  it('in a reply go to the post that it answers', async ({ openPanel }) => {
    const text = '---\nid: a\n---\n# A?\n\n> A1. Yes.\n\n> A1-1. Really?\n\n> A1-2. I do not think so.\n';
    const panel = await openPanel({ files: { 'a.md': text } });
    await panel.openEntry('a');
    const link = panel.locator('a.answers').last();
    const target = ((await link.getAttribute('href')) ?? '').slice(1);
    await link.click();
    await expect.poll(() => panel.focusedId()).toBe(target);
  });
});

describe('while another entry arrives', () => {
  it('controls act on neither of the two', async ({ openPanel }) => {
    const panel = await openPanel({ files: { ...EVERYTHING_ROOM.files, 'long.md': longThread(60) } });
    await panel.openEntry('long');
    await panel.scrollToPost(50);
    await panel.openEntry('other');
    panel.host.holdsChunks = true;
    await panel.host.go(-1);
    await panel.settled();
    await panel.button(panelLabels().actions.copyLink).click();
    await panel.button(panelLabels().actions.report).click();
    await panel.locator('[data-copy-post]').first().focus();
    await panel.press('Enter');
    await panel.settled();
    expect(panel.host.received('action')).toEqual([]);
    expect(panel.host.received('copyPost')).toEqual([]);
    await panel.host.sendRest();
    await panel.heading('How long may a thread be?').waitFor();
    await panel.button(panelLabels().actions.copyLink).click();
    await expect.poll(() => panel.host.received('action').length).toBe(1);
  });
});

describe("the project's versions", () => {
  it("appear beside the entry's, and change with the project", async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    panel.host.comparison = 'for 1.4 · you have 2.0.36';
    await panel.openEntry('everything');
    const comparison = panel.locator('.comparison');
    expect(await comparison.innerText()).toBe('for 1.4 · you have 2.0.36');
    await panel.host.compare('for 1.4 · you have 2.0.40');
    await expect.poll(() => comparison.innerText()).toBe('for 1.4 · you have 2.0.40');
    await panel.host.compare('');
    await comparison.waitFor({ state: 'hidden' });
  });

  it('are ignored when they belong to an earlier render', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await panel.host.send({ type: 'comparison', run: 99, text: 'for 1.4 · you have 3.0' });
    await panel.settled();
    expect(await panel.locator('.comparison').isVisible()).toBe(false);
  });
});
