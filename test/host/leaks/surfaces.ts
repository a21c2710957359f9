import * as vscode from 'vscode';
import { runAndClose } from '../faults/outcome';
import { replaceFunctions } from '../hostApi';
import { eventually, fixtures, setSources } from '../workspace';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...args);

const ENTRIES = ['asgi-articles', 'class-based-views', 'project-structure', 'request-lifecycle'];
const QUERIES = ['session', '멀티스레드 세션', 'lifespan', 'scoped_session', 'asdkfj qwe'];
const ERRORS = [
  'sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can’t call await_only() here.',
  'sqlalchemy.orm.exc.DetachedInstanceError: Parent instance <User at 0x7f> is not bound to a Session',
  'sqlalchemy.exc.InvalidRequestError: This Session’s transaction has been rolled back',
];

function pick<T>(values: readonly T[], cycle: number): T {
  const value = values[cycle % values.length];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}

/** Something that the user opens and closes. */
export interface Surface {
  readonly name: string;
  /** Opens and closes it once. */
  readonly cycle: (at: number) => Promise<void>;
  /** Makes what all cycles share. */
  readonly begin?: () => Promise<unknown>;
  readonly end?: () => Promise<unknown>;
}

/** A quick pick of the extension, and what makes it believe that the user types. */
interface OpenPick {
  readonly pick: vscode.QuickPick<vscode.QuickPickItem>;
  readonly type: (value: string) => void;
}

/** Calls an action, and returns the first quick pick that the extension creates meanwhile. */
async function quickPickOf(action: () => Thenable<unknown>): Promise<OpenPick & { done: Promise<unknown> }> {
  let open: OpenPick | undefined;
  const create = vscode.window.createQuickPick;
  const restore = replaceFunctions('window', {
    createQuickPick: () => {
      const created = create();
      const { onDidChangeValue } = created;
      let typed: (value: string) => void = () => undefined;
      Object.defineProperty(created, 'onDidChangeValue', {
        value: (listener: (value: string) => void) => {
          typed = listener;
          return onDidChangeValue(listener);
        },
      });
      const type = (value: string): void => {
        created.value = value;
        typed(value);
      };
      open = { pick: created, type };
      return created;
    },
  });
  try {
    const done = Promise.resolve(action());
    return { ...(await eventually('the list', () => open)), done };
  } finally {
    restore();
  }
}

async function search(at: number): Promise<void> {
  const { pick: list, type, done } = await quickPickOf(() => run('archiveAnswers.search', pick(QUERIES, at)));
  const rows = async (): Promise<readonly vscode.QuickPickItem[]> =>
    eventually('rows', () => (list.items.length > 0 && !list.busy ? list.items : undefined));
  const before = await rows();
  type(pick(QUERIES, at + 1));
  await eventually('other rows', () => (list.items === before ? undefined : true));
  await run('workbench.action.quickOpenSelectNext');
  await run('workbench.action.quickOpenSelectNext');
  await run('workbench.action.closeQuickOpen');
  await done;
}

async function panel(at: number): Promise<void> {
  await run('archiveAnswers.open', pick(ENTRIES, at), { post: 1, words: ['session'] });
  await run('archiveAnswers.switchLanguage');
  await run('workbench.action.closeAllEditors');
}

async function sidebar(at: number): Promise<void> {
  await run('archiveAnswers.filter', pick(QUERIES, at));
  await run('archiveAnswers.clearFilter');
  await run('archiveAnswers.revealEntry');
  await run('workbench.view.explorer');
}

async function hover(at: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(fixtures('hover', 'names.py'));
  const text = document.getText();
  const before = pick(['registry = ', 'Needs = ', 'mine = '], at);
  const position = document.positionAt(text.indexOf(before) + before.length + 1);
  await run('vscode.executeHoverProvider', document.uri, position);
}

async function fileEntries(): Promise<void> {
  await vscode.window.showTextDocument(fixtures('hover', 'names.py'), { preview: true });
  await run('archiveAnswers.file.focus');
  await run('workbench.action.closeAllEditors');
  await run('workbench.view.explorer');
}

async function problems(): Promise<void> {
  await setSources(['broken', 'nowhere']);
  await run('archiveAnswers.showProblems');
  await setSources(undefined);
  await run('workbench.view.explorer');
}

/** Changes what the settings say of archives, and has them read again. */
async function settings(at: number): Promise<void> {
  await setSources(at % 2 === 0 ? ['room'] : ['room', 'encodings']);
  await run('archiveAnswers.markAllSeen');
  await setSources(undefined);
  await run('archiveAnswers.markAllSeen');
}

async function error(at: number): Promise<void> {
  const text = `${pick(ERRORS, at)} (${String(at)})`;
  await runAndClose('archiveAnswers.findForError', text);
  // An error with one sure answer opens it.
  await run('workbench.action.closeAllEditors');
}

const closeEditors = (): Thenable<unknown> => run('workbench.action.closeAllEditors');
const openOne = (): Thenable<unknown> => run('archiveAnswers.open', 'asgi-articles');

export const SURFACES: readonly Surface[] = [
  { name: 'search', cycle: search },
  { name: 'panel', cycle: panel },
  { name: 'sidebar', cycle: sidebar, begin: async () => openOne(), end: async () => closeEditors() },
  { name: 'hover', cycle: hover },
  { name: 'file entries', cycle: fileEntries },
  { name: 'problems', cycle: problems },
  { name: 'settings', cycle: settings },
  { name: 'error', cycle: error },
];
