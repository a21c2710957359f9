import * as vscode from 'vscode';
import { withParticles } from '../core/text/particles';

/**
 * A text in the window's language. A translation may leave a Korean particle open, as in `“{0}”{을/를}`: it is chosen by
 * what stands before it.
 */
export function t(text: string, ...args: readonly (string | number)[]): string {
  return withParticles(vscode.l10n.t(text, ...args));
}
