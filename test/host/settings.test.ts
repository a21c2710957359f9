import { expect } from 'chai';
import * as vscode from 'vscode';
import { Log } from '../../src/vscode/base/log';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { extension } from './workspace';

const set = (key: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('archiveAnswers').update(key, value, vscode.ConfigurationTarget.Global);

describe('a setting that changes', () => {
  afterEach(async () => {
    await set('shippedArchive.enabled', undefined);
    await set('hover.matches', undefined);
  });

  it('takes the archive that ships away, and brings it back', async () => {
    const log = new Log(vscode.window.createOutputChannel('Settings', { log: true }));
    const answers = new LibraryService(extension().extensionUri, log);
    try {
      expect((await answers.whole()).entries()).to.have.length(8);
      await set('shippedArchive.enabled', false);
      expect((await answers.whole()).entries()).to.have.length(0);
      await set('shippedArchive.enabled', undefined);
      expect((await answers.whole()).entries()).to.have.length(8);
    } finally {
      answers.dispose();
      log.dispose();
    }
  });

  it('of the wrong type is a problem that names it, and the rest is read', async () => {
    const log = new Log(vscode.window.createOutputChannel('Settings', { log: true }));
    const answers = new LibraryService(extension().extensionUri, log);
    const problems = async (value: unknown): Promise<readonly (readonly string[])[]> => {
      await set('sources', value);
      const library = await answers.whole();
      expect(library.entry('fastapi-user-group/project-structure')).to.not.equal(undefined);
      const wrong = library.problems.filter(({ kind }) => kind === 'settingUnusable');
      return wrong.map(({ location, args: [reason] }) => [
        location,
        typeof reason === 'object' && 'why' in reason ? reason.why : '',
      ]);
    };
    try {
      for (const value of [7, 'room', {}, true]) {
        expect(await problems(value)).to.deep.equal([['archiveAnswers.sources', 'notSourceList']]);
      }
      const items = [
        7,
        null,
        ['room'],
        {},
        'x'.repeat(5_000),
        'a\u0000b',
        'a\nb',
        '',
        'room',
        'https://example.org/a',
      ];
      expect(await problems(items)).to.deep.equal([
        ...[0, 1, 2, 3, 4, 5, 6].map((at) => [`archiveAnswers.sources[${String(at)}]`, 'notSource']),
        ['https://example.org/a', 'scheme'],
      ]);
      const many = Array.from({ length: 120 }, (_, at) => `command:/${String(at)}`);
      expect((await problems(many)).at(-1)).to.deep.equal(['archiveAnswers.sources', 'tooManySources']);
      await set('sources', undefined);
      await set('sourceTitles', { room: 7 });
      expect(await problems(undefined)).to.deep.equal([['archiveAnswers.sourceTitles', 'notTitle']]);
    } finally {
      await set('sources', undefined);
      await set('sourceTitles', undefined);
      answers.dispose();
      log.dispose();
    }
  });

  it('lets hovers name what is near, from the next one on', async () => {
    await extension().activate();
    const document = await vscode.workspace.openTextDocument({
      language: 'python',
      content: 'from sqlalchemy.orm import joinedload\n\nloading = joinedload\n',
    });
    const answers = async (): Promise<number> => {
      const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(2, 12),
      );
      const texts = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''));
      return texts.join('\n').split('command:archiveAnswers.open').length - 1;
    };
    expect(await answers()).to.equal(0);
    await set('hover.matches', 'all');
    expect(await answers()).to.be.greaterThan(0);
    await set('hover.matches', 'strong');
    expect(await answers()).to.equal(0);
  });
});
