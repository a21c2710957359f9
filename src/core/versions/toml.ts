import { parse } from 'smol-toml';
import type { MaybeYield } from '../archive/archiveSource';
import { MAX_NESTING } from '../text/nesting';

export type Table = Readonly<Record<string, unknown>>;

/** In characters: parsing cannot be interrupted, and this takes some ten milliseconds. */
const MAX_LENGTH = 60_000;
/** Tables that are parsed separately; real files have some dozens. */
const MAX_TABLES = 2000;

/** The content of a TOML text; `undefined` if it is not valid, or too long to be parsed at once. */
export function parseToml(text: string): Table | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    return parse(text, { integersAsBigInt: 'asNeeded', unsafeKeyBehaviour: 'drop', maxDepth: MAX_NESTING });
  } catch {
    return undefined;
  }
}

/**
 * The content of a TOML text, or, if it is not valid as a whole, that of each table that is; what comes before the first
 * header counts as one.
 */
export async function parseTomlTables(text: string, maybeYield?: MaybeYield): Promise<readonly Table[]> {
  const whole = parseToml(text.replace(/^\u{feff}/u, ''));
  if (whole !== undefined) return [whole];
  const tables: Table[] = [];
  let left = MAX_TABLES;
  for (const part of splitTables(text)) {
    if (left === 0) break;
    left -= 1;
    await maybeYield?.();
    const table = parseToml(part);
    if (table !== undefined) tables.push(table);
  }
  return tables;
}

/**
 * Splits a TOML text before each table header; what precedes the first header comes first. The parts can be parsed
 * separately, so that an invalid one does not affect the others. A line within a multi-line value that starts with a
 * bracket splits it as well, but the tools write no such lines.
 */
export function* splitTables(text: string): Generator<string> {
  let start = text.startsWith('\u{feff}') ? 1 : 0;
  for (let at = text.indexOf('\n['); at !== -1; at = text.indexOf('\n[', start)) {
    yield text.slice(start, at + 1);
    start = at + 1;
  }
  yield text.slice(start);
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys; `undefined` if there is none. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isTable(inner) ? inner[key] : undefined), value);
}

export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isTable(value) ? Object.entries(value) : [];
}

export function valuesOf(value: unknown): readonly unknown[] {
  return entriesOf(value).map(([, inner]) => inner);
}

/** The items of an array, or the value as the only one; none for `undefined`. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined ? [] : [value];
}

export function stringsIn(value: unknown): readonly string[] {
  return itemsOf(value).filter((item) => typeof item === 'string');
}
