import { TomlDate } from 'smol-toml';
import { isTable, parseToml } from '../../versions/toml';
import type { Block, BlockError } from './block';

/** Levels of tables and lists that are kept. */
const MAX_DEPTH = 10;
const KEY_LINE = /^\s*["']?([\p{L}_][\p{L}\p{N}_-]*)["']?\s*[=:]/u;

/** Reads the TOML between two `+++` lines, as Hugo and Zola write it. */
export function readToml(lines: readonly string[]): Block | BlockError {
  return asBlock(parseToml(lines.join('\n')), lines, 'It is not valid TOML.');
}

/** Reads a JSON object, as Hugo writes it, with its braces. */
export function readJson(lines: readonly string[]): Block | BlockError {
  return asBlock(parsed(lines.join('\n')), lines, 'It is not valid JSON.');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function asBlock(value: unknown, lines: readonly string[], error: string): Block | BlockError {
  if (!isTable(value)) return { error, line: 1 };
  const keyLines = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const key = KEY_LINE.exec(line)?.[1];
    if (key !== undefined && !keyLines.has(key)) keyLines.set(key, at + 1);
  }
  return { values: withTexts(value) as Block['values'], keyLines };
}

/**
 * A value with numbers and dates as text. Dates stay as they are written, in their own time zone. What is nested deeper
 * than any key that is read is left out.
 */
function withTexts(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((inner) => withTexts(inner, depth + 1));
  if (isTable(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, withTexts(inner, depth + 1)]),
    );
  }
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : value;
}
