import { parse } from 'smol-toml';

/** The content of a TOML text; `undefined` if it is not valid. */
export function parseToml(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return parse(text, { integersAsBigInt: 'asNeeded', unsafeKeyBehaviour: 'drop' });
  } catch {
    return undefined;
  }
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

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
