/** Tags that only lay out a page and are hidden. The list is closed. */
const LAYOUT_TAGS = new Set(
  'article big center div figcaption figure font footer h1 h2 h3 h4 h5 h6 header nobr p picture section small source span'.split(
    ' ',
  ),
);
/** Those of them that are blocks. */
const BLOCK_TAGS = new Set(
  'article center div figcaption figure footer h1 h2 h3 h4 h5 h6 header hr p picture section'.split(' '),
);

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>/y;
/** In characters; bounds the work on texts that never close a tag. */
const MAX_TAG_LENGTH = 2_000;

/** An HTML tag as written. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  /** The text between name and closing bracket. */
  readonly attributes: string;
  readonly length: number;
}

/** The tag at an offset of a text. A single capital letter names no tag: `<T>` and `<S>` are types in code. */
export function tagAt(text: string, offset: number): Tag | undefined {
  TAG.lastIndex = 0;
  const match = TAG.exec(text.slice(offset, offset + MAX_TAG_LENGTH));
  const [whole, slash, written, attributes = ''] = match ?? [];
  if (whole === undefined || written === undefined || /^[A-Z]$/.test(written)) return undefined;
  return { name: written.toLowerCase(), isClosing: slash === '/', attributes, length: whole.length };
}

/** Whether a tag only lays out a page; an `<a>` without a target does as well. */
export function isLayoutTag({ name, attributes, isClosing }: Tag): boolean {
  return LAYOUT_TAGS.has(name) || (name === 'a' && !isClosing && attributeValue(attributes, 'href') === '');
}

export function isBlockTag({ name }: Tag): boolean {
  return BLOCK_TAGS.has(name);
}

/** The value of an attribute; empty where the tag has none. */
export function attributeValue(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}
