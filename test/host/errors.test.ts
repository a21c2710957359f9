import { expect } from 'chai';
import * as vscode from 'vscode';
import { Log } from '../../src/vscode/base/log';
import { parseErrors } from '../../src/core/tracebacks/parseErrors';
import { variantIn } from '../../src/core/model';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { errorEntryItems } from '../../src/vscode/tracebacks/errorItems';
import { errorQuery } from '../../src/vscode/tracebacks/errorText';
import { errorSources } from '../../src/vscode/tracebacks/errorSources';
import { ErrorLinkProvider, type ErrorLink } from '../../src/vscode/tracebacks/terminalLinks';
import * as reader from '../../src/vscode/lazy/library';
import { silentLog } from './sidebarView';
import { readTerminals, terminalCalled, Terminals } from './terminals';
import { eventually, extension, fixtures } from './workspace';

const KEPT = 64 * 1024;
const GREENLET =
  "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place? (Background on this error at: https://sqlalche.me/e/20/xd2s)";
const TRACEBACK = `Traceback (most recent call last):\n  File "/app/a.py", line 3, in read\n    author.books\n${GREENLET}\n`;

describe('the output of terminals', () => {
  const server = terminalCalled('server');
  const shell = terminalCalled('shell');
  let terminals: Terminals;
  const commands = (): readonly string[] => terminals.output.runs().map(({ command }) => command);
  beforeEach(() => {
    terminals = new Terminals();
  });
  afterEach(async () => {
    terminals.output.dispose();
    await readTerminals(undefined);
  });

  it('is read from the start of a command, at once', async () => {
    expect(await terminals.run(server, 'uvicorn app:app', ['one ', 'two'])).to.equal(true);
    const [run] = terminals.output.runs();
    expect(run).to.deep.include({ output: 'one two', isRunning: true, exitCode: undefined });
  });

  it('keeps the last 64 KB of a terminal, over all of its commands', async () => {
    await terminals.run(server, 'first', ['gone'], 1);
    await terminals.run(server, 'second', ['a'.repeat(KEPT / 2)], 1);
    await terminals.run(server, 'third', [...Array<string>(100).fill('b'.repeat(1000)), 'end'], 1);
    const runs = terminals.output.runs();
    expect(runs.map(({ command }) => command)).to.deep.equal(['third']);
    expect(runs[0]?.output).to.have.length(KEPT);
    expect(runs[0]?.output.endsWith('bend')).to.equal(true);
    await terminals.run(server, 'fourth', ['c'.repeat(1000)], 1);
    const sizes = () => terminals.output.runs().map(({ output }) => output.length);
    expect(sizes()).to.deep.equal([1000, KEPT - 1000]);
    await terminals.run(server, 'fifth', ['d'.repeat(10_000)], 1);
    await terminals.run(server, 'sixth', ['e'.repeat(KEPT + 20_000)], 1);
    expect(sizes()).to.deep.equal([KEPT]);
  });

  it('has what printed last first, and forgets what ran well since', async () => {
    await terminals.run(server, 'uvicorn app:app', ['up']);
    await terminals.run(shell, 'pytest', ['1 failed'], 1);
    expect(commands()).to.deep.equal(['pytest', 'uvicorn app:app']);
    await terminals.run(shell, 'ls', ['a.py'], 0);
    await terminals.run(shell, 'pytest', ['1 passed'], 0);
    expect(terminals.output.runs().map(({ output }) => output)).to.deep.equal(['1 passed', 'a.py', 'up']);
  });

  it('is forgotten with its terminal', async () => {
    await terminals.run(server, 'uvicorn app:app', ['up']);
    await terminals.run(shell, 'pytest', ['1 failed'], 1);
    terminals.close(server);
    expect(commands()).to.deep.equal(['pytest']);
  });

  it('is forgotten, and not read, when the setting is turned off', async () => {
    await terminals.run(shell, 'pytest', ['1 failed'], 1);
    await readTerminals(false);
    await eventually('the output to be forgotten', () => (commands().length === 0 ? true : undefined));
    expect(await terminals.run(shell, 'pytest', ['1 failed'], 1)).to.equal(false);
    expect(commands()).to.deep.equal([]);
  });

  it('leads to errors: of what failed or is running, of what went well only with a traceback', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.env.clipboard.writeText('nothing');
    await terminals.run(server, 'uvicorn app:app', ['INFO: up\n', TRACEBACK]);
    await terminals.run(shell, 'git log', ['ValueError: mend what is not there\n'], 0);
    await terminals.run(shell, 'ls', ['ls: cannot access a\n'], 2);
    const found = await errorSources(terminals.output, reader);
    expect(found.map(({ errors: [{ type }], command }) => [type, command])).to.deep.equal([
      ['sqlalchemy.exc.MissingGreenlet', 'uvicorn app:app'],
    ]);
    await terminals.run(
      shell,
      'docker compose logs',
      [TRACEBACK.replaceAll('MissingGreenlet', 'DetachedInstanceError')],
      0,
    );
    const both = await errorSources(terminals.output, reader);
    expect(both.map(({ command }) => command)).to.deep.equal(['docker compose logs', 'uvicorn app:app']);
  });
});

