import { describe, expect } from 'vitest';
import { possiblyAnswered, titlesFromCommandLine } from '../commandLine';
import { CLASSES, JOINED, REQUEST, SCOPED, SCOPED_KO } from '../entries';
import { it } from './tests';

const TRACEBACK = `Traceback (most recent call last):
  File "/srv/shop/orders.py", line 27, in list_orders
    return [order.lines for order in orders]
            ^^^^^^^^^^^
  File "/srv/shop/.venv/lib/python3.12/site-packages/sqlalchemy/orm/attributes.py", line 566, in __get__
    return self.impl.get(state, dict_)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here.
(Background on this error at: https://sqlalche.me/e/20/xd2s)
`;

describe('the search', () => {
  it('follows each keystroke in Korean, keeps its own order, and opens the thread', async ({ window }) => {
    const { quickInput, panel, page } = window;
    const query = '멀티스레드 세션';
    await window.openSearch();
    await expect.poll(() => quickInput.labels()).toEqual(expect.arrayContaining([SCOPED, REQUEST, JOINED]));
    await page.keyboard.type(query);
    await expect.poll(() => quickInput.labels()).toEqual(titlesFromCommandLine(query));
    expect(await quickInput.rows.first().innerText()).toMatch(/SQLAlchemy · Self-answered/);
    await page.keyboard.press('Enter');
    await panel.waitForEntry(SCOPED);
    expect(await panel.content.locator('.post-question').innerText()).toContain('scoped_session');
    expect(await panel.content.locator('.post-note').count()).toBeGreaterThan(2);
  });

  it('opens what the last words find, though Enter comes before the list', async ({ window }) => {
    await window.search('멀티스레드 세션', SCOPED);
    await window.page.keyboard.press('ControlOrMeta+A');
    await window.quickInput.enter('controllers written as classes');
    await window.page.keyboard.press('Enter');
    await window.panel.waitForEntry(CLASSES);
  });

  it('opens the Korean text for a Korean question and the English one for English words, in the same panel', async ({
    window,
  }) => {
    const { panel, editor } = window;
    await window.openEntry('세션을 그때그때 새로 만들어 쓰면', SCOPED_KO);
    await window.openEntry('one session per request', REQUEST);
    expect(await panel.entry('async-session-per-request').getAttribute('lang')).toBe('en');
    expect(await panel.content.locator('.status').innerText()).toBe('Disputed');
    expect(await editor.tabs.count()).toBe(1);
  });

  it('completes the value of a filter, and narrows by it', async ({ window }) => {
    const { quickInput, page } = window;
    await window.search('session status:dis', 'status:disputed');
    await page.keyboard.press('Enter');
    await quickInput.waitForText(/^session status:disputed $/);
    await expect.poll(() => quickInput.labels()).toEqual([REQUEST]);
  });

  it('lists no entry as an answer to a question that has none, and offers a question to copy', async ({
    window,
  }) => {
    const { quickInput } = window;
    const query = 'oauth login with google';
    await window.search(query, `No answer found for “${query}”`);
    await expect.poll(() => quickInput.sections()).toEqual(['Similar threads', 'Ask the room']);
    await quickInput.accept('Copy a question for the room');
    await window.statusBar.getByText('Question copied').waitFor();
    expect(await window.clipboard()).toMatch(/^Question: oauth login with google\n/);
  });

  it('opens a possible answer by its keys, and does not say in the question that it was of no help', async ({
    window,
  }) => {
    const { quickInput, panel, page } = window;
    const { query, title } = possiblyAnswered('en');
    const findPossible = async (): Promise<void> => {
      await window.openSearch();
      await quickInput.enter(query);
      await expect.poll(async () => (await quickInput.sections())[0]).toBe('Possible answers');
      await quickInput.waitForFirst(title);
    };
    await findPossible();
    await page.keyboard.press('Enter');
    await panel.waitForEntry(title);
    await panel.waitForFocus();
    await findPossible();
    await quickInput.accept('Copy a question for the room');
    await window.statusBar.getByText('Question copied').waitFor();
    const question = await window.clipboard();
    expect(question).toContain(`Question: ${query}\n`);
    expect(question).not.toContain(title);
  });

  it('finds the entry for a whole traceback in the box, whose lines are joined there', async ({ window }) => {
    const { quickInput, page } = window;
    await window.openSearch();
    await page.evaluate((text) => navigator.clipboard.writeText(text), TRACEBACK);
    await page.keyboard.press('ControlOrMeta+V');
    await quickInput.waitForText(/^Traceback .* File .*MissingGreenlet: .*xd2s\)$/);
    await quickInput.waitForFirst(JOINED);
    await expect.poll(() => quickInput.sections()).toEqual(['Best matches', 'Partial matches']);
    await page.keyboard.press('Enter');
    await window.panel.waitForEntry(JOINED);
  });

  it('follows Hangul while it is composed; the Enter that ends a composition opens nothing', async ({
    window,
  }) => {
    const { quickInput, page, editor } = window;
    const keyboard = await page.context().newCDPSession(page);
    const compose = (text: string): Promise<unknown> =>
      keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await window.openSearch();
    for (const text of ['트', '트래', '트랜', '트랜ㅈ', '트랜재']) await compose(text);
    await quickInput.waitForFirst(REQUEST);
    // What the keyboard sends while an input method holds the key.
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    await keyboard.send('Input.insertText', { text: '트랜잭' });
    await quickInput.waitForText(/^트랜잭$/);
    await quickInput.waitForFirst(REQUEST);
    expect(await editor.tabs.count()).toBe(0);
  });

  it('opens by its keys from an editor, also with the name under the cursor', async ({ window }) => {
    const { quickInput, editor, page } = window;
    await window.openFile('legacy.py');
    await window.openSearch();
    await quickInput.cancel();
    await editor.select('Session = scoped_session', 'scoped_session');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('ControlOrMeta+Shift+G');
    await quickInput.waitForTitle('Archive Answers: Search');
    await quickInput.waitForText(/^scoped_session$/);
    await quickInput.waitForFirst(SCOPED);
  });

  it('opens a result to the side by its key, and lists what was opened last', async ({ window }) => {
    const { quickInput, panel, editor, page } = window;
    await window.openFile('db.py');
    await window.search('scoped_session threads', SCOPED);
    await page.keyboard.press('ControlOrMeta+Enter');
    await panel.waitForEntry(SCOPED);
    await panel.waitForFocus();
    expect(await page.locator('.editor-group-container').count()).toBe(2);
    expect(await editor.tabs.count()).toBe(2);
    await window.openSearch();
    await quickInput.waitForFirst(SCOPED);
  });
});
