import type { StateInline } from 'markdown-it';
import emoji from 'markdown-it-emoji/lib/data/full.mjs';

const CODE = /:([a-z0-9_+-]{1,60}):(?![\w:])/y;
/** Icons of Material for MkDocs, which are drawings and no characters. */
const ICON = /^(?:material|fontawesome|octicons|simple)-./;
const CHARACTERS: ReadonlyMap<string, string> = new Map(Object.entries(emoji));

/** Reads `:tada:` as the character that it names. Codes within a word, a time or a path are none, nor are unknown ones. */
export function emojiRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x3a || /[\w:/.]/.test(src.charAt(pos - 1))) return false;
  CODE.lastIndex = pos;
  const [whole, name = ''] = CODE.exec(src) ?? [];
  if (whole === undefined || pos + whole.length > state.posMax) return false;
  const character = CHARACTERS.get(name) ?? (ICON.test(name) ? '' : undefined);
  if (character === undefined) return false;
  if (!silent) state.pending += character;
  state.pos += whole.length;
  return true;
}
