/** What an entry's page may consist of, for a check inside a page: all values can be sent to it. */
export const HTML_LIMITS = {
  elements: [
    ...[
      'A',
      'ARTICLE',
      'BLOCKQUOTE',
      'BR',
      'BUTTON',
      'CODE',
      'DD',
      'DEL',
      'DETAILS',
      'DIV',
      'DL',
      'DT',
      'EM',
    ],
    ...[
      'FIGCAPTION',
      'FIGURE',
      'FOOTER',
      'H1',
      'H2',
      'H3',
      'H4',
      'H5',
      'H6',
      'HEADER',
      'HR',
      'IMG',
      'INPUT',
      'KBD',
    ],
    ...[
      'LI',
      'MARK',
      'NAV',
      'OL',
      'P',
      'PRE',
      'S',
      'SECTION',
      'SPAN',
      'STRONG',
      'SUB',
      'SUMMARY',
      'SUP',
      'TABLE',
    ],
    ...['TBODY', 'TD', 'TH', 'THEAD', 'TIME', 'TR', 'UL', 'B', 'I', 'U', 'INS', 'SMALL', 'ABBR', 'CITE', 'Q'],
  ],
  /** Attributes; those of the page's own controls begin with `data-` or `aria-` and are listed apart. */
  attributes: [
    ...[
      'alt',
      'class',
      'datetime',
      'dir',
      'hidden',
      'href',
      'id',
      'lang',
      'loading',
      'open',
      'role',
      'src',
      'start',
    ],
    ...['tabindex', 'title', 'type', 'aria-hidden', 'aria-label', 'aria-labelledby', 'data-act', 'data-alt'],
    ...['data-copy-code', 'data-copy-post', 'data-entry', 'data-entry-id', 'data-image', 'data-image-large'],
    ...[
      'data-label',
      'data-search',
      'data-src',
      'data-top',
      'data-vscode-context',
      'data-language',
      'aria-current',
    ],
    ...['aria-pressed', 'aria-describedby'],
  ],
  /** Patterns of values, as text. */
  values: {
    href: '^(?:[Hh][Tt][Tt][Pp][Ss]?://|mailto:|#(?:post-\\d+|footnote-[\\w-]*|fn[\\w-]*|reference-[\\w-]*)?$)',
    src: '^/archive/[^:]*$',
    id: '^(?:entry-title|post-\\d+|(?:footnote|fn|fnref|reference)[\\w-]*)$',
    type: '^button$',
    'data-src': '^/archive/[^:]*$',
  } as Readonly<Record<string, string>>,
  /** Classes that only vectors name. */
  foreignClass: 'attack',
} as const;

/** What a document of an archive has beyond the limits. Runs inside the page. */
export function beyondLimits(root: Element, limits: typeof HTML_LIMITS): readonly string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (!(limits.elements as readonly string[]).includes(element.tagName)) found.push(`<${element.tagName}>`);
    for (const { name, value } of element.attributes) {
      if (!(limits.attributes as readonly string[]).includes(name)) found.push(`${element.tagName} ${name}`);
      const pattern = limits.values[name];
      if (pattern !== undefined && !new RegExp(pattern).test(value)) found.push(`${name}=${value}`);
    }
    if (element.classList.contains(limits.foreignClass)) found.push(`class of ${element.tagName}`);
  }
  return found;
}
