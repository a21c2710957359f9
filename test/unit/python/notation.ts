import { readOccurrences } from '../../../src/core/python/occurrences';
import { SYMBOLS } from '../../../src/core/symbols/table';

/** Abbreviations for what the tests speak of most. */
const SHORT: Readonly<Record<string, string>> = {
  S: 'sqlalchemy.orm.Session',
  SS: 'sqlalchemy.orm.scoped_session',
  AS: 'sqlalchemy.ext.asyncio.AsyncSession',
  D: 'fastapi.Depends',
  F: 'fastapi.FastAPI',
};

const MARK = /«([^«»|]+)\|([^«»]+)»/g;

/**
 * Checks what resolves in a Python file. `«Session|S»` marks an occurrence of the symbol `S` stands for (or a whole
 * qualified name); whatever is not marked must not be one. `.member` may follow an abbreviation.
 *
 * @returns The file with every occurrence found marked, and the file as it should be.
 */
export async function marked(
  source: string,
  declared: readonly string[] = [],
): Promise<{ readonly found: string; readonly wanted: string }> {
  const text = source.replace(MARK, '$1');
  const occurrences = await readOccurrences(text, { symbols: SYMBOLS, declared: new Set(declared) });
  let found = '';
  let end = 0;
  for (const { name, symbol, span } of occurrences) {
    found += `${text.slice(end, span.start)}«${name}|${symbol}»`;
    end = span.end;
  }
  const wanted = source.replace(MARK, (_, name: string, symbol: string) => `«${name}|${expand(symbol)}»`);
  return { found: found + text.slice(end), wanted };
}

function expand(symbol: string): string {
  const [, short = '', member = ''] = /^([A-Z]+)(\..+)?$/.exec(symbol) ?? [];
  const long = SHORT[short];
  return long === undefined ? symbol : long + member;
}
