import * as vscode from 'vscode';
import type { RaisedError } from '../../core/tracebacks/raisedError';
import { createYielder } from '../base/timeSlice';
import { withTimeout } from '../base/timeout';
import { errorLine, truncate, type TracebackBundle } from './errorText';
import type { TerminalOutput, TerminalRun } from './terminalOutput';
import { t } from '../base/l10n';

/** The errors in one text, and where it comes from. */
export interface ErrorSource {
  /** The most relevant first. */
  readonly errors: readonly [RaisedError, ...RaisedError[]];
  /** For display. */
  readonly from: string;
  /** The command that printed it. */
  readonly command?: string;
}

/** In UTF-16 units: of a longer text only the end is parsed, where the last errors are. */
const MAX_TEXT_LENGTH = 512 * 1024;
const MAX_COMMAND_LENGTH = 120;
/** Milliseconds to wait for the clipboard if there are other errors: a browser may ask for permission first. */
const CLIPBOARD_TIMEOUT = 1000;

/**
 * The errors in the editor's selection, the terminals (the last one of each) and the clipboard, without duplicates. Any
 * message may be selected; elsewhere an error must have a class, a code or a known message.
 */
export async function errorSources(
  terminals: TerminalOutput,
  bundle: TracebackBundle,
): Promise<readonly ErrorSource[]> {
  const sources = [...(await selectedErrors(bundle)), ...(await terminalErrors(terminals, bundle))];
  const copied = await clipboardText(sources.length === 0 ? undefined : CLIPBOARD_TIMEOUT);
  const clipboard = await sourceIn(copied, bundle, t('Clipboard'));
  return withoutDuplicates(
    clipboard === undefined || !bundle.isIdentified(clipboard.errors[0]) ? sources : [...sources, clipboard],
  );
}

/** The text on the clipboard as an error, whatever it is; `undefined` without text. */
export async function errorOnClipboard(bundle: TracebackBundle): Promise<ErrorSource | undefined> {
  return sourceIn(await clipboardText(), bundle, t('Clipboard'));
}

async function sourceIn(
  text: string,
  { readLongText }: TracebackBundle,
  from: string,
): Promise<ErrorSource | undefined> {
  const [first, ...others] = await readLongText(text.slice(-MAX_TEXT_LENGTH), createYielder());
  return first === undefined ? undefined : { errors: [first, ...others], from };
}

async function selectedErrors(bundle: TracebackBundle): Promise<readonly ErrorSource[]> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.selection.isEmpty !== false) return [];
  const text = editor.document.getText(editor.selection);
  const source = await sourceIn(text, bundle, t('Selection'));
  return source === undefined ? [] : [source];
}

async function terminalErrors(
  terminals: TerminalOutput,
  bundle: TracebackBundle,
): Promise<readonly ErrorSource[]> {
  const byTerminal = new Map<vscode.Terminal, ErrorSource>();
  for (const run of terminals.runs()) {
    if (byTerminal.has(run.terminal)) continue;
    const { terminal, command, isRunning, output } = run;
    const from = isRunning
      ? t('Terminal: {0}, still running', terminal.name)
      : t('Terminal: {0}', terminal.name);
    const source = await sourceIn(output, bundle, from);
    if (source === undefined || !isFailure(source.errors[0], run, bundle)) continue;
    byTerminal.set(terminal, { ...source, command: truncate(command.trim(), MAX_COMMAND_LENGTH) });
  }
  return [...byTerminal.values()];
}

/** Whether a command's output shows a failure. A successful command may print the log of a failed one, with a traceback. */
function isFailure(
  error: RaisedError,
  { exitCode }: TerminalRun,
  { isIdentified }: TracebackBundle,
): boolean {
  return exitCode === 0 ? error.frames.length > 0 : isIdentified(error) || error.role === 'log';
}

/** The text on the clipboard; empty without permission, or after `timeout` milliseconds. */
async function clipboardText(timeout?: number): Promise<string> {
  const reading = Promise.resolve(vscode.env.clipboard.readText()).catch(() => '');
  return timeout === undefined ? reading : withTimeout(reading, timeout, '');
}

/** Drops errors with the same line, such as one that was copied from a terminal. */
function withoutDuplicates(sources: readonly ErrorSource[]): readonly ErrorSource[] {
  const lines = sources.map(({ errors: [first] }) => errorLine(first));
  return sources.filter((_, at) => lines.indexOf(lines[at] ?? '') === at);
}
