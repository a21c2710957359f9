import * as vscode from 'vscode';
import { changesSetting, setting } from '../base/settings';
import { DisposableStore } from '../base/disposables';

/** Output that is stored per terminal, in UTF-16 units. */
const MAX_OUTPUT_LENGTH = 64 * 1024;
/** Excess in UTF-16 units that is tolerated before the output is trimmed, as trimming copies it. */
const SLACK = MAX_OUTPUT_LENGTH / 4;
/** Commands that are stored per terminal. */
const MAX_RUNS = 20;

/** A command in a terminal and its output. */
export interface TerminalRun {
  readonly terminal: vscode.Terminal;
  /** The command line, as far as the shell reports it. */
  readonly command: string;
  /** The end of its output, including escape sequences. */
  readonly output: string;
  readonly isRunning: boolean;
  /** `undefined` while it runs, and where the shell does not report it. */
  readonly exitCode: number | undefined;
}

/** The events of `vscode.window`; injected by tests. */
type TerminalEvents = Pick<
  typeof vscode.window,
  'onDidStartTerminalShellExecution' | 'onDidEndTerminalShellExecution' | 'onDidCloseTerminal'
>;

interface RecordedRun {
  readonly execution: vscode.TerminalShellExecution;
  output: string;
  isRunning: boolean;
  exitCode: number | undefined;
  /** A sequence number over all terminals, updated with every output. */
  printedAt: number;
}

/**
 * Records the last output of each terminal's commands, if the shell reports when commands begin and end (shell
 * integration). In memory only: it is discarded when the terminal is closed or the setting is turned off.
 */
export class TerminalOutput implements vscode.Disposable {
  readonly #runs = new Map<vscode.Terminal, RecordedRun[]>();
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
        if (changesSetting(event, 'terminal.readOutput') && !setting('terminal.readOutput')) this.#clear();
      }),
    );
  }

  /**
   * Running and finished commands, the one with the latest output first. A successful run replaces earlier runs of the
   * same command.
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
    this.#clear();
  }

  #clear(): void {
    // Streams of running commands hold on to their run until the next output.
    for (const run of [...this.#runs.values()].flat()) run.output = '';
    this.#runs.clear();
  }

  #begin(terminal: vscode.Terminal, execution: vscode.TerminalShellExecution): void {
    const run: RecordedRun = {
      execution,
      output: '',
      isRunning: true,
      exitCode: undefined,
      printedAt: (this.#printed += 1),
    };
    // Finished commands without output are not worth storing.
    const before = (this.#runs.get(terminal) ?? []).filter((other) => other.isRunning || other.output !== '');
    this.#runs.set(terminal, [...before.slice(1 - MAX_RUNS), run]);
    // Immediately: the stream contains only what is printed after this call.
    void this.#read(terminal, run, execution.read());
  }

  async #read(terminal: vscode.Terminal, run: RecordedRun, stream: AsyncIterable<string>): Promise<void> {
    try {
      for await (const data of stream) {
        const runs = this.#runs.get(terminal);
        if (runs?.includes(run) !== true) return;
        run.output += data;
        run.printedAt = this.#printed += 1;
        if (sizeOf(runs) > MAX_OUTPUT_LENGTH + SLACK) trim(runs);
      }
    } catch {
      // The stream of a closed terminal fails instead of ending.
    }
  }

  #end(
    terminal: vscode.Terminal,
    execution: vscode.TerminalShellExecution,
    exitCode: number | undefined,
  ): void {
    const runs = this.#runs.get(terminal) ?? [];
    const run = runs.find((other) => other.execution === execution);
    if (run === undefined) return;
    run.isRunning = false;
    run.exitCode = exitCode;
    if (exitCode !== 0) return;
    const isOutdated = (other: RecordedRun): boolean =>
      other !== run && !other.isRunning && isSameCommand(other, run);
    this.#runs.set(
      terminal,
      runs.filter((other) => !isOutdated(other)),
    );
  }
}

function isSameCommand(a: RecordedRun, b: RecordedRun): boolean {
  const line = a.execution.commandLine.value.trim();
  return line !== '' && line === b.execution.commandLine.value.trim();
}

function sizeOf(runs: readonly RecordedRun[]): number {
  return runs.reduce((sum, { output }) => sum + output.length, 0);
}

/** Keeps the end of a terminal's output, and drops finished commands that have none left. */
function trim(runs: RecordedRun[]): void {
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
