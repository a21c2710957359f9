import { describe, expect } from 'vitest';
import { it } from './panelTest';
import { EVERYTHING_ROOM } from './rooms';

describe('layout', () => {
  it.for([420, 760, 1280])(
    'breaks Korean between words only, %i pixels wide',
    async (width, { openPanel }) => {
      const panel = await openPanel(EVERYTHING_ROOM, { viewport: { width, height: 800 } });
      await panel.openEntry('korean');
      const { words, broken } = await panel.locator('article.entry').evaluate((article) => {
        const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        const broken: string[] = [];
        let words = 0;
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
          for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (lines.size > 1) broken.push(word);
            words += 1;
          }
        }
        return { words, broken };
      });
      expect(words).toBeGreaterThan(100);
      expect(broken).toEqual([]);
      expect(await panel.overflow()).toBeLessThanOrEqual(0);
      await panel.picture(`korean-${String(width)}`);
    },
  );

  it('limits the length of lines on a wide page', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM, { viewport: { width: 1900, height: 900 } });
    await panel.openEntry('korean');
    const { ems, leading } = await panel
      .locator('.body p')
      .first()
      .evaluate((paragraph) => {
        const { fontSize, lineHeight } = getComputedStyle(paragraph);
        const size = parseFloat(fontSize);
        return { ems: paragraph.clientWidth / size, leading: parseFloat(lineHeight) / size };
      });
    // A syllable is an em wide.
    expect(ems).toBeGreaterThan(30);
    expect(ems).toBeLessThan(52);
    expect(leading).toBeGreaterThanOrEqual(1.6);
  });

  it.for(['.code pre', '.table'])('scrolls %s on its own, by keys too', async (selector, { openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    expect(await panel.overflow()).toBeLessThanOrEqual(0);
    const box = panel.locator(selector).first();
    expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(100);
    await box.focus();
    await panel.press('ArrowRight');
    await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });

  it('wraps a title of a thousand characters and words wider than the page', async ({ openPanel }) => {
    const wide = 'so_very_long_a_name_for_a_question'.repeat(30).slice(0, 990);
    const files = {
      ...EVERYTHING_ROOM.files,
      'wide.md': `---\nid: wide\n---\n# Why ${wide}?\n\n> Because ${'x'.repeat(3_000)}.\n`,
    };
    const panel = await openPanel({ files });
    for (const id of ['title', 'wide']) {
      await panel.openEntry(id);
      for (const width of [1000, 360]) {
        await panel.page.setViewportSize({ width, height: 760 });
        expect(await panel.overflow()).toBeLessThanOrEqual(0);
      }
    }
    await panel.picture('wide-words');
  });

  it('reflows at 320 pixels, as at 400 % zoom', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM, { viewport: { width: 320, height: 256 } });
    await panel.openEntry('everything');
    expect(await panel.overflow()).toBeLessThanOrEqual(0);
    await panel.picture('narrow');
  });

  it('overrides the padding that VS Code gives webviews', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('other');
    const { padding, font } = await panel.locator('body').evaluate((body) => {
      const { paddingLeft, paddingRight, fontFamily } = getComputedStyle(body);
      return { padding: [paddingLeft, paddingRight], font: fontFamily };
    });
    expect(padding).toEqual(['0px', '0px']);
    expect(font).toContain('system-ui');
  });

  it('loads its icon font', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('other');
    const isLoaded = () => panel.page.evaluate(() => document.fonts.check('16px codicon'));
    await expect.poll(isLoaded).toBe(true);
  });
});
