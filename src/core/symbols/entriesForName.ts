import type { Entry } from '../model';
import type { SymbolEntry } from './symbolEntry';

/** `relationship(lazy="selectin")`, or the argument alone. */
const ARGUMENT =
  /^(?:(?<callee>[A-Za-z_][\w.]*)\()?(?<keyword>[A-Za-z_]\w*)\s*=\s*(?:"(?<double>[^"]+)"|'(?<single>[^']+)'|(?<plain>\w+))\)?$/;

interface EntrySource {
  /** The qualified names that a name may stand for. */
  symbolsCalled(name: string): readonly string[];
  entriesForSymbol(symbol: string): readonly SymbolEntry[];
  /** Without a symbol: in a call of anything. */
  entriesForArgument(symbol: string | undefined, keyword: string, value: string): readonly SymbolEntry[];
}

/** Entries for a name or an argument as someone types it: those about it first, each entry once. */
export function entriesForName(name: string, source: EntrySource): readonly SymbolEntry[] {
  const { callee, keyword, double, single, plain } = ARGUMENT.exec(name)?.groups ?? {};
  const value = double ?? single ?? plain;
  const symbols = callee === undefined && keyword !== undefined ? [] : source.symbolsCalled(callee ?? name);
  const matches =
    keyword === undefined || value === undefined
      ? symbols.flatMap((symbol) => source.entriesForSymbol(symbol))
      : (symbols.length === 0 ? [undefined] : symbols).flatMap((symbol) =>
          source.entriesForArgument(symbol, keyword, value),
        );
  const isStrong = ({ confidence }: SymbolEntry): boolean => confidence === 'strong';
  const sorted = [...matches.filter(isStrong), ...matches.filter((match) => !isStrong(match))];
  const seen = new Set<Entry>();
  return sorted.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}
