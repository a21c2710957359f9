import * as vscode from 'vscode';

/** Registers a command of ours; whatever it throws is reported. */
export type RegisterCommand = (
  name: string,
  action: (first: unknown, second: unknown) => void | Promise<void>,
) => void;

export function commandRegistrar(
  own: (disposable: vscode.Disposable) => unknown,
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
    own(vscode.commands.registerCommand(`archiveAnswers.${name}`, run));
  };
}
