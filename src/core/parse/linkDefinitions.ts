import { copiesOf, type Allowance } from '../base/allowance';
import { footnotesOf, type FootnoteDefinition } from '../markdown/footnotes';
import { blockTokens, type Env } from '../markdown/markdown';
import { markdown } from './markdownParser';

const LABEL = /\[([^[\]]{1,300})\]/g;
/** A line that may define a footnote. */
const FOOTNOTE_LINE = /^[ \t]*\[\^[^\s[\]^]{1,200}\]:/m;
/** A line that may define a reference link. */
const LINK_LINE = /^[^\S\n\r\u2028\u2029]*\[([^[\]\n]{1,300})\]:/gm;
/** In characters; longer definitions are not copied into posts, since each post may refer to them. */
const MAX_DEFINITION_LENGTH = 2_000;
/** In characters, of all footnotes that are copied into a post. */
const MAX_COPIED_LENGTH = 20_000;
const NONE: Footnotes = new Map();

/** Definitions of footnotes by normalised label. */
type Footnotes = ReadonlyMap<string, FootnoteDefinition>;

/** The definitions of a document that its posts may use. */
export interface Definitions {
  /** The document's, as its block tokens were read with it. */
  readonly env: Env;
  /** Normalised labels of the footnotes that an entry refers to and that may be copied into a post. */
  readonly shared: ReadonlySet<string>;
  /** How much of them may be copied into posts, in all. */
  readonly copies: Allowance;
  /** Labels of the definitions that have been reported as too long to be copied. */
  readonly reported: Set<string>;
}

/** A post's Markdown with the definitions that it uses. */
interface DefinedPost {
  readonly markdown: string;
  /** Labels of the definitions that are too long to be copied. */
  readonly tooLong: readonly string[];
}

/**
 * The definitions of a document whose entries have these texts.
 *
 * @param length That of the document.
 */
export function definitionsOf(texts: readonly string[], env: Env, length: number): Definitions {
  const known = footnotesOf(env);
  const shared = new Set<string>();
  const definitions: Definitions = { env, shared, copies: copiesOf(length), reported: new Set() };
  if (known.size === 0) return definitions;
  for (const text of texts) {
    const rest = withoutLines(text, [...footnotesIn(text).values()]);
    for (const label of usedFootnotes(rest, NONE, known).used) shared.add(label);
  }
  return definitions;
}

/**
 * A post's Markdown with the definitions of its document that it uses and lacks, of reference links (`[label]: target`) and
 * of footnotes (`[^label]: text`), since a post is rendered and copied on its own. A definition of a footnote that only
 * other posts use is left out; one that no post uses stays. Where a definition is too long to be copied, or the posts of
 * its document have as many copies as they may, the reference to it stays text.
 */
export function withDefinitions(post: string, { env, shared, copies }: Definitions): DefinedPost {
  const known = footnotesOf(env);
  const own = known.size > 0 ? footnotesIn(post) : NONE;
  const { used, tooLong } = usedFootnotes(withoutLines(post, [...own.values()]), own, known);
  const others = [...own].filter(([label, { markdown: text }]) => {
    return !used.has(label) && shared.has(label) && known.get(label)?.markdown === text;
  });
  const text = withoutLines(
    post,
    others.map(([, definition]) => definition),
  );
  const missing = [...used]
    .filter((label) => !own.has(label))
    .map((label) => footnote(label, known))
    .filter(({ length }) => copies.take(length));
  const links = linkDefinitions([text, ...missing].join('\n'), env);
  const lines = links.lines.filter(({ length }) => copies.take(length));
  const added = [...lines, ...missing];
  return {
    markdown: added.length === 0 ? text : `${text}\n\n${added.join('\n')}`,
    tooLong: [...links.tooLong, ...tooLong],
  };
}

/** The lines that define the reference links of a text that does not define them, and the labels of those too long. */
function linkDefinitions(
  text: string,
  { references = {} }: Env,
): { readonly lines: readonly string[]; readonly tooLong: readonly string[] } {
  const own = new Set(Array.from(text.matchAll(LINK_LINE), ([, label]) => label));
  const lines: string[] = [];
  const tooLong: string[] = [];
  for (const [, label = ''] of text.matchAll(LABEL)) {
    const definition = references[markdown.utils.normalizeReference(label)];
    if (definition === undefined || own.has(label)) continue;
    own.add(label);
    const { href, title } = definition;
    const isLong = href.length + title.length > MAX_DEFINITION_LENGTH;
    const line = isLong ? '' : `[${label}]: <${href}>${title === '' ? '' : ` ${JSON.stringify(title)}`}`;
    if (isLong || line.length > MAX_DEFINITION_LENGTH) tooLong.push(label);
    else lines.push(line);
  }
  return { lines, tooLong };
}

function footnotesIn(text: string): Footnotes {
  if (!FOOTNOTE_LINE.test(text)) return NONE;
  const env: Env = {};
  blockTokens(markdown, text, env);
  return footnotesOf(env);
}

/** The footnotes that a text refers to, by normalised labels. */
interface UsedFootnotes {
  readonly used: ReadonlySet<string>;
  /** Those that may not be copied, as they are written. */
  readonly tooLong: readonly string[];
}

/**
 * The footnotes that a text refers to, and those that these refer to, as far as they are its own or may be copied.
 */
function usedFootnotes(text: string, own: Footnotes, known: Footnotes): UsedFootnotes {
  let copied = 0;
  const used = new Set<string>();
  const tooLong = new Set<string>();
  const isAtHand = (label: string): boolean => {
    if (own.has(label)) return true;
    const definition = known.get(label);
    if (definition === undefined) return false;
    const { length } = definition.markdown;
    if (length > MAX_DEFINITION_LENGTH || copied + length > MAX_COPIED_LENGTH) {
      tooLong.add(definition.label);
      return false;
    }
    copied += length;
    return true;
  };
  const addFrom = (markdownText: string): void => {
    for (const label of footnoteLabels(markdownText))
      if (!used.has(label) && isAtHand(label)) used.add(label);
  };
  addFrom(text);
  // The set grows while footnotes refer to others.
  for (const label of used) addFrom((own.get(label) ?? known.get(label))?.markdown ?? '');
  return { used, tooLong: [...tooLong] };
}

function footnoteLabels(text: string): readonly string[] {
  return Array.from(text.matchAll(LABEL), ([, label = '']) => label)
    .filter((label) => label.startsWith('^'))
    .map((label) => markdown.utils.normalizeReference(label.slice(1)));
}

function footnote(label: string, known: Footnotes): string {
  const definition = known.get(label);
  const text = (definition?.markdown ?? '').replace(/\n(?=.)/g, '\n    ');
  return `[^${definition?.label ?? ''}]: ${text}`;
}

/** A text without the lines of some definitions, and without the blank lines that this leaves at its ends. */
function withoutLines(text: string, definitions: readonly FootnoteDefinition[]): string {
  if (definitions.length === 0) return text;
  const dropped = new Set<number>();
  for (const { lines } of definitions) {
    for (let line = lines[0]; line < lines[1]; line += 1) dropped.add(line);
  }
  const kept = text.split('\n').filter((_, line) => !dropped.has(line));
  return kept
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
