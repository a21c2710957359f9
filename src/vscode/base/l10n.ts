import * as vscode from 'vscode';
import { formatMessage } from './koreanParticles';

/**
 * A text in the window's language. A translation may leave a Korean particle open, as in `“{0}”{을/를}`: it is chosen by
 * what stands before it. Arguments come in as they are.
 */
export function t(text: string, ...args: readonly (string | number)[]): string {
  return formatMessage(vscode.l10n.t(text), args);
}