describe('links in terminals', () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const done: string[] = [];
  const failures: unknown[] = [];
  /** Counts how often the archives are asked for. */
  class CountingAnswers extends LibraryService {
    asked = 0;
    override library(): ReturnType<LibraryService['library']> {
      this.asked += 1;
      return super.library();
    }
  }
  const answers = new CountingAnswers(
    extension().extensionUri,
    new Log(log as unknown as vscode.LogOutputChannel),
  );
  const links = new ErrorLinkProvider(
    answers,
    {
      open: (entry, { post, words = [] }) =>
        Promise.resolve(void done.push(`open ${entry} at ${String(post)}: ${words.join(', ')}`)),
      findFor: (error) => Promise.resolve(void done.push(`find ${error}`)),
    },
    (error) => failures.push(error),
  );
  const linksIn = async (line: string): Promise<readonly ErrorLink[]> =>
    (await links.provideTerminalLinks({ line }, new vscode.CancellationTokenSource().token)) ?? [];
  after(() => {
    links.dispose();
    answers.dispose();
    expect(failures).to.deep.equal([]);
  });

  it('are not looked for in ordinary lines', async () => {
    for (const line of [
      '',
      'INFO:     Application startup complete.',
      '  File "/app/a.py", line 3, in read',
      'app/models.py:3: error: Name "Session" is not defined  [name-defined]',
      'https://docs.sqlalchemy.org/en/20/',
    ]) {
      expect(await linksIn(line)).to.deep.equal([]);
    }
    expect(answers.asked).to.equal(0);
  });

  it('cover an exception that an entry surely speaks of, behind what a program puts before it', async () => {
    await answers.library();
    const [link, ...others] = await linksIn(`api-1  | ${GREENLET}`);
    expect(others).to.deep.equal([]);
    expect(link).to.deep.include({ startIndex: 9, length: GREENLET.indexOf(' https:') });
    const first = (await answers.library()).resolveEntry('async-join-missing-rows');
    expect(link?.tooltip).to.contain(
      first === undefined ? 'the entry' : variantIn(first, vscode.env.language).title.slice(0, 60),
    );
  });

  it('cover the text beside an address that explains an error, and never the address', async () => {
    await answers.library();
    const covered = async (line: string) =>
      (await linksIn(line)).map(({ startIndex, length }) => line.slice(startIndex, startIndex + length));
    expect(await covered('(Background on this error at: https://sqlalche.me/e/20/xd2s)')).to.deep.equal([
      'Background on this error at:',
    ]);
    expect(await covered(GREENLET)).to.deep.equal([GREENLET.slice(0, GREENLET.indexOf(' https:'))]);
    expect(await covered('https://sqlalche.me/e/20/xd2s')).to.deep.equal([]);
  });

  it('cover a known message without a class, in a log or alone', async () => {
    await answers.library();
    const message = "greenlet_spawn has not been called; can't call await_only() here";
    const [link, ...others] = await linksIn(`2026-11-24 17:34:16 INFO app: gave up, ${message}`);
    expect(others).to.deep.equal([]);
    expect(link).to.deep.include({ startIndex: 39, length: message.length });
    if (link === undefined) throw new Error('There is no link.');
    await links.handleTerminalLink(link);
    // The note that explains the code.
    expect(done.pop()).to.match(
      /^open fastapi-user-group\/async-join-missing-rows at 7: xd2s, missinggreenlet/,
    );
  });

  it('are not there for an exception that no entry surely speaks of', async () => {
    expect(await linksIn("KeyError: 'name'")).to.deep.equal([]);
    expect(await linksIn('(Background on this error at: https://sqlalche.me/e/20/zzzz)')).to.deep.equal([]);
  });

  it('open the one entry at what it says of the error', async () => {
    await answers.library();
    const [link] = await linksIn(GREENLET);
    if (link === undefined) throw new Error('There is no link.');
    await links.handleTerminalLink(link);
    expect(done.pop()).to.match(/^open fastapi-user-group\/async-join-missing-rows at \d: .*missinggreenlet/);
  });
});

