import * as vscode from 'vscode';
import type { DisposableStore } from './disposables';

/** Registers a command under the extension's prefix; whatever it throws is reported. */
export type RegisterCommand = (
  name: string,
  action: (first: unknown, second: unknown) => void | Promise<void>,
) => void;

export function createCommandRegistrar(
  store: DisposableStore,
  report: (error: unknown) => Promise<void>,
): RegisterCommand {
  return (name, action) => {
    const run = async (first: unknown, second: unknown): Promise<void> => {
      try {
        await action(first, second);
      } catch (error) {
        await report(error);
      }
    };
    store.add(vscode.commands.registerCommand(`archiveAnswers.${name}`, run));
  };
}
