import type { StateCore, Token } from 'markdown-it';
import { markOf, type BoxMark } from './boxMarks';
import { boxKindOf, isGenericBox } from './boxKinds';
import { closingToken, makeBox, openingTokens, type Box } from './boxes';
import { setLevels } from './tokens';
import { splitTrailingMarks } from './trailingMarks';

/** A box whose tokens are being written. */
interface OpenBox {
  readonly token: Token;
  readonly box: Box;
  /** Whether it ends at the next heading or box, since nothing closes it. */
  readonly runs: boolean;
}

/**
 * Pairs the lines that open and close boxes within their container. A box that nothing closes ends where the next heading
 * or box begins or its container ends, or it would contain the rest of the document; a closing line without an opening is
 * hidden.
 */
export function pairBoxes(state: StateCore): void {
  const tokens = splitTrailingMarks(state);
  if (!tokens.some((token) => markOf(token) !== undefined)) return;
  state.tokens = writeBoxes(state, tokens, pairMarks(tokens));
  setLevels(state.tokens);
}

/** The openings that are closed, and the closings that close them. */
function pairMarks(tokens: readonly Token[]): ReadonlySet<Token> {
  const paired = new Set<Token>();
  const containers: OpenMarks[] = [new OpenMarks()];
  for (const token of tokens) {
    const mark = markOf(token);
    if (mark === undefined) {
      if (token.nesting === 1) containers.push(new OpenMarks());
      else if (token.nesting === -1) containers.pop();
    } else if (mark.head !== undefined) {
      containers.at(-1)?.push(token, mark.key);
    } else {
      const opening = containers.at(-1)?.close(mark.key);
      if (opening !== undefined) paired.add(opening).add(token);
    }
  }
  return paired;
}

/** The openings of one container that are not closed yet. Each is pushed and popped once, so that pairing is linear. */
class OpenMarks {
  readonly #open: { readonly token: Token; readonly key: string }[] = [];
  readonly #counts = new Map<string, number>();

  push(token: Token, key: string): void {
    this.#open.push({ token, key });
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /**
   * Removes and returns the innermost opening with the key, and all inside it. Where none has it, a marker of another
   * length closes the innermost.
   */
  close(key: string): Token | undefined {
    const last = this.#open.at(-1);
    const isExact = (this.#counts.get(key) ?? 0) > 0;
    if (!isExact && (last === undefined || !isMarker(key) || !last.key.startsWith(key.charAt(0))))
      return undefined;
    for (;;) {
      const opening = this.#open.pop();
      if (opening === undefined) return undefined;
      this.#counts.set(opening.key, (this.#counts.get(opening.key) ?? 1) - 1);
      if (!isExact || opening.key === key) return opening.token;
    }
  }
}

function isMarker(key: string): boolean {
  return /^[:/]/.test(key);
}

function writeBoxes(state: StateCore, tokens: readonly Token[], paired: ReadonlySet<Token>): Token[] {
  const written: Token[] = [];
  /** Boxes, and `undefined` for other open elements and for containers that only lay out. */
  const open: (OpenBox | undefined)[] = [];
  let lastLine = 0;
  const closeBox = (contentEnd: number, end = contentEnd): void => {
    const opening = open.pop();
    if (opening === undefined) return;
    const { token, box } = opening;
    token.map = [token.map?.[0] ?? 0, end];
    token.meta = { ...box, contentEnd: Math.max(box.contentLine, contentEnd) };
    written.push(closingToken(state, box, end));
  };
  const endRunning = (line: number): void => {
    while (open.at(-1)?.runs === true) closeBox(line);
  };
  for (const token of tokens) {
    const mark = markOf(token);
    const [start, end] = token.map ?? [lastLine, lastLine];
    const isClosing =
      token.nesting === -1 || (mark !== undefined && mark.head === undefined && paired.has(token));
    if (isClosing || token.type === 'heading_open' || mark?.head !== undefined) {
      endRunning(token.map === null ? lastLine : start);
    }
    lastLine = Math.max(lastLine, end);
    if (mark === undefined) {
      written.push(token);
      if (token.nesting === 1) open.push(undefined);
      else if (token.nesting === -1) open.pop();
    } else if (mark.head === undefined) {
      if (paired.has(token)) closeBox(start, end);
    } else if (isLayout(mark)) {
      if (paired.has(token)) open.push(undefined);
    } else if (paired.has(token) || mark.unclosed === 'runs' || mark.head.title !== '') {
      const place = {
        form: 'fenced',
        contentLine: mark.contentLine,
        contentEnd: mark.contentLine,
        indent: 0,
      } as const;
      const box = makeBox(mark.head, place);
      const opening = openingTokens(state, box, [start, mark.contentLine]);
      written.push(...opening);
      open.push({ token: opening[0]!, box, runs: !paired.has(token) });
      if (!paired.has(token) && mark.unclosed === 'empty') closeBox(mark.contentLine);
    }
  }
  endRunning(lastLine);
  return written;
}

/** Whether a container only lays out what it holds, such as a group of code: of unknown type and without a title. */
function isLayout({ head }: BoxMark): boolean {
  return head?.title === '' && boxKindOf(head.type) === undefined && !isGenericBox(head.type);
}
