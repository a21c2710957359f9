import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '../archive/problems';

export interface FrontMatter {
  /** Top-level keys and values as YAML yields them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Values in maps inside it (`embed: { title: … }`): of a key that repeats, the least nested, else the first. */
  readonly nested: Readonly<Record<string, unknown>>;
  /** Line of the document, counted from one, of each key; the least nested where a key repeats. */
  readonly keyLines: ReadonlyMap<string, number>;
  /** Number of lines including the fences; zero where there is no front matter. */
  readonly lineCount: number;
  readonly problems: readonly Problem[];
}

const NONE: FrontMatter = { values: {}, nested: {}, keyLines: new Map(), lineCount: 0, problems: [] };
/** Limits texts crafted to grow exponentially as their aliases are resolved. */
const MAX_ALIASES = 20;
/** How deep nested maps are read; the top level is the first. */
const MAX_LEVEL = 3;
const FENCE = /^---\s*$/;
const KEY = /^(["']?)[\p{L}_][\p{L}\p{N}_-]*\1\s*:(\s|$)/u;

/**
 * Reads the YAML block between two `---` lines at the very top. A `---` followed by prose is a thematic break. A
 * malformed block is reported and skipped.
 */
export function readFrontMatter(text: string, document: string): FrontMatter {
  const lines = text.split('\n');
  if (!FENCE.test(lines[0] ?? '')) return NONE;
  const closing = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
  const block = lines.slice(1, closing === -1 ? undefined : closing);
  const firstText = block.find((line) => line.trim() !== '' && !line.startsWith('#'));
  // A block without blank lines that contains a key is front matter even when its first key is mistyped.
  const isSolidBlock =
    closing !== -1 && block.every((line) => line.trim() !== '') && block.some((line) => KEY.test(line));
  if (firstText === undefined || !(KEY.test(firstText) || isSolidBlock)) return NONE;
  if (closing === -1) {
    return {
      ...NONE,
      problems: [{ kind: 'frontMatterUnclosed', severity: 'error', document, line: 1, args: [] }],
    };
  }
  const counter = new LineCounter();
  const yaml = parseDocument(block.join('\n'), { lineCounter: counter, prettyErrors: false });
  const malformed = (problem: Omit<Problem, 'document' | 'severity'>): FrontMatter => ({
    ...NONE,
    lineCount: closing + 1,
    problems: [{ severity: 'error', document, ...problem }],
  });
  const error = yaml.errors[0];
  if (error !== undefined) {
    const line = counter.linePos(error.pos[0]).line + 1;
    return malformed({ kind: 'frontMatterSyntax', line, args: [asSentence(error.message)] });
  }
  const { contents } = yaml;
  if (!isMap(contents)) return malformed({ kind: 'frontMatterNotMapping', line: 2, args: [] });
  const keyLines = new Map<string, number>();
  const levels = mapsByLevel(contents);
  for (const { key } of levels.flatMap((maps) => maps.flatMap((map) => map.items))) {
    if (!isScalar(key) || !key.range || keyLines.has(String(key.value))) continue;
    keyLines.set(String(key.value), counter.linePos(key.range[0]).line + 1);
  }
  try {
    const values = yaml.toJS({ maxAliasCount: MAX_ALIASES }) as Record<string, unknown>;
    return { values, nested: nestedValues(values), keyLines, lineCount: closing + 1, problems: [] };
  } catch (error) {
    return malformed({ kind: 'frontMatterSyntax', line: 2, args: [asSentence(String(error))] });
  }
}

/** The maps of a document by level, outermost first. */
function mapsByLevel(top: YAMLMap): readonly (readonly YAMLMap[])[] {
  const levels: YAMLMap[][] = [[top]];
  while (levels.length < MAX_LEVEL) {
    levels.push(
      (levels.at(-1) ?? []).flatMap((map) => map.items.flatMap(({ value }) => (isMap(value) ? [value] : []))),
    );
  }
  return levels;
}

function nestedValues(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const nested: Record<string, unknown> = {};
  let level = mapsIn(values);
  for (let depth = 2; depth <= MAX_LEVEL; depth += 1) {
    for (const [key, value] of level.flatMap((map) => Object.entries(map))) {
      if (!Object.hasOwn(nested, key)) nested[key] = value;
    }
    level = level.flatMap(mapsIn);
  }
  return nested;
}

function mapsIn(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  return Object.values(record).filter(
    (value): value is Readonly<Record<string, unknown>> =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date),
  );
}

function asSentence(message: string): string {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
