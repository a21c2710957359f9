import { describe, expect } from 'vitest';
import { it } from './panelTest';

const TITLE = 'كيف أستعمل الجلسة في المعاملة؟';
const TEXT = [
  '---\nid: rtl\nlanguage: ar\n---',
  `# ${TITLE}\n`,
  '> A1. استخدم `Session` لكل طلب (request) واحد.\n>\n> - قائمة\n>\n> English words stand on their own side.\n>',
  '> ```python\n> session = Session()\n> ```\n>',
  '> زد `x++` واحدًا.\n>\n> <details><summary>الإجابة</summary>\n>\n> نعم\n>\n> </details>\n',
].join('\n');
const ROOM = { files: { 'rtl.md': TEXT } };

describe('a thread from right to left', () => {
  it('begins each line on the side of its letters, code on the left', async ({ openPanel }) => {
    const panel = await openPanel(ROOM);
    await panel.openEntry('rtl');
    const directionOf = (selector: string) =>
      panel
        .locator(selector)
        .last()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await directionOf('h1')).toBe('rtl');
    expect(await directionOf('.post .body')).toBe('rtl');
    expect(await directionOf('.body ul')).toBe('rtl');
    expect(await directionOf('.code pre')).toBe('ltr');
    expect(await directionOf('.body p code')).toBe('ltr');
    expect(await directionOf('.body summary')).toBe('rtl');
    expect(await directionOf('.kind')).toBe('ltr');
    const english = panel.locator('.body p').filter({ hasText: 'English' });
    const side = await english.evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const text = range.getBoundingClientRect();
      const box = paragraph.getBoundingClientRect();
      return text.left - box.left < box.right - text.right ? 'left' : 'right';
    });
    expect(side).toBe('left');
    await panel.picture('right-to-left');
  });

  it('fits where there is little room', async ({ openPanel }) => {
    const panel = await openPanel(ROOM, { viewport: { width: 360, height: 640 } });
    await panel.openEntry('rtl');
    expect(await panel.overflow()).toBeLessThanOrEqual(0);
  });
});
