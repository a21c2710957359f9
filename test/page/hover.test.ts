import MarkdownIt from 'markdown-it';
import { describe, expect } from 'vitest';
import { MAX_ANSWER_LENGTH } from '../../src/core/model';
import { hoverLines, type HoverEntry } from '../../src/vscode/hover/hoverLines';
import { it } from './panelTest';

/** As VS Code styles a hover in its editor, at its default size. */
const STYLE = `
  body { margin: 0; font-family: system-ui, 'Ubuntu', 'Droid Sans', sans-serif; font-size: 13px; line-height: 1.5em }
  .hover { box-sizing: border-box; max-width: 500px; padding: 4px 8px; overflow-wrap: break-word }
  .hover p { margin: 8px 0 }
  .hover code { font-family: 'Droid Sans Mono', monospace; font-size: 12px; padding: 0 2px }
  .codicon { display: inline-block; width: 16px }`;

const markdown = new MarkdownIt();
markdown.validateLink = () => true;

function pageOf(content: string): string {
  const html = markdown.render(content).replace(/\$\([\w-]+\)/g, '<span class="codicon">&nbsp;</span>');
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><div class="hover">${html}</div>`;
}

const FOOTER = {
  note: 'sqlalchemy 1.4까지만 있는 이름',
  more: 'scoped_session 더 찾아보기…',
  query: 'symbol:sqlalchemy.orm.scoped_session ',
  docs: { url: 'https://docs.sqlalchemy.org/#scoped_session', label: '공식 문서' },
};

const entry = (title: string, answer?: string): HoverEntry => ({
  id: 'room/(a)',
  title,
  answer,
  icon: 'pass',
  facts: ['논쟁 중'],
  answerFacts: ['스레드에서 찾은 답', '1.4용 · 내 버전 2.0.36'],
  target: { language: 'ko', post: 2, words: ['session'] },
});

const SYLLABLES = '세션을요청마다하나씩열고닫으면스레드사이에서공유되지않으므로안전합니다'.repeat(9);
const WORDS = '세션은 요청마다 하나씩 열고 `yield` 뒤에서 닫습니다. '.repeat(9);
const LONG_TITLE =
  '비동기 SQLAlchemy에서 요청 하나를 세션 하나, 트랜잭션 하나로 묶으려면 무엇을 어디에 두어야 하나요?';

describe("the hover at VS Code's width", () => {
  it.for([
    ['a Korean answer of the greatest length', SYLLABLES.slice(0, MAX_ANSWER_LENGTH)],
    ['one of many words', WORDS.slice(0, MAX_ANSWER_LENGTH)],
    [
      'one in English',
      'Open one session per request and close it after the response. '.repeat(4).slice(0, MAX_ANSWER_LENGTH),
    ],
    ['one in wide letters', 'WM'.repeat(MAX_ANSWER_LENGTH / 2)],
    ['one of code', `\`${'session_factory_'.repeat(20).slice(0, MAX_ANSWER_LENGTH - 2)}\``],
    ['no answer', undefined],
  ] as const)(
    'has at most nine lines with %s, and the answer whole',
    async ([, answer], { browserContext }) => {
      const page = await browserContext.newPage();
      await page.setViewportSize({ width: 800, height: 600 });
      const entries = [LONG_TITLE, LONG_TITLE, 'x'.repeat(300), 'another'].map((title) =>
        entry(title, answer),
      );
      await page.setContent(pageOf(hoverLines(entries, FOOTER)));
      const hover = page.locator('.hover');
      const { lines, width, overflow, titles } = await hover.evaluate((element) => {
        const tops = new Set<number>();
        const range = document.createRange();
        range.selectNodeContents(element);
        const lineHeight = parseFloat(getComputedStyle(element).lineHeight);
        for (const { top, height, width: wide } of range.getClientRects()) {
          // Icons, text and code of one line differ by a pixel or two; boxes of blocks are higher.
          if (wide > 0 && height > 0 && height <= lineHeight) tops.add(Math.round((top + height / 2) / 6));
        }
        const rows = [...tops]
          .sort((a, b) => a - b)
          .filter((top, at, all) => at === 0 || top - (all[at - 1] ?? 0) > 1);
        const links = [...element.querySelectorAll('a')].map((link) => link.getClientRects().length);
        return {
          lines: rows.length,
          width: element.clientWidth,
          overflow: element.scrollWidth - element.clientWidth,
          titles: links,
        };
      });

      expect(width).toBe(500);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(lines).toBeLessThanOrEqual(9);
      expect(lines).toBeGreaterThanOrEqual(3);
      // Only the first title wraps.
      const [first, ...others] = titles;
      expect(first).toBeLessThanOrEqual(2);
      expect(new Set(others)).toEqual(new Set([1]));
      if (answer !== undefined) {
        expect((await hover.innerText()).replaceAll(/\s+/g, ' ')).toContain(
          answer.replaceAll('`', '').trim().replaceAll(/\s+/g, ' '),
        );
      }
      await page.close();
    },
  );
});
