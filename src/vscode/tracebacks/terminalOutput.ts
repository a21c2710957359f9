import * as vscode from 'vscode';
import { changesSetting, setting } from '../base/settings';
import { DisposableStore } from '../base/disposables';

/** What is kept of one terminal, in UTF-16 units: its last commands, the end of a longer one. */
const MAX_OUTPUT_LENGTH = 64 * 1024;
/** Units above that until the beginning is cut off: not every piece that comes is worth a copy of the rest. */
const SLACK = MAX_OUTPUT_LENGTH / 4;
/** Commands of one terminal. */
const MAX_RUNS = 20;

/** A command in a terminal, and what it has printed. */
export interface TerminalRun {
  readonly terminal: vscode.Terminal;
  /** What was typed, as far as the shell tells. */
  readonly command: string;
  /** The end of its output, with terminal sequences. */
  readonly output: string;
  readonly isRunning: boolean;
  /** `undefined` while it runs, and where the shell does not tell. */
  readonly exitCode: number | undefined;
}

/** What of VS Code is listened to; tests fire events of their own. */
type TerminalEvents = Pick<
  typeof vscode.window,
  'onDidStartTerminalShellExecution' | 'onDidEndTerminalShellExecution' | 'onDidCloseTerminal'
>;

interface Run {
  readonly execution: vscode.TerminalShellExecution;
  output: string;
  isRunning: boolean;
  exitCode: number | undefined;
  /** Counts up over all terminals with everything that is printed. */
  printedAt: number;
}

/**
 * The last output of each terminal's commands, where the shell tells VS Code when commands begin and end (shell
 * integration). In memory only; a closed terminal's is forgotten, and all of it when the setting is turned off.
 */
export class TerminalOutput implements vscode.Disposable {
  readonly #runs = new Map<vscode.Terminal, Run[]>();
  readonly #disposables = new DisposableStore();
  #printed = 0;

  constructor(events: TerminalEvents = vscode.window) {
    this.#disposables.addAll(
      events.onDidStartTerminalShellExecution(({ terminal, execution }) => {
        if (setting('terminal.readOutput')) this.#begin(terminal, execution);
      }),
      events.onDidEndTerminalShellExecution(({ terminal, execution, exitCode }) => {
        this.#end(terminal, execution, exitCode);
      }),
      events.onDidCloseTerminal((terminal) => {
        this.#runs.delete(terminal);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSetting(event, 'terminal.readOutput') && !setting('terminal.readOutput')) this.#forget();
      }),
    );
  }

  /**
   * Commands that are running or have ended, the one that printed last first. One that went well takes the place of what
   * the same command printed before.
   */
  runs(): readonly TerminalRun[] {
    return [...this.#runs]
      .flatMap(([terminal, runs]) => {
        trim(runs);
        return runs.map((run) => ({ terminal, run }));
      })
      .sort((a, b) => b.run.printedAt - a.run.printedAt)
      .map(({ terminal, run: { execution, output, isRunning, exitCode } }) => ({
        terminal,
        command: execution.commandLine.value,
        output,
        isRunning,
        exitCode,
      }));
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#forget();
  }

  #forget(): void {
    // The streams of commands that go on hold what is read of them until they print again.
    for (const run of [...this.#runs.values()].flat()) run.output = '';
    this.#runs.clear();
  }

  #begin(terminal: vscode.Terminal, execution: vscode.TerminalShellExecution): void {
    const run: Run = {
      execution,
      output: '',
      isRunning: true,
      exitCode: undefined,
      printedAt: (this.#printed += 1),
    };
    // What printed nothing tells nothing.
    const before = (this.#runs.get(terminal) ?? []).filter((one) => one.isRunning || one.output !== '');
    this.#runs.set(terminal, [...before.slice(1 - MAX_RUNS), run]);
    // The stream has only what is printed after it was asked for: at once.
    void this.#read(terminal, run, execution.read());
  }

  async #read(terminal: vscode.Terminal, run: Run, stream: AsyncIterable<string>): Promise<void> {
    try {
      for await (const data of stream) {
        const runs = this.#runs.get(terminal);
        if (runs?.includes(run) !== true) return;
        run.output += data;
        run.printedAt = this.#printed += 1;
        if (sizeOf(runs) > MAX_OUTPUT_LENGTH + SLACK) trim(runs);
      }
    } catch {
      // A stream that breaks off with its terminal ends like one that is read out.
    }
  }

  #end(
    terminal: vscode.Terminal,
    execution: vscode.TerminalShellExecution,
    exitCode: number | undefined,
  ): void {
    const runs = this.#runs.get(terminal) ?? [];
    const run = runs.find((one) => one.execution === execution);
    if (run === undefined) return;
    run.isRunning = false;
    run.exitCode = exitCode;
    if (exitCode !== 0) return;
    const isOutdated = (one: Run): boolean => one !== run && !one.isRunning && isSameCommand(one, run);
    this.#runs.set(
      terminal,
      runs.filter((one) => !isOutdated(one)),
    );
  }
}

function isSameCommand(a: Run, b: Run): boolean {
  const line = a.execution.commandLine.value.trim();
  return line !== '' && line === b.execution.commandLine.value.trim();
}

function sizeOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { output }) => sum + output.length, 0);
}

/** Keeps the end of what a terminal's commands printed; a command of which nothing is left is forgotten with it. */
function trim(runs: Run[]): void {
  let left = MAX_OUTPUT_LENGTH;
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const run = runs[at];
    if (run === undefined) continue;
    if (left === 0 && !run.isRunning) {
      runs.splice(at, 1);
      continue;
    }
    run.output = left === 0 ? '' : run.output.slice(-left);
    left -= run.output.length;
  }
}
