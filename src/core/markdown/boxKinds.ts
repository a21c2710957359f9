/** What a box is for. The list is closed. */
export type BoxKind =
  | 'note'
  | 'tip'
  | 'info'
  | 'summary'
  | 'important'
  | 'success'
  | 'warning'
  | 'danger'
  | 'question'
  | 'answer'
  | 'example'
  | 'quote'
  | 'details'
  | 'tab';

/** The names by which MkDocs, VitePress, Docusaurus, Obsidian, MyST, Hugo themes and others call a box. */
const TYPES: Readonly<Record<BoxKind, string>> = {
  note: 'note notes notice memo remark seealso see-also aside',
  tip: 'tip tips hint',
  info: 'info information todo context inform',
  summary: 'abstract summary tldr tl-dr',
  important: 'important',
  success: 'success check done ok',
  warning: 'warning warn caution attention alert',
  danger: 'danger error failure fail missing bug critical',
  question: 'question faq help',
  answer: 'answer solution resolution',
  example: 'example demo exercise',
  quote: 'quote cite blockquote',
  details: 'details dropdown expand collapse collapsible accordion spoiler toggle',
  tab: 'tab tab-item tabitem',
};

const KINDS: ReadonlyMap<string, BoxKind> = new Map(
  Object.entries(TYPES).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as BoxKind])),
);

/** Names of boxes whose type is an argument. */
const GENERIC = new Set('admonition alert box callout hint message notice notification panel'.split(' '));

/** The kind of a box by its type as written; `undefined` where the type is unknown. */
export function boxKindOf(type: string): BoxKind | undefined {
  return KINDS.get(type.toLowerCase().replace(/^callout-/, ''));
}

/** Whether a box of this name may name its type in an argument. */
export function isGenericBox(name: string): boolean {
  return GENERIC.has(name.toLowerCase());
}
