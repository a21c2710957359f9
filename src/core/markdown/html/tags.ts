import { Parser } from 'htmlparser2';
import { elementKind, type ElementKind } from './elements';

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?)>/y;
/** In characters; bounds the work on texts that never close a tag. */
const MAX_TAG_LENGTH = 2_000;

/** An HTML tag as written. */
export interface Tag {
  /** In lower case; of a component as written. */
  readonly name: string;
  readonly kind: ElementKind | 'component';
  readonly isClosing: boolean;
  /** The text between name and closing bracket, without a final slash. */
  readonly attributes: string;
  readonly length: number;
}

/**
 * The tag of a known element at an offset of a text. Its name is in one case: `<Map>` and `<Object>` are types in code, and
 * so is a single capital letter, but for the marks `<B>` and `<A HREF>`, which count only in pairs.
 */
export function tagAt(text: string, offset: number): Tag | undefined {
  TAG.lastIndex = 0;
  const match = TAG.exec(text.slice(offset, offset + MAX_TAG_LENGTH));
  const [whole, slash, written, rest = ''] = match ?? [];
  if (whole === undefined || written === undefined) return undefined;
  const name = written.toLowerCase();
  const kind = elementKind(name);
  if (kind === undefined || (written !== name && written !== written.toUpperCase())) return undefined;
  if (/^[A-Z]$/.test(written) && kind !== 'mark' && kind !== 'link') return undefined;
  const attributes = rest.replace(/\/\s*$/, '').trim();
  return { name, kind, isClosing: slash === '/', attributes, length: whole.length };
}

/** The attributes of a tag by their names in lower case, with entities decoded. */
export function attributesOf({ name, attributes }: Tag): Readonly<Record<string, string>> {
  if (attributes === '') return {};
  let read: Readonly<Record<string, string>> = {};
  const parser = new Parser({
    onopentag(_name, found) {
      read = found;
    },
  });
  parser.end(`<${name} ${attributes}>`);
  return read;
}

/** The name that links lead to, by the attribute `id` or `name`. */
export function anchorOf(tag: Tag): string | undefined {
  const { id, name } = attributesOf(tag);
  const anchor = (id ?? name ?? '').trim();
  return anchor === '' ? undefined : anchor;
}
