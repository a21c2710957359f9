import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Window } from './window';

const THREADS = /scoped_session 없이도 멀티스레드에서 안전한가요\?$/;
const REQUEST = '비동기 SQLAlchemy에서 요청 하나를 세션 하나, 트랜잭션 하나로 묶으려면?';
const JOIN = '비동기 SQLAlchemy에서 join한 테이블의 데이터가 비어 있는데, 왜 그런가요?';

describe('what is typed into the search', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ viewport: { width: 1440, height: 860 } });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(async () => {
    await window.beginTest();
    await window.openSearch();
  });
  afterEach(async () => {
    await window.page.keyboard.press('Escape');
  });

  const first = () => window.results.first().locator('.label-name');

  it.each([
    ['initial consonants', 'ㅌㄹㅈㅅ', REQUEST],
    ['a word typed on the wrong keyboard', 'tptus', THREADS],
    ['another spelling of a loanword', '멀티쓰레드 세션', THREADS],
    ['a question with particles and endings', '조인했는데 데이터가 안 나와요', JOIN],
    [
      'a name typed wrong',
      'scoped_sesion',
      'Is a freshly created Session safe across threads without scoped_session?',
    ],
    [
      'an English question',
      'how should I organise folders in a big FastAPI app?',
      'Which folder structure is a good model for a FastAPI project?',
    ],
  ])('%s finds the thread', async (_what, query, title) => {
    await window.page.keyboard.type(query);
    await first().getByText(title).waitFor();
  });

  it('marks in the panel the words that were found', async () => {
    await window.page.keyboard.type('멀티쓰레드 세션');
    await first().getByText(THREADS).waitFor();
    await window.page.keyboard.press('Enter');
    const { panel } = window;
    await panel.getByRole('heading', { level: 1, name: THREADS }).waitFor();
    const marked = () =>
      panel.locator('main').evaluate(() => {
        const highlight = CSS.highlights.get('archive-answers-match');
        return Array.from(highlight ?? [], (range) =>
          (range as Range).cloneContents().textContent.toLowerCase(),
        );
      });
    await expect.poll(marked).toEqual(expect.arrayContaining(['세션을', '스레드의', 'scoped_session']));
    await window.picture('panel-marks');
  });

  it('completes the value of a filter, and narrows by it', async () => {
    await window.page.keyboard.type('session status:dis');
    await first().getByText('status:disputed').waitFor();
    await window.picture('search-filter');
    await window.page.keyboard.press('Enter');
    await first()
      .getByText('How do I tie one request to one session and one transaction in async SQLAlchemy?')
      .waitFor();
    await expect.poll(() => window.results.count()).toBe(1);
  });

  it('offers a question to copy when nothing is about it, and what comes nearest', async () => {
    await window.page.keyboard.type('kubernetes ingress tls');
    await first().getByText('Nothing found for “kubernetes ingress tls”').waitFor();
    await window.picture('search-ask');
    const copy = window.results.filter({ hasText: 'Copy a question for the room' });
    await copy.click();
    await window.page.getByText('Question copied').waitFor();
    await window.openUntitled();
    // A paste takes its time.
    await window.page.keyboard.press('Control+V');
    await expect.poll(() => window.editorText()).toMatch(/^Question: kubernetes ingress tls\n/);
  });

  it('follows Hangul while it is composed; the Enter that ends a composition opens nothing', async () => {
    const session = await window.page.context().newCDPSession(window.page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    for (const text of ['트', '트래', '트랜', '트랜ㅈ']) await compose(text);
    await compose('트랜재');
    await first().getByText(REQUEST).waitFor();
    // What the keyboard sends while an input method holds the key.
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    await session.send('Input.insertText', { text: '트랜잭' });
    await first().getByText(REQUEST).waitFor();
    expect(await window.results.count()).toBeGreaterThan(0);
  });
});
