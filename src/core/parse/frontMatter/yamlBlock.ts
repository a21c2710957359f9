import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type Alias,
  type Document,
  type YAMLMap,
} from 'yaml';
import { tooDeepInYaml } from '../../text/nesting';
import { MAX_LEVEL, TOO_DEEP, type Block, type BlockError } from './block';

/** Limits texts crafted to grow exponentially as their aliases are resolved. */
const MAX_ALIASES = 20;
/** Front matter that is longer is not written by hand. */
const MAX_REPAIRED_LINES = 300;
/** A value that contains itself has no end. */
const CYCLIC = 'An alias stands inside the value that it repeats.';
/** A key of the top level with a value on the same line. */
const TOP_LEVEL_LINE = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*:[ \t]+(\S.*)$/u;
/** Values that span lines or refer to others: as plain text they would say something else. */
const STRUCTURE = /^(?:[|>&{]|\[[^\]]*$|\[.*\]$)/;

/**
 * Reads YAML with each scalar as the text that it is written as: `1.10`, `0x1f`, `yes` and dates are no numbers here.
 * Lines whose value YAML cannot read (`title: Why "x"?: a guide`) are read as the text behind the colon.
 *
 * @param lines The lines between the fences.
 */
export function readYaml(lines: readonly string[]): Block | BlockError {
  const tooDeep = tooDeepInYaml(untabbed(lines));
  if (tooDeep !== undefined) return { error: TOO_DEEP, line: tooDeep + 1 };
  const first = parse(untabbed(lines));
  const [error] = first.yaml.errors;
  if (error === undefined) return asBlock(first);
  if (lines.length <= MAX_REPAIRED_LINES) {
    const repaired = parse(untabbed(lines).map(quotedIfNeeded));
    if (repaired.yaml.errors.length === 0) return asBlock(repaired);
  }
  return { error: asSentence(error.message), line: first.counter.linePos(error.pos[0]).line };
}

interface Parsed {
  readonly yaml: Document.Parsed;
  readonly counter: LineCounter;
}

function parse(lines: readonly string[]): Parsed {
  const counter = new LineCounter();
  const options = { schema: 'failsafe', prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const;
  return { yaml: parseDocument(lines.join('\n'), { ...options, lineCounter: counter }), counter };
}

function asBlock({ yaml, counter }: Parsed): Block | BlockError {
  const { contents } = yaml;
  if (!isMap(contents)) return { error: undefined, line: 1 };
  const keyLines = new Map<string, number>();
  for (const { key } of mapsByLevel(contents).flatMap((map) => map.items)) {
    if (!isScalar(key) || !key.range || keyLines.has(String(key.value))) continue;
    keyLines.set(String(key.value), counter.linePos(key.range[0]).line);
  }
  let cyclic: Alias | undefined;
  try {
    visit(yaml, {
      Scalar: (_key, node) => withNull(node),
      Alias: (_key, node, path) => {
        if (path.some((outer) => isNode(outer) && 'anchor' in outer && outer.anchor === node.source))
          cyclic = node;
      },
    });
    if (cyclic !== undefined) {
      return { error: CYCLIC, line: counter.linePos(cyclic.range?.[0] ?? 0).line };
    }
    return { values: yaml.toJS({ maxAliasCount: MAX_ALIASES }) as Record<string, unknown>, keyLines };
  } catch (error) {
    return { error: asSentence(String(error)), line: 1 };
  }
}

/** A plain `~` or nothing is no text. */
function withNull(node: Scalar): Scalar | undefined {
  const isPlain = node.type === Scalar.PLAIN || node.type === undefined;
  return isPlain && (node.value === '~' || node.value === '') ? new Scalar(null) : undefined;
}

/** The maps of a document down to the deepest level that is read, the outermost first. */
function mapsByLevel(top: YAMLMap): readonly YAMLMap[] {
  let level: readonly YAMLMap[] = [top];
  let maps = level;
  for (let depth = 2; depth <= MAX_LEVEL; depth += 1) {
    level = level.flatMap((map) => map.items.flatMap(({ value }) => (isMap(value) ? [value] : [])));
    maps = maps.concat(level);
  }
  return maps;
}

/** YAML allows no tabs as indentation, but editors write them. */
function untabbed(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  ')));
}

function quotedIfNeeded(line: string): string {
  const [, key, value = ''] = TOP_LEVEL_LINE.exec(line) ?? [];
  if (key === undefined || STRUCTURE.test(value.trimEnd()) || parse([line]).yaml.errors.length === 0)
    return line;
  return `${key}: ${JSON.stringify(withoutQuotes(value.trim()))}`;
}

/** Text without the quotes around it, where it begins and ends with the same. */
function withoutQuotes(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

function asSentence(message: string): string {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
