import * as vscode from 'vscode';
import { showHidden } from '../../core/text/hiddenCharacters';

/**
 * The extension's log. Each message is one row: lines below the first are indented, and hidden characters are shown. Once
 * it is disposed of, it takes nothing more: work that ends after that must not fail because of it.
 */
export class Log implements vscode.Disposable {
  #isDisposed = false;

  constructor(
    private readonly channel: vscode.LogOutputChannel = vscode.window.createOutputChannel('Archive Answers', {
      log: true,
    }),
  ) {}

  info(message: string): void {
    if (!this.#isDisposed) this.channel.info(logRow(message));
  }

  warn(message: string): void {
    if (!this.#isDisposed) this.channel.warn(logRow(message));
  }

  /** @param error A message, or whatever was thrown: of an `Error`, its stack is logged. */
  error(error: unknown): void {
    if (this.#isDisposed) return;
    this.channel.error(logRow(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }

  show(): void {
    if (!this.#isDisposed) this.channel.show();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.channel.dispose();
  }
}

function logRow(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => showHidden(line, '\t'))
    .join('\n    ');
}
