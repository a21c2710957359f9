import type { StateInline } from 'markdown-it';

const ROLE = /\{[a-z][\w:.+-]{0,60}\}(?=`)/iy;
/** Roles whose text may stand before the target: ``{ref}`text <target>` ``. */
const REFERENCE =
  /\{(?:ref|numref|doc|term|any|download|eq)\}`([^`<>\n]{1,300})(?:\n\s{0,100})?(?:<[^<>`\n]{0,300}>)?`/iy;

/** Reads the roles of MyST: the text of a reference is text, that of any other role is code. */
export function roleRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x7b) return false;
  ROLE.lastIndex = pos;
  const role = ROLE.exec(src)?.[0];
  if (role === undefined) return false;
  REFERENCE.lastIndex = pos;
  const [reference, text = ''] = REFERENCE.exec(src) ?? [];
  const length = (reference ?? role).length;
  if (pos + length > state.posMax) return false;
  if (!silent && reference !== undefined) state.pending += text.trimEnd();
  state.pos += length;
  return true;
}
