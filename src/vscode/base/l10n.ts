import * as vscode from 'vscode';
import { formatMessage } from './koreanParticles';

/**
 * Translates a text into the window's language and inserts the arguments. A translation may contain choices of Korean
 * particles, as in `“{0}”{을/를}`: see `formatMessage`.
 */
export function t(text: string, ...args: readonly (string | number)[]): string {
  return formatMessage(vscode.l10n.t(text), args);
}
