import type { StateInline } from 'markdown-it';
import { pushImage } from './pushImage';

/** `[[note#heading|text]]`, with `!` in front for what Obsidian embeds. */
const WIKILINK = /!?\[\[([^[\]\n|\\]+)(?:\\?\|([^[\]\n]*))?\]\](?![([])/y;
/** In characters; bounds the work on texts that never close a link. */
const MAX_LENGTH = 500;
const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;
/** A note of Dendron's hierarchy, or one in another vault: it stands behind the text. */
const DENDRON_NOTE = /^(?:dendron:\/\/[^/]+\/)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?:#.*)?$/u;

/** A wikilink as written. */
interface Wikilink {
  readonly target: string;
  /** Absent where the link shows its target. */
  readonly text?: string;
}

/** The markup of links and images that are wikilinks: their targets are names of notes rather than paths. */
export const WIKILINK_MARKUP = '[[';

/** Tokenises the wikilinks of Obsidian, Dendron and wikis as links and images with the markup `WIKILINK_MARKUP`. */
export function wikilinkRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const isEmbed = src.charCodeAt(pos) === 0x21;
  if (state.linkLevel > 0 || !src.startsWith('[[', isEmbed ? pos + 1 : pos)) return false;
  WIKILINK.lastIndex = 0;
  const [whole, first = '', second] = WIKILINK.exec(src.slice(pos, Math.min(posMax, pos + MAX_LENGTH))) ?? [];
  // Numbers are citations or code.
  if (whole === undefined || /^\s|^[\d\s\p{P}]*$/u.test(first)) return false;
  if (!silent) {
    const { target, text } = readParts(first.trim(), second?.trim());
    if (isEmbed && IMAGE.test(target)) pushImage(state, target, altOf(text)).markup = WIKILINK_MARKUP;
    else pushLink(state, target, text);
  }
  state.pos += whole.length;
  return true;
}

function readParts(first: string, second: string | undefined): Wikilink {
  if (second === undefined || second === '') return { target: first };
  const isReversed = DENDRON_NOTE.test(second) && (second.includes('://') || !/[.#/]/.test(first));
  if (!isReversed) return { target: first, text: second };
  return { target: second.replace(/^dendron:\/\/[^/]+\//, ''), text: first };
}

function pushLink(state: StateInline, target: string, text: string | undefined): void {
  // A block has no heading of its own to lead to.
  const [href = ''] = target.split('#^', 1);
  const open = state.push('link_open', 'a', 1);
  open.attrs = [['href', allowed(state, href)]];
  open.markup = WIKILINK_MARKUP;
  const shown = state.push('text', '', 0);
  shown.content = text ?? href.replace(/^#/, '').replaceAll('#', ' > ');
  state.push('link_close', 'a', -1).markup = WIKILINK_MARKUP;
}

/** What stands behind the last bar of an embedded image may be a size. */
function altOf(text = ''): string {
  return text.replace(/(?:^|\|)\d+(?:x\d+)?$/, '');
}

function allowed({ md }: StateInline, target: string): string {
  return md.validateLink(target) ? md.normalizeLink(target) : '';
}