describe('code actions', () => {
  const diagnostics = vscode.languages.createDiagnosticCollection('checker');
  before(() => extension().activate());
  after(() => {
    diagnostics.dispose();
  });

  /** Titles and commands of ours for a message about the last line of some code. */
  async function actionsFor(code: string, message: string): Promise<readonly string[]> {
    const document = await vscode.workspace.openTextDocument({ language: 'python', content: code });
    const { range } = document.lineAt(document.lineCount - 1);
    diagnostics.set(document.uri, [new vscode.Diagnostic(range, message)]);
    const found = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    diagnostics.delete(document.uri);
    return found
      .filter(({ command }) => command?.command.startsWith('archiveAnswers.'))
      .map(({ title, command }) => `${title} | ${command?.command ?? ''} ${String(command?.arguments?.[0])}`);
  }

  it('offer answers about a symbol that a message names', async () => {
    const [action, ...others] = await actionsFor(
      'from sqlalchemy.ext.asyncio import AsyncSession\n\nAsyncSession().query',
      'Cannot access attribute "query" for class "AsyncSession"',
    );
    expect(others).to.deep.equal([]);
    expect(action).to.match(
      /^Answers about AsyncSession \(\d+\) \| archiveAnswers\.(?:search symbol:sqlalchemy|open )/,
    );
  });

  it('tell by the imports which of two symbols is meant', async () => {
    const message = 'Argument of type "Session" cannot be assigned to parameter "db"';
    const [ours] = await actionsFor('from sqlalchemy.orm import Session\n\nread(Session())', message);
    expect(ours).to.match(/Session \(\d+\)/);
    expect(await actionsFor('from .db import Session\n\nread(Session())', message)).to.deep.equal([]);
    expect(await actionsFor('class Session: ...\n\nread(Session())', message)).to.deep.equal([]);
  });

  it('offer answers to an exception in a message', async () => {
    const [action] = await actionsFor('def test_author(): ...', TRACEBACK);
    expect(action).to.match(
      /^Answers about MissingGreenlet \(\d+\) \| archiveAnswers\.findForError Traceback/,
    );
  });

  it('offer a search for what is known but not spoken of', async () => {
    const actions = await actionsFor(
      'from sqlalchemy.orm import Bundle\n\nBundle().nothing',
      'Cannot access attribute "nothing" for class "Bundle"',
    );
    expect(actions).to.deep.equal(['Search the archives for “Bundle” | archiveAnswers.search Bundle']);
  });

  it('offer answers to a known message without its class', async () => {
    const [action] = await actionsFor(
      'def test_author(): ...',
      "greenlet_spawn has not been called; can't call await_only() here",
    );
    expect(action).to.match(/ \(1\) \| archiveAnswers\.findForError greenlet_spawn/);
  });

  it('are not there where nothing is named', async () => {
    const code = 'import sqlalchemy\n\ncount = 1';
    expect(await actionsFor(code, 'Expected expression')).to.deep.equal([]);
    expect(await actionsFor(code, '"count" is not accessed')).to.deep.equal([]);
    expect(await actionsFor(code, "Can't find it; isn't there")).to.deep.equal([]);
  });
});

describe('the command that finds answers for an error', () => {
  const panelTitle = (): string | undefined =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview)?.label;

  /** Runs it and takes the first row of every list until something is open. */
  async function firstAnswer(...args: readonly string[]): Promise<string> {
    let isDone = false;
    const running = vscode.commands.executeCommand('archiveAnswers.findForError', ...args).then(() => {
      isDone = true;
    });
    await eventually('the first answer', () => {
      if (!isDone) void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone || undefined;
    });
    await running;
    return eventually('the panel', panelTitle);
  }

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.env.clipboard.writeText('');
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('takes an error that it is given', async () => {
    expect(await firstAnswer(GREENLET)).to.match(/async|비동기/);
  });

  it('takes the selection', async () => {
    const document = await vscode.workspace.openTextDocument(fixtures('errors', 'greenlet-uvicorn.txt'));
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, document.lineCount, 0);
    expect(await firstAnswer()).to.match(/async|비동기/);
  });

  it('takes the clipboard, where nothing else has an error', async function () {
    await vscode.env.clipboard.writeText(TRACEBACK);
    // A browser may keep its clipboard to itself.
    if ((await vscode.env.clipboard.readText()) === '') return this.skip();
    expect(await firstAnswer()).to.match(/async|비동기/);
  });

  it('takes a known message without its class from the clipboard', async function () {
    await vscode.env.clipboard.writeText('오류: greenlet_spawn has not been called');
    if ((await vscode.env.clipboard.readText()) === '') return this.skip();
    expect(await firstAnswer()).to.match(/async|비동기/);
  });

  it('searches for what a message says of its own', () => {
    const [error] = parseErrors("ImportError: cannot import name 'AsyncAttrs' from 'sqlalchemy.ext.asyncio'");
    expect(error === undefined ? '' : errorQuery(error, reader)).to.match(/^ImportError .*asyncattrs/);
  });
});

describe('the rows for an error', () => {
  const answers = new LibraryService(extension().extensionUri, silentLog);
  after(() => {
    answers.dispose();
  });

  it('show the passage that names it, or the answer line', async () => {
    const library = await answers.library();
    const errors = parseErrors(TRACEBACK);
    const matches = await reader.entriesForErrors(errors, library);
    const [error] = errors;
    if (error === undefined) throw new Error('No error.');
    const items = await errorEntryItems(error, matches, '', library, reader);
    const [first] = items.filter(({ entry }) => entry !== undefined);
    const [match] = matches;
    if (match === undefined) throw new Error('No match.');
    const snippet = reader.errorSnippet(match, variantIn(match.entry, vscode.env.language));
    expect([first?.entry, first?.detail]).to.deep.equal([match.entry, snippet?.text]);
    expect(first?.detail).to.match(/\S/);
    expect(first?.description).to.match(/^SQLAlchemy · /);
  });
});
