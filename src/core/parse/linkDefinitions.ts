import { footnotesOf, type FootnoteDefinition } from '../markdown/footnotes';
import { blockTokens, type Env } from '../markdown/markdown';
import { markdown } from './markdownParser';

const LABEL = /\[([^[\]]{1,300})\]/g;
/** A line that may define a footnote. */
const FOOTNOTE_LINE = /^[ \t]*\[\^[^\s[\]^]{1,200}\]:/m;
const NONE: ReadonlyMap<string, FootnoteDefinition> = new Map();

/**
 * A post's Markdown with the definitions of its document that it uses and lacks, of reference links (`[label]: target`) and
 * of footnotes (`[^label]: text`), since a post is rendered and copied on its own. Definitions of footnotes that it does not
 * use are left out: they are other posts'.
 *
 * @param env The document's, as its block tokens were read with it.
 */
export function withDefinitions(post: string, env: Env): string {
  const known = footnotesOf(env);
  const own = known.size > 0 && FOOTNOTE_LINE.test(post) ? footnotesIn(post) : NONE;
  const used = known.size > 0 ? usedFootnotes(withoutLines(post, [...own.values()]), known) : [];
  const unused = [...own].filter(([label]) => !used.includes(label)).map(([, definition]) => definition);
  const text = withoutLines(post, unused);
  const missing = used.filter((label) => !own.has(label)).map((label) => footnote(label, known));
  const added = [...linkDefinitions([text, ...missing].join('\n'), env), ...missing];
  return added.length === 0 ? text : `${text}\n\n${added.join('\n')}`;
}

/** The lines that define the reference links of a text that does not define them. */
function linkDefinitions(text: string, { references = {} }: Env): readonly string[] {
  const missing = new Map<string, string>();
  for (const [, label = ''] of text.matchAll(LABEL)) {
    const definition = references[markdown.utils.normalizeReference(label)];
    if (definition === undefined || definesItself(text, label)) continue;
    const title = definition.title === '' ? '' : ` ${JSON.stringify(definition.title)}`;
    missing.set(label, `[${label}]: <${definition.href}>${title}`);
  }
  return [...missing.values()];
}

function definesItself(text: string, label: string): boolean {
  return text.split('\n').some((line) => line.trimStart().startsWith(`[${label}]:`));
}

function footnotesIn(text: string): ReadonlyMap<string, FootnoteDefinition> {
  const env: Env = {};
  blockTokens(markdown, text, env);
  return footnotesOf(env);
}

/** The normalised labels of the footnotes that a text refers to, and those that these refer to. */
function usedFootnotes(text: string, known: ReadonlyMap<string, FootnoteDefinition>): readonly string[] {
  const used = new Set(footnoteLabels(text, known));
  // The set grows while footnotes refer to others.
  for (const label of used) {
    for (const other of footnoteLabels(known.get(label)?.markdown ?? '', known)) used.add(other);
  }
  return [...used];
}

function footnoteLabels(text: string, known: ReadonlyMap<string, FootnoteDefinition>): readonly string[] {
  return Array.from(text.matchAll(LABEL), ([, label = '']) => label)
    .filter((label) => label.startsWith('^'))
    .map((label) => markdown.utils.normalizeReference(label.slice(1)))
    .filter((label) => known.has(label));
}

function footnote(label: string, known: ReadonlyMap<string, FootnoteDefinition>): string {
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
