import { parse } from 'smol-toml';

/** A TOML text's content; `undefined` when it is not TOML. */
export function parseToml(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return parse(text, { integersAsBigInt: 'asNeeded', unsafeKeyBehaviour: 'drop' });
  } catch {
    return undefined;
  }
}

/**
 * The parts of a TOML text that begin with a table's header, and what stands before the first. Each can be parsed by
 * itself, and one that is broken breaks no other. A line of a longer value that begins with a bracket parts it too;
 * no tool writes such lines.
 */
export function* tablesOf(text: string): Generator<string> {
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
