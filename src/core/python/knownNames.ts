import type { SymbolTable } from '../symbolTable/symbolTable';

/** Which qualified names are symbols, and which keyword arguments archives mention. */
export interface KnownNames {
  readonly symbols: SymbolTable;
  /** Qualified names that archives declare; they resolve even if the symbol table lacks them. */
  readonly declared: ReadonlySet<string>;
  /** Whether an archive mentions a string as the value of a keyword argument: `lazy="selectin"`. */
  readonly isKnownArgument?: (keyword: string, value: string) => boolean;
}

/** The symbol that a qualified name leads to. The few paths that a file uses are looked up often: they are cached. */
export function resolveSymbol(known: KnownNames, path: string): string | undefined {
  const resolved = RESOLVED.get(known) ?? new Map<string, string>();
  RESOLVED.set(known, resolved);
  const cached = resolved.get(path);
  if (cached !== undefined) return cached === UNRESOLVED ? undefined : cached;
  const symbol = known.symbols.resolve(path)?.name ?? (known.declared.has(path) ? path : undefined);
  if (resolved.size < MAX_CACHED_PATHS) resolved.set(path, symbol ?? UNRESOLVED);
  return symbol;
}

const RESOLVED = new WeakMap<KnownNames, Map<string, string>>();
const MAX_CACHED_PATHS = 20_000;
const UNRESOLVED = '';
