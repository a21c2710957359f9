import { expect } from 'chai';
import * as vscode from 'vscode';
import { problemLine } from '../../../src/vscode/library/libraryLog';
import { LibraryService } from '../../../src/vscode/library/libraryService';
import { silentLog } from '../sidebarView';
import { extension, fixtures } from '../workspace';
import { nested, observe } from './outcome';

const WRONG: readonly unknown[] = [
  null,
  7,
  'a\0b\u001b[31mc\r\n\u202ed',
  'huge '.repeat(60_000),
  JSON.parse('{"__proto__": {"x": 1}, "constructor": [], "": "", "room": 7}'),
  nested(200),
];

/** Lists of archives, and what may be wrong within one. */
const WRONG_LISTS: readonly unknown[] = [
  [null, 7, true, {}, [], [[['room']]], '', '   ', '\0', 'a\u001b[31mb', 'x'.repeat(100_000)],
  ['http://[', 'file:///%00', 'untitled:x', 'nobody://knows/this', '%E0%A4%A', '\\\\?\\C:\\', 'room/../room'],
];

function declaredSettings(): readonly string[] {
  const { contributes } = extension().packageJSON as {
    readonly contributes: { readonly configuration: readonly { readonly properties: object }[] };
  };
  return contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
}

const set = (key: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);

describe('a setting of any value', () => {
  const answers = new LibraryService(extension().extensionUri, silentLog);
  let python: vscode.TextDocument;

  before(async () => {
    await extension().activate();
    await vscode.commands.executeCommand('archiveAnswers.entries.focus');
    python = await vscode.workspace.openTextDocument(fixtures('hover', 'names.py'));
    await vscode.window.showTextDocument(python);
    await vscode.commands.executeCommand('archiveAnswers.open', 'asgi-articles');
  });
  after(async () => {
    answers.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const hovers = async (): Promise<number> => {
    const at = python.positionAt(python.getText().indexOf('registry = ') + 'registry = '.length + 1);
    const found = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      python.uri,
      at,
    );
    return found.length;
  };

  for (const key of declaredSettings()) {
    it(`counts as its default, or is a problem: ${key}`, async function () {
      this.timeout(180_000);
      const usual = await hovers();
      const wrong: string[] = [];
      for (const value of key.endsWith('.sources') ? [...WRONG, ...WRONG_LISTS] : WRONG) {
        const name = JSON.stringify(value).slice(0, 60);
        const { stop } = observe();
        try {
          await set(key, value);
          const library = await answers.whole();
          const shipped = library.entries().filter(({ archive }) => archive === 'fastapi-user-group');
          if (shipped.length !== 8) wrong.push(`${name}: ${String(shipped.length)} entries`);
          if ((await hovers()) !== usual) wrong.push(`${name}: other hovers`);
          for (const line of library.problems.map(problemLine)) {
            if (line.length > 2_000) wrong.push(`${name}: a problem of ${String(line.length)} characters`);
            if (/[\p{Cc}\u202a-\u202e]/u.test(line)) wrong.push(`${name}: controls in ${line.slice(0, 80)}`);
          }
        } finally {
          await set(key, undefined);
        }
        wrong.push(...(await stop()).failures.map((text) => `${name}: ${text}`));
      }
      expect(wrong.join('\n').slice(0, 3_000)).to.equal('');
    });
  }
});
