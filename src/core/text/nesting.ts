import { Lexer } from 'yaml';

/**
 * Levels of lists and maps that are read; nobody writes as many by hand. The readers of YAML and JSON call themselves for
 * each, up to the end of the stack, and for YAML's `?` the time grows with the third power of the levels.
 */
export const MAX_NESTING = 20;

/** A string of JSON, which ends at the latest with its line, or a bracket. */
const JSON_TOKEN = /"(?:\\.|[^"\\\n])*"?|[[\]{}]/g;

/** The offset of the first bracket of a JSON text that is nested more deeply than `MAX_NESTING`; the text need not be valid. */
export function tooDeepInJson(json: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of json.matchAll(JSON_TOKEN)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_NESTING) return index;
  }
  return undefined;
}

/**
 * The first line, counted from zero, of a YAML text that is nested more deeply than `MAX_NESTING`: by its indentation, by
 * its brackets, or by `-`, `?` and `:` after one another, as in `- - a: b: c`. The text need not be valid.
 */
export function tooDeepInYaml(lines: readonly string[]): number | undefined {
  const indentLevels = indentLevelsOf(lines);
  // The lexer calls itself for each indicator that a line begins with.
  const found = lines.findIndex(
    (line, at) => (indentLevels[at] ?? 0) + leadingIndicators(line) > MAX_NESTING,
  );
  const last = found === -1 ? undefined : found;
  return tooDeepInTokens(lines.slice(0, last), indentLevels) ?? last;
}

/** For each line, how many lines above it and itself are indented less and less. */
function indentLevelsOf(lines: readonly string[]): readonly number[] {
  const indents: number[] = [];
  return lines.map((line) => {
    const indent = line.search(/\S/);
    while (indent !== -1 && (indents.at(-1) ?? -1) >= indent) indents.pop();
    if (indent !== -1) indents.push(indent);
    return indents.length;
  });
}

function leadingIndicators(line: string): number {
  return /^\s*(?:[-?:]\s+)*/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
}

function tooDeepInTokens(lines: readonly string[], indentLevels: readonly number[]): number | undefined {
  let line = 0;
  let depth = 0;
  /** The indicators of the current line, or of the current item of each open bracket. */
  const indicators = [0];
  const endItem = (): void => {
    depth -= indicators.pop() ?? 0;
    indicators.push(0);
  };
  for (const token of new Lexer().lex(lines.join('\n'))) {
    if (token === '[' || token === '{') {
      indicators.push(0);
      depth += 1;
    } else if (token === ']' || token === '}') {
      if (indicators.length > 1) depth -= 1 + (indicators.pop() ?? 0);
    } else if (token === '-' || token === '?' || token === ':') {
      indicators.push((indicators.pop() ?? 0) + 1);
      depth += 1;
    } else if (token === ',' || (indicators.length === 1 && token.endsWith('\n'))) endItem();
    if (depth + (indentLevels[line] ?? 0) > MAX_NESTING) return line;
    for (let at = token.indexOf('\n'); at !== -1; at = token.indexOf('\n', at + 1)) line += 1;
  }
  return undefined;
}
