import * as vscode from 'vscode';
import { replaceFunctions } from '../hostApi';

/** What the extension said while something was done to it. */
export class Outcome {
  readonly messages: string[] = [];

  /** What the user was told of an error that no code expected. */
  get failures(): readonly string[] {
    return this.messages.filter((text) => text.includes('Archive Answers failed'));
  }
}

/**
 * Observes the extension, the packaged one too: notes its messages instead of showing them, and closes its lists and
 * input boxes that ask something. Until `stop` is called. Rejections that nobody handles are noted in all tests: see `background.ts`.
 */
export function observe(): { readonly outcome: Outcome; readonly stop: () => Promise<Outcome> } {
  const outcome = new Outcome();
  const note = (message: string): Promise<undefined> => {
    outcome.messages.push(message);
    return Promise.resolve(undefined);
  };
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  const restore = replaceFunctions('window', {
    showInformationMessage: note,
    showWarningMessage: note,
    showErrorMessage: note,
    showInputBox: nothing,
    showQuickPick: nothing,
    showOpenDialog: nothing,
  });
  return {
    outcome,
    stop: async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      restore();
      return outcome;
    },
  };
}

/** Runs a command to its end, however often it opens a list or an input box: each is closed. */
export async function runAndClose(command: string, ...args: readonly unknown[]): Promise<void> {
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...args)).then(() => true);
  const notYet = (): Promise<boolean> =>
    new Promise((resolve) => {
      setTimeout(() => {
        resolve(false);
      }, 30);
    });
  while (!(await Promise.race([done, notYet()]))) {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  }
}

/** A structure of that many arrays within each other. */
export function nested(depth: number): unknown {
  let value: unknown = 'innermost';
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}

/** What a command or a message may be called with by mistake or by somebody else's code. */
export const WRONG_VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a number', 7],
  ['not a number', Number.NaN],
  ['a boolean', true],
  ['an empty text', ''],
  ['a text', 'text'],
  ['control characters', 'a\0b\u001b[31mc\r\n\u202ed'],
  ['a huge text', 'never ending '.repeat(80_000)],
  ['an empty object', {}],
  ['an object without prototype', Object.create(null)],
  ['a prototype of its own', JSON.parse('{"__proto__":{"kind":"entry"},"constructor":null}')],
  ['an empty list', []],
  ['a nested list', nested(2_000)],
  ['a row without an entry', { kind: 'entry' }],
  ['a row with half an entry', { kind: 'entry', id: 7, entry: { id: 7 } }],
  ['a group without a source', { kind: 'group', id: {}, source: 5 }],
  ['a bookmark of nothing', { kind: 'gone' }],
  ['a target of the wrong shape', { post: -1, words: { length: 1e9 }, language: 5 }],
];
