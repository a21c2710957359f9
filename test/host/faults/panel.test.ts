import { expect } from 'chai';
import * as vscode from 'vscode';
import { replaceFunctions } from '../hostApi';
import { eventually, extension } from '../workspace';
import { observe, WRONG_VALUES } from './outcome';

const HUGE = 'a'.repeat(300_000);
const MOST = Number.MAX_SAFE_INTEGER;

const TYPES = [
  'ready',
  'pong',
  'pointerDown',
  'focused',
  'openEntry',
  'followLink',
  'chooseLanguage',
  'copyPost',
  'copyText',
  'located',
  'action',
  'show',
  'moved',
  'toString',
  '__proto__',
];
const FIELDS = ['isFocused', 'id', 'post', 'visit', 'language', 'query', 'request', 'text', 'action'];

/** Messages of the right types with values that make no sense. */
const SENSELESS: readonly object[] = [
  { type: 'openEntry', id: HUGE },
  { type: 'openEntry', id: '__proto__' },
  { type: 'openEntry', id: 'fastapi-user-group/constructor' },
  { type: 'followLink', post: MOST, visit: MOST },
  { type: 'followLink', post: MOST, visit: 0 },
  { type: 'followLink', post: MOST, visit: 1 },
  { type: 'chooseLanguage', language: HUGE },
  { type: 'chooseLanguage', language: '__proto__' },
  { type: 'chooseLanguage', language: 'not a language\0' },
  { type: 'copyPost', post: MOST, request: MOST },
  { type: 'copyText', text: '\0'.repeat(100_000), request: MOST },
  { type: 'action', action: 'back', request: MOST },
  { type: 'action', action: 'forward' },
  { type: 'action', action: 'report' },
  { type: 'action', action: 'constructor' },
];

describe('a panel whose page sends anything', () => {
  let send: (message: unknown) => void = () => undefined;

  before(async () => {
    await extension().activate();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const create = vscode.window.createWebviewPanel;
    const restore = replaceFunctions('window', {
      createWebviewPanel: (...args: Parameters<typeof create>) => {
        const panel = create(...args);
        const receive = panel.webview.onDidReceiveMessage;
        Object.defineProperty(panel.webview, 'onDidReceiveMessage', {
          value: (listener: (message: unknown) => void) => {
            send = listener;
            return receive(listener);
          },
        });
        return panel;
      },
    });
    await vscode.commands.executeCommand('archiveAnswers.open', 'asgi-articles');
    restore();
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const label = (): string | undefined =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview)?.label;

  it('ignores what is no message, and survives those that make no sense', async function () {
    this.timeout(120_000);
    const wrong = WRONG_VALUES.map(([, value]) => value);
    const malformed = TYPES.flatMap((type) =>
      wrong.map((value) => ({ ...Object.fromEntries(FIELDS.map((field) => [field, value])), type })),
    ).filter(({ type }) => type !== 'action');
    const { stop } = observe();
    for (const message of [...wrong, ...malformed, ...SENSELESS]) {
      send(message);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    }
    const { failures } = await stop();
    expect(failures).to.deep.equal([]);
  });

  it('shows what is opened next', async () => {
    await vscode.commands.executeCommand('archiveAnswers.open', 'class-based-views');
    await eventually('the next entry', () => (label()?.includes('controllers') === true ? true : undefined));
  });
});
