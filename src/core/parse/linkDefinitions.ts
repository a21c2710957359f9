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
}

/** The definitions of a document whose entries have these texts. */
export function definitionsOf(texts: readonly string[], env: Env): Definitions {
  const known = footnotesOf(env);
  const shared = new Set<string>();
  if (known.size === 0) return { env, shared };
  for (const text of texts) {
    const rest = withoutLines(text, [...footnotesIn(text).values()]);
    for (const label of usedFootnotes(rest, NONE, known)) shared.add(label);
  }
  return { env, shared };
}

/**
 * A post's Markdown with the definitions of its document that it uses and lacks, of reference links (`[label]: target`) and
 * of footnotes (`[^label]: text`), since a post is rendered and copied on its own. A definition of a footnote that only
 * other posts use is left out; one that no post uses stays. Where a definition is too long to be copied, the reference to
 * it stays text.
 */
export function withDefinitions(post: string, { env, shared }: Definitions): string {
  const known = footnotesOf(env);
  const own = known.size > 0 ? footnotesIn(post) : NONE;
  const used = usedFootnotes(withoutLines(post, [...own.values()]), own, known);
  const others = [...own].filter(([label, { markdown: text }]) => {
    return !used.has(label) && shared.has(label) && known.get(label)?.markdown === text;
  });
  const text = withoutLines(
    post,
    others.map(([, definition]) => definition),
  );
  const missing = [...used].filter((label) => !own.has(label)).map((label) => footnote(label, known));
  const added = [...linkDefinitions([text, ...missing].join('\n'), env), ...missing];
  return added.length === 0 ? text : `${text}\n\n${added.join('\n')}`;
}

/** The lines that define the reference links of a text that does not define them. */
function linkDefinitions(text: string, { references = {} }: Env): readonly string[] {
  const own = new Set(Array.from(text.matchAll(LINK_LINE), ([, label]) => label));
  const missing = new Map<string, string>();
  for (const [, label = ''] of text.matchAll(LABEL)) {
    const definition = references[markdown.utils.normalizeReference(label)];
    if (definition === undefined || own.has(label)) continue;
    const title = definition.title === '' ? '' : ` ${JSON.stringify(definition.title)}`;
    const line = `[${label}]: <${definition.href}>${title}`;
    if (line.length <= MAX_DEFINITION_LENGTH) missing.set(label, line);
  }
  return [...missing.values()];
}

function footnotesIn(text: string): Footnotes {
  if (!FOOTNOTE_LINE.test(text)) return NONE;
  const env: Env = {};
  blockTokens(markdown, text, env);
  return footnotesOf(env);
}

/**
 * The normalised labels of the footnotes that a text refers to, and those that these refer to, as far as they are its own
 * or may be copied.
 */
function usedFootnotes(text: string, own: Footnotes, known: Footnotes): ReadonlySet<string> {
  let copied = 0;
  const isAtHand = (label: string): boolean => {
    if (own.has(label)) return true;
    const length = known.get(label)?.markdown.length ?? Infinity;
    if (length > MAX_DEFINITION_LENGTH || copied + length > MAX_COPIED_LENGTH) return false;
    copied += length;
    return true;
  };
  const used = new Set<string>();
  const addFrom = (markdownText: string): void => {
    for (const label of footnoteLabels(markdownText))
      if (!used.has(label) && isAtHand(label)) used.add(label);
  };
  addFrom(text);
  // The set grows while footnotes refer to others.
  for (const label of used) addFrom((own.get(label) ?? known.get(label))?.markdown ?? '');
  return used;
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
