import { expect } from 'chai';
import * as vscode from 'vscode';
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
    const log = vscode.window.createOutputChannel('Settings', { log: true });
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
