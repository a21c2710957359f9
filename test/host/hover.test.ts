import { expect } from 'chai';
import * as vscode from 'vscode';
import { readOccurrences } from '../../src/core/python/occurrences';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';
import { workspaceFileSystem } from '../../src/vscode/library/workspaceFileSystem';
import { eventually, extension, fixtures, setSources } from './workspace';

/** Ours among the hovers at the first place where `name` stands behind `before`. */
async function hoverAt(
  document: vscode.TextDocument,
  name: string,
  before = '',
): Promise<vscode.Hover | undefined> {
  const offset = document.getText().indexOf(before + name) + before.length;
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset + 1),
  );
  return hovers.find(({ contents }) => textOf(contents).includes('command:archiveAnswers.'));
}

function textOf(contents: vscode.Hover['contents']): string {
  return contents
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content)))
    .join('\n');
}

const untitled = (content: string): Thenable<vscode.TextDocument> =>
  vscode.workspace.openTextDocument({ language: 'python', content });

describe('the hover', () => {
  let names: vscode.TextDocument;
  before(async () => {
    await extension().activate();
    names = await vscode.workspace.openTextDocument(fixtures('hover', 'names.py'));
  });

  it('names entries over exactly the name, and searches for more', async () => {
    const hover = await hoverAt(names, 'scoped_session', 'registry = ');
    const text = textOf(hover?.contents ?? []);
    expect(text).to.contain('scoped-session-threads');
    expect(text.match(/command:archiveAnswers\.open/g) ?? []).to.have.length.within(1, 3);
    expect(text.match(/command:archiveAnswers\.search/g)).to.have.length(1);
    const { range } = hover ?? {};
    expect(range === undefined ? '' : names.getText(range)).to.equal('scoped_session');
  });

  it('trusts our own two commands only', async () => {
    const hover = await hoverAt(names, 'Needs', '= ');
    const [content] = hover?.contents ?? [];
    const trusted = content instanceof vscode.MarkdownString ? content.isTrusted : undefined;
    expect(trusted).to.deep.equal({ enabledCommands: ['archiveAnswers.open', 'archiveAnswers.search'] });
  });

  it('is silent over a string, a comment, a class of the user and a local name', async () => {
    expect(await hoverAt(names, 'scoped_session', 'speaks of ')).to.equal(undefined);
    expect(await hoverAt(names, 'scoped_session', 'comment on ')).to.equal(undefined);
    expect(await hoverAt(names, 'Session', 'mine = ')).to.equal(undefined);
    expect(await hoverAt(names, 'scoped_session', 'print(')).to.equal(undefined);
    expect(await hoverAt(names, 'Session', 'orm.')).to.not.equal(undefined);
  });

  it('works in an untitled document, and follows its edits', async () => {
    const document = await untitled('from fastapi import Depends\n');
    expect(await hoverAt(document, 'Depends')).to.not.equal(undefined);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(0).range.end, '\n\nclass Depends: ...\n\n\nDepends()\n');
    await vscode.workspace.applyEdit(edit);
    expect(await hoverAt(document, 'Depends', '\n\n\n')).to.equal(undefined);
  });

  it('works in the cells of a notebook', async () => {
    const cell = new vscode.NotebookCellData(
      vscode.NotebookCellKind.Code,
      'from fastapi import Depends\n',
      'python',
    );
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    expect(await hoverAt(notebook.cellAt(0).document, 'Depends')).to.not.equal(undefined);
  });

  it('gives what can be had of a file with errors, tabs and many lines', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `\tvalue_${String(at)} = )`);
    const document = await untitled(`from fastapi import Depends\nx = Depends(1)\n${lines.join('\n')}\n`);
    expect(await hoverAt(document, 'Depends')).to.not.equal(undefined);
    expect(await hoverAt(document, 'value_19999')).to.equal(undefined);
  });

  it('reads what is nested deeper than the stack without failing', async () => {
    // A worker's stack is small: what Node reads may be too deep there.
    const text = `from fastapi import Depends\nx = Depends(\n${'\tvalue = (\n'.repeat(20_000)}`;
    expect(await readOccurrences(text, { symbols: SYMBOLS, declared: new Set() })).to.be.an('array');
  });

  it('answers from every archive that was added, whether it declares symbols or only speaks of them', async () => {
    await setSources(['room']);
    try {
      const document = await untitled('from fastapi import BackgroundTasks, Depends\n');
      // Archives are read one by one.
      const text = await eventually('the archive', async () => {
        const answer = textOf((await hoverAt(document, 'BackgroundTasks'))?.contents ?? []);
        return answer.includes('room') ? answer : undefined;
      });
      expect(text).to.contain('answer found in the thread');
    } finally {
      await setSources(undefined);
    }
  });

  it("answers from the community's own document beside the digest of it", async function () {
    const community = fixtures('..', '..', '..', 'shared', 'archives', 'fastapi-user-group.md');
    if ((await workspaceFileSystem.kind(community.toString())) === undefined) return this.skip();
    await setSources([community.path]);
    try {
      const text = await eventually('the archive', async () => {
        const answer = textOf((await hoverAt(names, 'scoped_session', 'registry = '))?.contents ?? []);
        return answer.includes('fastapi-user-group-2%2F') ? answer : undefined;
      });
      expect(text).to.contain('fastapi-user-group%2Fscoped-session-threads');
    } finally {
      await setSources(undefined);
    }
  });

  describe('in a project with a lock file', () => {
    let articles: vscode.TextDocument;
    before(async () => {
      await setSources(['locked/archive']);
      articles = await vscode.workspace.openTextDocument(fixtures('locked', 'app', 'articles.py'));
    });
    after(() => setSources(undefined));
    const textAt = async (name: string, before: string, document = articles): Promise<string> =>
      textOf((await hoverAt(document, name, before))?.contents ?? []);

    it('follows a parameter through another module, and links to the post that speaks of the symbol', async () => {
      const text = await textAt('execute', 'await database.');
      const [, encoded = ''] = /command:archiveAnswers\.open\?([^)]*)/.exec(text) ?? [];
      const [id, target] = JSON.parse(decodeURIComponent(encoded)) as readonly [string, { words: unknown }];
      expect(id).to.equal('fastapi-user-group/async-join-missing-rows');
      expect(target.words).to.deep.equal(['execute']);
    });

    it('says which versions meet', async () => {
      const database = await vscode.workspace.openTextDocument(fixtures('locked', 'app', 'db.py'));
      // A hover does not wait long for the versions of the project: they are there for a later one.
      const end = Date.now() + 20_000;
      let text: string;
      do text = (await textAt('async_sessionmaker', '= ', database)).replaceAll('\\', '');
      while (!text.includes('you have') && Date.now() < end);
      expect(text).to.contain('for 1.4 · you have 2.0.36');
    });

    it('begins with the answer line, whole', async () => {
      const text = await textAt('selectinload', 'options(');
      expect(text).to.match(/^`\.join\(\)` does not fill the relationship/);
      expect(text).to.contain('`MissingGreenlet`');
    });

    it('names a value that an archive speaks of', async () => {
      expect(await textAt('selectin', 'lazy="')).to.contain('Tags are loaded with a query for each article');
    });
  });

  it('is silent when it is turned off, from the next hover on', async () => {
    const settings = vscode.workspace.getConfiguration('archiveAnswers');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      expect(await hoverAt(names, 'scoped_session', 'registry = ')).to.equal(undefined);
    } finally {
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    expect(await hoverAt(names, 'scoped_session', 'registry = ')).to.not.equal(undefined);
  });
});
