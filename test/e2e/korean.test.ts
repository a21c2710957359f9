import { describe, expect } from 'vitest';
import { possiblyAnswered } from './commandLine';
import { ASGI_KO, JOINED_KO, SCOPED_KO } from './entries';
import { firstRunTests } from './firstRun';
import { windowTests } from './windowTests';
import { example } from './workspace';

const it = windowTests({
  workspace: { folders: { '.': example } },
  locale: 'ko',
  settings: { 'workbench.welcomePage.walkthroughs.openOnInstall': true },
});

firstRunTests(it, 'ko', {
  command: 'Archive Answers: 시작하기',
  title: 'Archive Answers 시작하기',
  steps: ['묻듯이 검색하기', '이름에 마우스 올리기', '코드 옆에서 스레드 읽기', '직접 모은 아카이브 더하기'],
  buttons: ['검색', '예제 열기', '항목 둘러보기', '아카이브 추가…'],
});

describe('in Korean', () => {
  it('the command, the search and the panel speak Korean', async ({ window }) => {
    const { quickInput, panel, page } = window;
    await window.runCommand('Archive Answers: 검색');
    await quickInput.waitForTitle('Archive Answers: 검색');
    expect(await quickInput.input.getAttribute('placeholder')).toContain('입력하세요');
    await quickInput.enter('MissingGreenlet');
    await quickInput.waitForFirst(JOINED_KO);
    await page.keyboard.press('Enter');
    await panel.waitForEntry(JOINED_KO);
    expect(await panel.content.locator('.status').innerText()).toBe('답변 있음');
    expect(await panel.content.locator('.kind').allInnerTexts()).toEqual(
      expect.arrayContaining(['질문', '답변', '답글', '정리자 메모']),
    );
  });

  it('the search says in Korean how sure it is', async ({ window }) => {
    const { quickInput } = window;
    const possible = possiblyAnswered('ko');
    const unanswered = '쿠버네티스 인그레스 인증서 설정';
    for (const { query, first, section } of [
      { query: 'ASGI란 무엇인가요', first: ASGI_KO, section: '가장 잘 맞는 항목' },
      { query: possible.query, first: possible.title, section: '답일 수도 있는 항목' },
      { query: unanswered, first: `“${unanswered}”에 대한 답변을 찾지 못했습니다`, section: '비슷한 스레드' },
    ]) {
      await window.openSearch('Archive Answers: 검색');
      await quickInput.enter(query);
      await expect.poll(() => quickInput.sections()).toContain(section);
      await quickInput.waitForFirst(first);
      await quickInput.cancel();
    }
  });

  it('the sidebar and its menus speak Korean', async ({ window }) => {
    const { sidebar, menu } = window;
    await sidebar.open();
    await window.runCommand('Archive Answers: 아카이브별로 보기');
    await sidebar.row('FastAPI 사용자 모임').waitFor();
    await window.runCommand('Archive Answers: 주제별로 보기');
    await sidebar.entries.getByText('주제별', { exact: true }).waitFor();
    await sidebar.expand('SQLAlchemy');
    await sidebar.row(SCOPED_KO).click({ button: 'right' });
    await expect.poll(() => menu.first().innerText()).toMatch(/옆에 열기[\s\S]*Markdown으로 복사/);
  });

  it('the hover speaks Korean', async ({ window }) => {
    const { editor, sidebar } = window;
    await sidebar.open();
    await window.openFile('legacy.py');
    await sidebar.fileRow(SCOPED_KO).waitFor();
    const hover = await editor.hoverOver('Session = scoped_session', 'scoped_session');
    expect(await hover.innerText()).toMatch(/세션을 그때그때[\s\S]*자문자답[\s\S]*scoped_session 더 보기…/);
  });
});
