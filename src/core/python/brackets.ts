/** Brackets that are still to be closed, and the words that only a statement begins with. */

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What stands behind a line's indentation when it begins a statement, whatever is open above it. */
const STATEMENT =
  /^(?:(?:def|class|async\s+(?:def|with|for)|from|import|return|raise|while|try|with|del|pass|global|nonlocal|assert)\b|@\w|\w+(?:\.\w+)*\s*(?::\s*\S.*)?=[^=]|\w+\s*:\s*\S)/;

/** Strings with their quotes, comments, brackets, line ends; a string may lack its end. */
const TOKEN = /("""|''')(?:\\[^]|(?!\1)[^\\])*(?:\1|$)|(["'])(?:\\[^]|(?!\2)[^\\\n])*\2?|#.*|[([{}\])]|\r\n?|\n/g;

interface Open {
  readonly bracket: string;
  readonly offset: number;
  /** Columns before the line it stands in. */
  readonly indent: number;
}

/**
 * Ends the statements whose brackets are not closed yet: while somebody types a call, the grammar would take all that
 * follows for its arguments. A text whose brackets are closed comes back as it is; in others such a bracket becomes an
 * operator, so that no offset changes and nothing is known of what the statement gives.
 */
export function withBracketsClosed(text: string): string {
  const unclosed = unclosedIn(text);
  if (unclosed.length === 0) return text;
  let closed = '';
  let end = 0;
  for (const offset of unclosed) {
    closed += `${text.slice(end, offset)}<`;
    end = offset + 1;
  }
  return closed + text.slice(end);
}

/** Offsets of brackets that a statement below shows to be unclosed, in order. */
function unclosedIn(text: string): readonly number[] {
  const open: Open[] = [];
  const unclosed: number[] = [];
  let indent = indentAt(text, 0);
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    if (token === '\n' || token.startsWith('\r')) {
      const from = match.index + token.length;
      const next = indentAt(text, from);
      const [first] = open;
      const isShallow = first !== undefined && next <= first.indent;
      if (isShallow && STATEMENT.test(text.slice(from + next, from + next + LONGEST_START))) {
        unclosed.push(...open.map(({ offset }) => offset));
        open.length = 0;
      }
      // Lines inside of brackets belong to the statement that opened them.
      if (open.length === 0) indent = next;
      continue;
    }
    if (Object.hasOwn(CLOSING, token)) {
      open.push({ bracket: token, offset: match.index, indent });
    } else if (token === ')' || token === ']' || token === '}') {
      const at = open.findLastIndex(({ bracket }) => CLOSING[bracket] === token);
      if (at !== -1) open.length = at;
    }
  }
  return unclosed;
}

/** Characters of a line that tell whether it begins a statement. */
const LONGEST_START = 120;

function indentAt(text: string, offset: number): number {
  let end = offset;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return end - offset;
}
