/** A shortcode of Hugo (`{{< x >}}`, `{{% x %}}`) or a tag of Liquid, Markdoc and GitBook (`{% x %}`), as written. */
export interface Shortcode {
  /** In lower case; of a closing one, the name that it closes. */
  readonly name: string;
  readonly isClosing: boolean;
  /** The arguments without a name, in order, unquoted. */
  readonly values: readonly string[];
  /** Arguments by their names in lower case, unquoted. */
  readonly named: ReadonlyMap<string, string>;
  /** In characters. */
  readonly length: number;
}

/** By their opening, what closes a shortcode. */
const DELIMITERS: readonly (readonly [string, string])[] = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{%', '%}'],
];
/** In characters; bounds the work on texts that never close a shortcode. */
const MAX_LENGTH = 2_000;
const NAME = /^-?\s*(?:(\/)\s*)?(end)?([a-z][\w.:-]*)(?=\s|\/?-?$)/i;
const ARGUMENT = /(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))/g;

/** The shortcode at an offset of a text, if it ends before `limit`. */
export function shortcodeAt(text: string, offset: number, limit: number): Shortcode | undefined {
  if (text.charCodeAt(offset) !== 0x7b) return undefined;
  const delimiters = DELIMITERS.find(([open]) => text.startsWith(open, offset));
  if (delimiters === undefined) return undefined;
  const [open, close] = delimiters;
  const start = offset + open.length;
  const inner = text.slice(start, Math.min(limit, start + MAX_LENGTH));
  const end = inner.indexOf(close);
  const code = end === -1 ? '' : inner.slice(0, end).trimEnd();
  const [head, slash, ending, written] = NAME.exec(code) ?? [];
  if (head === undefined || written === undefined) return undefined;
  const isLiquidEnd = open === '{%' && ending !== undefined;
  const name = isLiquidEnd || ending === undefined ? written : ending + written;
  return {
    name: name.toLowerCase(),
    isClosing: slash === '/' || isLiquidEnd,
    ...readArguments(code.slice(head.length)),
    length: open.length + end + close.length,
  };
}

/** The arguments of a shortcode or a directive, each named or not. */
export function readArguments(text: string): Pick<Shortcode, 'values' | 'named'> {
  const values: string[] = [];
  const named = new Map<string, string>();
  for (const match of text.matchAll(ARGUMENT)) {
    const [, name, ...quoted]: readonly (string | undefined)[] = match;
    const value = quoted.find((part) => part !== undefined) ?? '';
    if (name === undefined) values.push(value);
    else if (!named.has(name.toLowerCase())) named.set(name.toLowerCase(), value);
  }
  return { values, named };
}
