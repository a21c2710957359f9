import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { contrasts } from './contrast';
import { UNTIL, Window } from './window';

describe('in Korean', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ locale: 'ko' });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('speaks Korean from the command to the panel', async () => {
    await window.openSearch('Archive Answers: 검색');
    expect(
      await window.page.locator('.quick-input-widget input').first().getAttribute('placeholder'),
    ).toContain('입력하세요');
    await window.type(
      'MissingGreenlet',
      '비동기 SQLAlchemy에서 join한 테이블의 데이터가 비어 있는데, 왜 그런가요?',
    );
    await window.picture('korean-search');
    await window.page.keyboard.press('Enter');
    await window.panel.locator('article.entry').waitFor();
    expect(await window.panel.locator('.status').innerText()).toBe('답변 있음');
    expect(await window.panel.locator('.kind').allInnerTexts()).toEqual(
      expect.arrayContaining(['질문', '답변', '답글', '정리자 메모']),
    );
    await window.picture('korean-panel');
  });

  it('speaks Korean in the sidebar and its menus', async () => {
    await window.openSidebar();
    await window.runCommand('Archive Answers: 아카이브별로 보기');
    await window.tree.row('FastAPI 사용자 모임').waitFor();
    await window.runCommand('Archive Answers: 주제별로 보기');
    // The groups of the entry that the panel shows are opened for it.
    await window.tree
      .row('비동기 SQLAlchemy에서 join한 테이블의 데이터가 비어 있는데, 왜 그런가요?')
      .waitFor();
    const entry = window.tree.row(
      '세션을 그때그때 새로 만들어 쓰면, scoped_session 없이도 멀티스레드에서 안전한가요?',
    );
    // A view that is drawn anew closes its menu.
    await vi.waitFor(async () => {
      await window.page.keyboard.press('Escape');
      await entry.click({ button: 'right', timeout: 5_000 });
      expect(await window.page.locator('.monaco-menu').innerText({ timeout: 3_000 })).toMatch(
        /옆에 열기[\s\S]*Markdown으로 복사/,
      );
    }, UNTIL);
    await window.picture('korean-sidebar');
    await window.page.keyboard.press('Escape');
  });

  it('speaks Korean in the hover', async () => {
    await window.openFile('legacy.py');
    const hover = await window.hover('Session = scoped_session', 'scoped_session');
    expect(await hover.innerText()).toMatch(
      /세션을 그때그때[\s\S]*자문자답[\s\S]*scoped_session 더 찾아보기…/,
    );
    await window.picture('korean-hover');
  });
});

describe.each([
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
])('in the %s theme', (name, theme) => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ settings: { 'workbench.colorTheme': theme } });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('is readable, code too, wide and narrow', async () => {
    await window.openSearch();
    await window.type(
      'request steps inside',
      'FastAPI request handling: which steps does a request go through inside?',
    );
    await window.page.keyboard.press('Enter');
    const { panel } = window;
    await panel.locator('.code').first().waitFor();
    await window.picture(`theme-${name}`);
    await panel.locator('.code').first().scrollIntoViewIfNeeded();
    await window.picture(`theme-${name}-code`);
    const measured = await contrasts(
      panel.locator('.code code, .code [class^="hljs-"], .body, .kind, .label'),
    );
    expect(measured.length).toBeGreaterThan(20);
    for (const { name: part, ratio } of measured) expect(ratio, part).toBeGreaterThanOrEqual(4.5);
    await window.page.setViewportSize({ width: 480, height: 800 });
    await window.picture(`theme-${name}-narrow`);
    const overflow = await panel.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
