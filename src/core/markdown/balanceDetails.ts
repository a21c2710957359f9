import type { StateCore, Token } from 'markdown-it';
import { setLevels } from './tokens';

const TRAILING_CLOSE = '</details>';

/**
 * Makes `<details>` well-formed. A `</details>` without an opening tag is dropped. An element that is not closed ends
 * where the next heading or `<details>` begins or its container ends, or it would contain the rest of the document.
 * Every `details_open` gets the lines that it spans.
 */
export function balanceDetails(state: StateCore): void {
  const tokens = splitTrailingCloses(state);
  const { unclosed, dropped } = findUnpaired(tokens);
  const balanced: Token[] = [];
  const open: Token[] = [];
  let lastLine = 0;
  const closeAt = (line: number): void => {
    const opening = open.pop();
    if (opening?.map) opening.map[1] = Math.max(line, opening.map[0] + 1);
    const token = new state.Token('details_close', 'details', -1);
    token.block = true;
    token.map = [line, line];
    balanced.push(token);
  };
  const endsUnclosed = (): boolean => unclosed.has(open.at(-1)!);
  for (const token of tokens) {
    if (dropped.has(token)) continue;
    const startsBlock = token.type === 'heading_open' || token.type === 'details_open';
    while (endsUnclosed() && (startsBlock || token.nesting === -1)) closeAt(token.map?.[0] ?? lastLine);
    lastLine = Math.max(lastLine, token.map?.[1] ?? 0);
    if (token.nesting === 1) open.push(token);
    else if (token.nesting === -1) {
      const opening = open.pop();
      if (token.type === 'details_close' && opening?.map && token.map) opening.map[1] = token.map[1];
    }
    balanced.push(token);
  }
  while (endsUnclosed()) closeAt(lastLine);
  setLevels(balanced);
  state.tokens = balanced;
}

/** The `<details>` that are not closed inside their container, and the `</details>` that open nothing. */
function findUnpaired(tokens: readonly Token[]): {
  unclosed: ReadonlySet<Token>;
  dropped: ReadonlySet<Token>;
} {
  const unclosed = new Set<Token>();
  const dropped = new Set<Token>();
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'details_close') {
      if (open.at(-1)?.type === 'details_open') open.pop();
      else dropped.add(token);
    } else if (token.nesting === 1) {
      open.push(token);
    } else if (token.nesting === -1) {
      for (let last = open.pop(); last?.type === 'details_open'; last = open.pop()) unclosed.add(last);
    }
  }
  for (const token of open) unclosed.add(token);
  return { unclosed, dropped };
}

/** Makes tokens of `</details>` at the end of a paragraph, where it closes as it does on a line of its own. */
function splitTrailingCloses(state: StateCore): readonly Token[] {
  const tokens: Token[] = [];
  let pending = 0;
  for (const token of state.tokens) {
    tokens.push(token);
    if (token.type === 'inline' && tokens.at(-2)?.type === 'paragraph_open') {
      let text = token.content.trimEnd();
      for (; text.endsWith(TRAILING_CLOSE); pending += 1)
        text = text.slice(0, -TRAILING_CLOSE.length).trimEnd();
      if (pending > 0) token.content = text;
    } else if (token.type === 'paragraph_close') {
      const line = tokens.at(-3)?.map?.[1] ?? 1;
      for (; pending > 0; pending -= 1) {
        const close = new state.Token('details_close', 'details', -1);
        close.block = true;
        close.map = [line - 1, line];
        tokens.push(close);
      }
    }
  }
  return tokens;
}
