import { expect } from 'chai';
import * as vscode from 'vscode';
import { extension, fixtures } from '../workspace';
import { observe, runAndClose, WRONG_VALUES } from './outcome';

/** Commands of our own rows and links, which any extension can call. */
const HIDDEN = ['open', 'look', 'showProblems', 'openProblem', 'showPlace'].map(
  (name) => `archiveAnswers.${name}`,
);

/** First arguments with which a command goes on to read its second one. */
const FIRST: Readonly<Record<string, unknown>> = {
  'archiveAnswers.open': 'asgi-articles',
  'archiveAnswers.openProblem': fixtures('room', 'room.md').toString(),
  'archiveAnswers.showPlace': fixtures('hover', 'names.py'),
};

function contributed(): readonly string[] {
  const { contributes } = extension().packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  return contributes.commands.map(({ command }) => command);
}

describe('a command called with anything', () => {
  before(async () => {
    await extension().activate();
    await vscode.commands.executeCommand('archiveAnswers.open', 'asgi-articles');
  });
  after(async () => {
    await vscode.commands.executeCommand('archiveAnswers.clearFilter');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is observed: a link to no entry says so', async () => {
    const { stop } = observe();
    await runAndClose('archiveAnswers.open', 'no-such-entry');
    const { messages } = await stop();
    expect(messages).to.deep.equal(['No open archive has the entry “no-such-entry”.']);
  });

  for (const command of [...contributed(), ...HIDDEN]) {
    it(`does what it can, or nothing: ${command}`, async function () {
      this.timeout(120_000);
      const wrong: string[] = [];
      for (const [name, value] of WRONG_VALUES) {
        for (const args of [
          [value, [value]],
          [FIRST[command], value],
        ]) {
          const { stop } = observe();
          await runAndClose(command, ...args);
          const { failures, messages } = await stop();
          wrong.push(...failures.map((text) => `${name} (${String(args.length)}): ${text}`));
          const long = messages.filter((text) => text.length > 1_000);
          wrong.push(...long.map((text) => `${name}: a message of ${String(text.length)} characters`));
        }
      }
      expect(wrong.join('\n').slice(0, 3_000)).to.equal('');
    });
  }
});
