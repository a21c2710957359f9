import * as vscode from 'vscode';
import type { RaisedError } from '../../core/tracebacks/raisedError';
import { createYielder } from '../base/timeSlice';
import { withTimeout } from '../base/timeout';
import { errorLine, truncate, type TracebackBundle } from './errorText';
import type { TerminalOutput, TerminalRun } from './terminalOutput';
import { t } from '../base/l10n';

/** The errors of one text, and where it is from. */
export interface ErrorSource {
  /** The most telling one first. */
  readonly errors: readonly [RaisedError, ...RaisedError[]];
  /** In the reader's words. */
  readonly from: string;
  /** The command that printed it. */
  readonly command?: string;
}

/** What is longer is looked at only at its end, where the error is. In UTF-16 units. */
const MAX_TEXT_LENGTH = 64 * 1024;
const MAX_COMMAND_LENGTH = 120;
/** Milliseconds for the clipboard where there are other errors: a browser may have to ask for permission first. */
const PATIENCE = 1000;

/**
 * Errors at hand, each once: in the editor's selection, in the terminals (the last one of each), on the clipboard. What
 * was selected may be any short message; elsewhere an error has to name itself.
 */
export async function errorSources(
  terminals: TerminalOutput,
  reader: TracebackBundle,
): Promise<readonly ErrorSource[]> {
  const sources = [...selected(reader), ...(await printed(terminals, reader))];
  const copied = await copiedText(sources.length === 0 ? undefined : PATIENCE);
  const clipboard = sourceIn(copied, reader, t('Clipboard'));
  return withoutTwins(
    clipboard === undefined || !namesItself(clipboard.errors[0]) ? sources : [...sources, clipboard],
  );
}

/** What is on the clipboard, taken as an error whatever it says; `undefined` when it says nothing. */
export async function errorOnClipboard(reader: TracebackBundle): Promise<ErrorSource | undefined> {
  return sourceIn(await copiedText(), reader, t('Clipboard'));
}

function sourceIn(text: string, { parseErrors }: TracebackBundle, from: string): ErrorSource | undefined {
  const [first, ...others] = parseErrors(text.slice(-MAX_TEXT_LENGTH));
  return first === undefined ? undefined : { errors: [first, ...others], from };
}

function selected(reader: TracebackBundle): readonly ErrorSource[] {
  const editor = vscode.window.activeTextEditor;
  if (editor?.selection.isEmpty !== false) return [];
  const text = editor.document.getText(editor.selection);
  const source = sourceIn(text, reader, t('Selection'));
  return source === undefined ? [] : [source];
}

async function printed(terminals: TerminalOutput, reader: TracebackBundle): Promise<readonly ErrorSource[]> {
  const maybeYield = createYielder();
  const found = new Map<vscode.Terminal, ErrorSource>();
  for (const run of terminals.runs()) {
    if (found.has(run.terminal)) continue;
    const { terminal, command, isRunning, output } = run;
    const from = isRunning
      ? t('Terminal: {0}, still running', terminal.name)
      : t('Terminal: {0}', terminal.name);
    const source = sourceIn(output, reader, from);
    await maybeYield();
    if (source === undefined || !isFailure(source.errors[0], run)) continue;
    found.set(terminal, { ...source, command: truncate(command.trim(), MAX_COMMAND_LENGTH) });
  }
  return [...found.values()];
}

/** A command that went well may print the log of one that did not, but then it prints a traceback. */
function isFailure(error: RaisedError, { exitCode }: TerminalRun): boolean {
  return exitCode === 0 ? error.frames.length > 0 : namesItself(error) || error.role === 'log';
}

function namesItself({ type, codes }: RaisedError): boolean {
  return type !== undefined || codes.length > 0;
}

/** Without its permission, or in time, there is nothing on the clipboard. */
async function copiedText(patience?: number): Promise<string> {
  const reading = Promise.resolve(vscode.env.clipboard.readText()).catch(() => '');
  return patience === undefined ? reading : withTimeout(reading, patience, '');
}

/** What was copied from a terminal is not another error. */
function withoutTwins(sources: readonly ErrorSource[]): readonly ErrorSource[] {
  const lines = sources.map(({ errors: [first] }) => errorLine(first));
  return sources.filter((_, at) => lines.indexOf(lines[at] ?? '') === at);
}
