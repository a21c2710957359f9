import type * as vscode from 'vscode';
import type * as bundle from '../lazy/library';
import type { TracebackBundle } from './errorText';

type NameReader = Pick<typeof bundle, 'SYMBOLS' | 'symbolsInText'>;

/** Diagnostics of one range that are examined. */
const MAX_DIAGNOSTICS = 20;
/** In characters; the rest of a message is ignored. */
const MAX_MESSAGE_LENGTH = 4000;
/** Names that checkers quote: `"Depends" is not a known symbol`, `` `Session` imported but unused ``; no apostrophes. */
const QUOTED = /(?<!\w)(["'`])(?<text>(?:(?!\1)[^\n]){1,200})\1(?!\w)/g;
/** A class with its message, a URL that explains an error, or four words that may be a known message. */
const NAMING = /[a-zA-Z]\w: \S|sqlalche\.me|(?:[A-Za-z_'’()]{1,40}[,;.:]? ){3}[A-Za-z]/;
const IMPORTED = /^[ \t]*(?:from|import)[ \t]+(?<root>[A-Za-z_]\w*)/gm;

/** A diagnostic that may name a symbol or an exception. */
export interface NamingDiagnostic {
  readonly diagnostic: vscode.Diagnostic;
  /** Truncated if it is long. */
  readonly message: string;
  /** The quoted names and the diagnostic's code, separated by semicolons. */
  readonly code: string;
}

/** The diagnostics that quote a name or may contain an error. */
export function namingDiagnostics(diagnostics: readonly vscode.Diagnostic[]): readonly NamingDiagnostic[] {
  return diagnostics.slice(0, MAX_DIAGNOSTICS).flatMap((diagnostic) => {
    const message = diagnostic.message.slice(0, MAX_MESSAGE_LENGTH);
    const quoted = [...message.matchAll(QUOTED)].map(({ groups }) => groups?.['text'] ?? '');
    const { code } = diagnostic;
    const value = typeof code === 'object' ? code.value : code;
    const parts = typeof value === 'string' ? [...quoted, value] : quoted;
    const isNaming = quoted.length > 0 || NAMING.test(message);
    return isNaming ? [{ diagnostic, message, code: parts.join('; ') }] : [];
  });
}

/** Qualified names of the library symbols that a diagnostic certainly refers to, in its order, without duplicates. */
export function symbolsNamedIn(
  { code }: NamingDiagnostic,
  document: vscode.TextDocument,
  { SYMBOLS, symbolsInText }: NameReader,
): readonly string[] {
  const text = document.getText();
  const packages = new Set([...text.matchAll(IMPORTED)].map(({ groups }) => groups?.['root'] ?? ''));
  const symbols = symbolsInText(code, 'code', { symbols: SYMBOLS, declared: new Set(), packages });
  return [...new Set(symbols)].filter((symbol) => !isShadowed(symbol, text));
}

/** The errors in a diagnostic's message, such as one that a test has raised. */
export function errorsIn({ message }: NamingDiagnostic, { readErrors, isIdentified }: TracebackBundle) {
  return readErrors(message).filter(isIdentified);
}

/** Whether a document defines a symbol's name itself, or imports it from another package. */
function isShadowed(symbol: string, text: string): boolean {
  const [root = ''] = symbol.split('.', 1);
  const last = symbol.slice(symbol.lastIndexOf('.') + 1);
  if (new RegExp(`\\b(?:class|def)[ \\t]+${last}\\b`).test(text)) return true;
  const imports = new RegExp(
    `^[ \\t]*from[ \\t]+(?<module>[\\w.]{1,200})[ \\t]+import\\b(?:[ \\t]*\\([^)]{0,2000}?|[^\\n(]{0,500}?)\\b${last}\\b`,
    'gm',
  );
  return [...text.matchAll(imports)].some(({ groups }) => groups?.['module']?.split('.', 1)[0] !== root);
}
