import * as vscode from 'vscode';
import { showHidden } from '../../core/text/hiddenCharacters';

/** The extension's log. Each message is one row: lines below the first are indented, and hidden characters are shown. */
export class Log implements vscode.Disposable {
  constructor(
    private readonly channel: vscode.LogOutputChannel = vscode.window.createOutputChannel('Archive Answers', {
      log: true,
    }),
  ) {}

  info(message: string): void {
    this.channel.info(logRow(message));
  }

  warn(message: string): void {
    this.channel.warn(logRow(message));
  }

  /** @param error A message, or whatever was thrown: of an `Error`, its stack is logged. */
  error(error: unknown): void {
    this.channel.error(logRow(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }

  show(): void {
    this.channel.show();
  }

  dispose(): void {
    this.channel.dispose();
  }
}

function logRow(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => showHidden(line, '\t'))
    .join('\n    ');
}
