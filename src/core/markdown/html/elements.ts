/**
 * What becomes of an element; the lists below are closed, and any other name is text.
 *
 * - `structure`: a block that Markdown has as well (a list, a table, a heading) and that becomes the same tokens.
 * - `layout`: a block that only lays out a page; it ends a paragraph.
 * - `mark`: an inline element that is rendered, without its attributes.
 * - `code`: inline code; nothing in it is Markdown.
 * - `link`, `image`, `break`: as in Markdown.
 * - `hidden`: an inline element without a meaning here.
 * - `control`: the same, but a name that prose may mention (`<button>`).
 * - `raw`: an element whose content is no prose: code, scripts and drawings.
 */
export type ElementKind =
  'structure' | 'layout' | 'mark' | 'code' | 'link' | 'image' | 'break' | 'hidden' | 'control' | 'raw';

const NAMES: Readonly<Record<ElementKind, string>> = {
  structure:
    'blockquote caption dd details dir dl dt h1 h2 h3 h4 h5 h6 hr li menu ol summary table tbody td tfoot th thead tr ul',
  layout:
    'address article aside body center col colgroup dialog div fieldset figcaption figure footer form frame frameset head header hgroup html legend main nav noframes optgroup option p search section select',
  mark: 'abbr acronym b cite del dfn em i ins kbd mark q s samp small strike strong sub sup u var',
  code: 'code tt',
  link: 'a',
  image: 'img',
  break: 'br',
  hidden: 'bdi bdo big font nobr picture rb rp rt rtc ruby source span track wbr',
  control:
    'applet area audio base blink button canvas data datalist embed iframe input label link map marquee meta meter noembed noscript object output param progress slot template textarea time title video',
  raw: 'math pre script style svg',
};

const KINDS: ReadonlyMap<string, ElementKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as ElementKind] as const),
  ),
);

/** The kind of the element with a name in lower case; `undefined` where it is none of HTML. */
export function elementKind(name: string): ElementKind | undefined {
  return KINDS.get(name);
}

export function isBlockKind(kind: ElementKind | 'component' | undefined): boolean {
  return kind === 'structure' || kind === 'layout' || kind === 'raw';
}

/** Elements without content and without a closing tag. */
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));

export function isVoid(name: string): boolean {
  return VOID.has(name);
}

/** Elements whose closing tag may be left out. */
const OPTIONAL_END = new Set(
  'body caption colgroup dd dt head html li optgroup option p tbody td tfoot th thead tr'.split(' '),
);

export function hasOptionalEnd(name: string): boolean {
  return OPTIONAL_END.has(name);
}

/** Elements that mean the same as another one. */
const SYNONYMS: Readonly<Record<string, string>> = { dir: 'ul', menu: 'ul', tfoot: 'tbody' };

/** The name an element is treated by. */
export function canonicalName(name: string): string {
  return SYNONYMS[name] ?? name;
}
