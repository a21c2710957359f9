import * as vscode from 'vscode';
import { TerminalOutput } from '../../src/vscode/tracebacks/terminalOutput';

/** Turns the setting that lets terminals be read on or off; `undefined` leaves it to its default. */
export const readTerminals = (value: boolean | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('archiveAnswers')
    .update('terminal.readOutput', value, vscode.ConfigurationTarget.Global);

/** Terminals that print what a test says. */
export class Terminals {
  readonly #started = new vscode.EventEmitter<vscode.TerminalShellExecutionStartEvent>();
  readonly #ended = new vscode.EventEmitter<vscode.TerminalShellExecutionEndEvent>();
  readonly #closed = new vscode.EventEmitter<vscode.Terminal>();
  readonly output = new TerminalOutput({
    onDidStartTerminalShellExecution: this.#started.event,
    onDidEndTerminalShellExecution: this.#ended.event,
    onDidCloseTerminal: this.#closed.event,
  });

  /** Runs a command to its end; without an exit code it goes on. */
  async run(terminal: vscode.Terminal, value: string, printed: readonly string[], exitCode?: number) {
    let isRead = false;
    const stream = (async function* () {
      for (const data of printed) {
        await Promise.resolve();
        yield data;
      }
    })();
    const execution: vscode.TerminalShellExecution = {
      commandLine: {
        value,
        isTrusted: true,
        confidence: vscode.TerminalShellExecutionCommandLineConfidence.High,
      },
      cwd: undefined,
      read: () => {
        isRead = true;
        return stream;
      },
    };
    const event = { terminal, execution } as vscode.TerminalShellExecutionStartEvent;
    this.#started.fire(event);
    const isReadAtOnce = isRead;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (exitCode !== undefined) this.#ended.fire({ ...event, exitCode });
    return isReadAtOnce;
  }

  close(terminal: vscode.Terminal): void {
    this.#closed.fire(terminal);
  }
}

export const terminalCalled = (name: string): vscode.Terminal => ({ name }) as vscode.Terminal;
