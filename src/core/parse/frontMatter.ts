import type { Problem } from '../archive/problems';
import { isTable } from '../versions/toml';
import { MAX_NESTING } from '../text/nesting';
import { MAX_LEVEL, TOO_DEEP, type Block, type BlockError } from './frontMatter/block';
import { readJson, readToml } from './frontMatter/otherBlocks';
import { readYaml } from './frontMatter/yamlBlock';

export interface FrontMatter {
  /** Top-level keys and values: texts as they are written, lists and maps of them, `null` for nothing. */
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
const KEY = /^(["']?)[\p{L}_][\p{L}\p{N}_-]*\1\s*:(\s|$)/u;

/** UTF-16 units of a block: real ones have some hundreds, and parsing cannot be interrupted. */
const MAX_LENGTH = 20_000;

/** A syntax of front matter. */
interface Syntax {
  readonly name: string;
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** Whether a block is front matter, by its first line that is neither blank nor a comment. */
  readonly begins: (firstText: string, block: readonly string[], isClosed: boolean) => boolean;
  /** Whether the fences are part of the block. */
  readonly hasFences?: true;
  readonly read: (lines: readonly string[]) => Block | BlockError;
}

const SYNTAXES: readonly Syntax[] = [
  {
    name: 'YAML',
    opening: /^---\s*$/,
    closing: /^(?:---|\.\.\.)\s*$/,
    // A block without blank lines that contains a key is front matter even when its first key is mistyped.
    begins: (firstText, block, isClosed) =>
      KEY.test(firstText) ||
      (isClosed && block.every((line) => line.trim() !== '') && block.some((line) => KEY.test(line))),
    read: readYaml,
  },
  {
    name: 'TOML',
    opening: /^\+\+\+\s*$/,
    closing: /^\+\+\+\s*$/,
    begins: (firstText) => /^(?:\[|["']?[\p{L}\p{N}_.-]+["']?\s*=)/u.test(firstText),
    read: readToml,
  },
  {
    name: 'JSON',
    opening: /^\{\s*$/,
    closing: /^\}\s*$/,
    begins: (firstText, _block, isClosed) => isClosed && /^\s*"[^"]*"\s*:/.test(firstText),
    hasFences: true,
    read: readJson,
  },
];

/**
 * Reads the block at the very top: YAML between two `---` lines, TOML between two `+++` lines, or a JSON object. A `---`
 * followed by prose is a thematic break. A malformed block is reported and skipped.
 */
export function readFrontMatter(text: string, document: string): FrontMatter {
  const lines = text.split('\n');
  const syntax = SYNTAXES.find(({ opening }) => opening.test(lines[0] ?? ''));
  if (syntax === undefined) return NONE;
  const closing = lines.findIndex((line, at) => at > 0 && syntax.closing.test(line));
  const isClosed = closing !== -1;
  const block = lines.slice(1, isClosed ? closing : undefined);
  const firstText = block.find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (firstText === undefined || !syntax.begins(firstText, block, isClosed)) return NONE;
  const problem = (kind: Problem['kind'], line: number, ...args: Problem['args']): Problem => ({
    kind,
    severity: 'error',
    document,
    line,
    args,
  });
  if (!isClosed) {
    return { ...NONE, problems: [problem('frontMatterUnclosed', 1, lines[0]!.trim())] };
  }
  const offset = syntax.hasFences === true ? 0 : 1;
  const length = block.reduce((sum, line) => sum + line.length + 1, 0);
  const skipped = (found: Problem): FrontMatter => ({ ...NONE, lineCount: closing + 1, problems: [found] });
  if (length > MAX_LENGTH) return skipped(problem('frontMatterTooLong', 1, String(MAX_LENGTH)));
  const read = syntax.read(syntax.hasFences === true ? lines.slice(0, closing + 1) : block);
  if ('error' in read) {
    const { error, line } = read;
    if (error === undefined) return skipped(problem('frontMatterNotMapping', 2));
    if (error === TOO_DEEP) return skipped(problem('frontMatterTooDeep', line + offset, String(MAX_NESTING)));
    return skipped(problem('frontMatterSyntax', line + offset, error, syntax.name));
  }
  return {
    values: read.values,
    nested: nestedValues(read.values),
    keyLines: new Map([...read.keyLines].map(([key, line]) => [key, line + offset])),
    lineCount: closing + 1,
    problems: [],
  };
}

function nestedValues(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const nested = new Map<string, unknown>();
  let level = mapsIn(values);
  for (let depth = 2; depth <= MAX_LEVEL; depth += 1) {
    for (const [key, value] of level.flatMap((map) => Object.entries(map))) {
      if (!nested.has(key)) nested.set(key, value);
    }
    level = level.flatMap(mapsIn);
  }
  return Object.fromEntries(nested);
}

function mapsIn(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  return Object.values(record).filter(isTable);
}
