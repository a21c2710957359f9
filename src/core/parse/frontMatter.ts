import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '../archive/problems';

export interface FrontMatter {
  /** Keys and values as YAML gives them, or an empty record. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What stands in maps inside it (`embed: { title: … }`): for each key the first one, the least deep first. */
  readonly nested: Readonly<Record<string, unknown>>;
  /** Line of the document, counted from one, of each key of `values`, then of `nested`. */
  readonly keyLines: ReadonlyMap<string, number>;
  /** Number of lines the front matter takes, its fences included; zero when there is none. */
  readonly lineCount: number;
  readonly problems: readonly Problem[];
}

const NONE: FrontMatter = { values: {}, nested: {}, keyLines: new Map(), lineCount: 0, problems: [] };
/** Against texts made to explode when their aliases are resolved. */
const MOST_ALIASES = 20;
/** Maps are looked into down to this level; the top one is the first. */
const DEEPEST = 3;
const FENCE = /^---\s*$/;
const KEY = /^(["']?)[\p{L}_][\p{L}\p{N}_-]*\1\s*:(\s|$)/u;

/**
 * Reads the YAML block between two `---` lines at the very top. A `---` that is followed by prose is a thematic
 * break and no front matter. A malformed block is reported and skipped.
 */
export function readFrontMatter(text: string, document: string): FrontMatter {
  const lines = text.split('\n');
  if (!FENCE.test(lines[0] ?? '')) return NONE;
  const close = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
  const block = lines.slice(1, close === -1 ? undefined : close);
  const firstText = block.find((line) => line.trim() !== '' && !line.startsWith('#'));
  // A typing error in the first key does not make prose of a solid block of keys.
  const solid =
    close !== -1 && block.every((line) => line.trim() !== '') && block.some((line) => KEY.test(line));
  if (firstText === undefined || !(KEY.test(firstText) || solid)) return NONE;
  if (close === -1) {
    return {
      ...NONE,
      problems: [{ kind: 'frontMatterUnclosed', severity: 'error', document, line: 1, args: [] }],
    };
  }
  const counter = new LineCounter();
  const yaml = parseDocument(block.join('\n'), { lineCounter: counter, prettyErrors: false });
  const broken = (problem: Omit<Problem, 'document' | 'severity'>): FrontMatter => ({
    ...NONE,
    lineCount: close + 1,
    problems: [{ severity: 'error', document, ...problem }],
  });
  const error = yaml.errors[0];
  if (error !== undefined) {
    const line = counter.linePos(error.pos[0]).line + 1;
    return broken({ kind: 'frontMatterSyntax', line, args: [sentence(error.message)] });
  }
  const { contents } = yaml;
  if (!isMap(contents)) return broken({ kind: 'frontMatterNotMapping', line: 2, args: [] });
  const keyLines = new Map<string, number>();
  const levels = mapsByLevel(contents);
  for (const { key } of levels.flatMap((maps) => maps.flatMap((map) => map.items))) {
    if (!isScalar(key) || !key.range || keyLines.has(String(key.value))) continue;
    keyLines.set(String(key.value), counter.linePos(key.range[0]).line + 1);
  }
  try {
    const values = yaml.toJS({ maxAliasCount: MOST_ALIASES }) as Record<string, unknown>;
    return { values, nested: nestedValues(values), keyLines, lineCount: close + 1, problems: [] };
  } catch (error) {
    return broken({ kind: 'frontMatterSyntax', line: 2, args: [sentence(String(error))] });
  }
}

/** The maps of a document, level by level. */
function mapsByLevel(top: YAMLMap): readonly (readonly YAMLMap[])[] {
  const levels: YAMLMap[][] = [[top]];
  while (levels.length < DEEPEST) {
    levels.push(
      (levels.at(-1) ?? []).flatMap((map) => map.items.flatMap(({ value }) => (isMap(value) ? [value] : []))),
    );
  }
  return levels;
}

function nestedValues(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const nested: Record<string, unknown> = {};
  let level = mapsIn(values);
  for (let depth = 2; depth <= DEEPEST; depth += 1) {
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

function sentence(message: string): string {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
