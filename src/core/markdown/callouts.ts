import type { StateCore, Token } from 'markdown-it';
import { closingToken, makeBox, openingTokens } from './boxes';
import { setLevels } from './tokens';

/** The first line of a callout of Obsidian or an alert of GitHub: type, metadata, sign of folding, title. */
const CALLOUT = /^\[!([\p{L}\p{N}][\p{L}\p{N}_-]*)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*(.*)/u;
/** An alert as GitHub defines it: https://docs.github.com/get-started/writing-on-github#alerts */
const ALERT = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)$/;

/**
 * Turns quotes that begin with `[!type]` into boxes. An alert of GitHub's five kinds at the top level stays a quote, since
 * it is a note of the archivist's: without a sign of folding and without a title, which is text where nothing follows.
 */
export function calloutsToBoxes(state: StateCore): void {
  convertQuotes(state, ({ level, map }, [, type = '', sign, title]) => {
    const isOneLine = map !== null && map[1] - map[0] === 1;
    return level > 0 || !ALERT.test(type) || sign !== '' || (title !== '' && !isOneLine);
  });
}

/** Turns the alerts that `calloutsToBoxes` leaves into boxes, for rendering a post. */
export function alertsToBoxes(state: StateCore): void {
  convertQuotes(state, () => true);
}

function convertQuotes(state: StateCore, isBox: (quote: Token, match: RegExpExecArray) => boolean): void {
  const { tokens } = state;
  if (!tokens.some(({ type }) => type === 'blockquote_open')) return;
  const converted: Token[] = [];
  /** The closing tokens of open quotes; `undefined` for those that stay quotes. */
  const closings: (Token | undefined)[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.type === 'blockquote_close') {
      converted.push(closings.pop() ?? token);
      continue;
    }
    converted.push(token);
    if (token.type !== 'blockquote_open') continue;
    const isText = tokens[at + 1]?.type === 'paragraph_open';
    const match = isText ? CALLOUT.exec(tokens[at + 2]?.content ?? '') : null;
    if (match === null || token.map === null || !isBox(token, match)) {
      closings.push(undefined);
      continue;
    }
    converted.pop();
    const [start, end] = token.map;
    const [, type = '', sign, title = ''] = match;
    const fold = sign === '' ? undefined : sign === '+' ? 'open' : 'closed';
    const place = { form: 'quote', contentLine: start + 1, contentEnd: end, indent: 0 } as const;
    const box = makeBox({ type, title, fold }, place);
    converted.push(...openingTokens(state, box, [start, end]));
    closings.push(closingToken(state, box, end));
    if (!dropFirstLine(tokens[at + 1]!, tokens[at + 2]!)) at += 3;
  }
  setLevels(converted);
  state.tokens = converted;
}

/** Takes the first line out of a paragraph, unless it is the only one. */
function dropFirstLine(paragraph: Token, inline: Token): boolean {
  const lineEnd = inline.content.indexOf('\n');
  if (lineEnd === -1) return false;
  inline.content = inline.content.slice(lineEnd + 1);
  for (const token of [paragraph, inline]) {
    if (token.map !== null) token.map = [token.map[0] + 1, token.map[1]];
  }
  return true;
}
