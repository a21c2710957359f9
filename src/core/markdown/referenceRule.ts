import type { StateInline } from 'markdown-it';
import { WIKILINK_MARKUP } from './wikilinkRule';

/** `[text][label]`, and `[label][]`; bounded, so that texts that never close a link take linear time. */
const REFERENCE = /\[([^[\]]{1,300})\]\[([^\s[\]]{0,200})\](?![[(])/y;
const LABEL = /^\p{L}\S*$/u;
/** Words joined by a mark, as in the ids of headings and the names of what is documented. */
const COMPOUND = /[\p{L}\p{N}_][-.:/#]+[\p{L}\p{N}_]/u;

/**
 * Tokenises references without a definition in the document. Sites define them in a file of their own, and MkDocs has
 * them lead to headings and to what its modules document. They become links with the markup `WIKILINK_MARKUP` to the
 * label as a fragment. Short words in two brackets stay as they are: they may be arguments of a command.
 */
export function referenceRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 0x5b || state.linkLevel > 0 || isIndex(src.charAt(pos - 1))) return false;
  REFERENCE.lastIndex = pos;
  const [whole, text = '', second = ''] = REFERENCE.exec(src) ?? [];
  if (whole === undefined || pos + whole.length > posMax || /^[\^@!]/.test(text)) return false;
  const label = second === '' ? text.replaceAll('`', '') : second;
  const isLabel = LABEL.test(label) && (COMPOUND.test(label) || (second !== '' && /\S\s+\S/.test(text)));
  if (!isLabel) return false;
  if (!silent) pushLink(state, label, pos + 1, pos + 1 + text.length);
  state.pos = pos + whole.length;
  state.posMax = posMax;
  return true;
}

/** Whether brackets behind this character are an index or belong to an image. */
function isIndex(before: string): boolean {
  return /[\w\])!]/.test(before);
}

function pushLink(state: StateInline, label: string, start: number, end: number): void {
  const open = state.push('link_open', 'a', 1);
  open.attrs = [['href', state.md.normalizeLink(`#${label}`)]];
  open.markup = WIKILINK_MARKUP;
  state.pos = start;
  state.posMax = end;
  state.linkLevel += 1;
  state.md.inline.tokenize(state);
  state.linkLevel -= 1;
  state.push('link_close', 'a', -1).markup = WIKILINK_MARKUP;
}
