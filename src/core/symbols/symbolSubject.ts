import type { SymbolTable } from '../symbolTable/symbolTable';

/** A symbol, taken apart. */
export interface Subject {
  /** Canonical name. */
  readonly name: string;
  /** Whether the symbol table has it. */
  readonly isKnown: boolean;
  /** Whether its last name alone means other things. */
  readonly isPathOnly: boolean;
  readonly parts: readonly string[];
  readonly last: string;
  /** The class of a member. */
  readonly owner: string | undefined;
}

export const BUILTINS_PREFIX = 'builtins.';
/** Classes that need no import, and the words for their objects. */
export const BUILTIN_CLASSES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    str: /\bstr\b|\bstrings?\b|문자열/i,
    list: /\blists?\b|리스트/i,
    dict: /\bdict(?:s|ionary|ionaries)?\b|딕셔너리|사전/i,
    set: /\bsets?\b|집합/i,
    tuple: /\btuples?\b|튜플/i,
    bytes: /\bbytes\b|바이트/i,
    int: /\bint(?:eger)?s?\b|정수/i,
    float: /\bfloats?\b|부동 ?소수점/i,
    object: /\bobjects?\b|객체/i,
  }),
);

/** A symbol by any of its names; names that the table lacks stay as they are. */
export function subjectOf(symbol: string, symbols: SymbolTable): Subject {
  const info = symbols.resolve(symbol);
  const name =
    info?.name ?? (symbol.startsWith(BUILTINS_PREFIX) ? symbol.slice(BUILTINS_PREFIX.length) : symbol);
  const parts = name.split('.');
  const outer = parts.at(-2);
  const isMember = info === undefined ? outer !== undefined && isClassName(outer) : info.kind === 'member';
  return {
    name,
    isKnown: info !== undefined,
    isPathOnly: info?.isPathOnly === true,
    parts,
    last: parts.at(-1) ?? '',
    owner: isMember ? parts.slice(0, -1).join('.') : undefined,
  };
}

function isClassName(name: string): boolean {
  return /^_*[A-Z]/.test(name) || BUILTIN_CLASSES.has(name);
}

/** Whether a variable is named after a class: `session`, `db_session` of `AsyncSession`; `bot` of `Bot`. */
export function isNameOfInstance(variable: string, className: string): boolean {
  const plain = variable.toLowerCase().replaceAll('_', '');
  const name = className.toLowerCase().replaceAll('_', '');
  return plain.length >= 3 && (name.endsWith(plain) || plain.endsWith(name));
}
