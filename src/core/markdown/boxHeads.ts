import { boxKindOf, isGenericBox } from './boxKinds';
import type { BoxHead } from './boxes';
import { readArguments, type Shortcode } from './shortcodes';

const TYPE = /^[\p{L}\p{N}][\p{L}\p{N}_-]*/u;
const TITLE_ARGUMENTS = ['title', 'header', 'heading', 'summary', 'label', 'name', 'caption'];
const TYPE_ARGUMENTS = ['type', 'style', 'kind', 'level', 'context', 'color', 'theme'];

/** An opening line as its dialect is read. */
export interface OpeningLine {
  readonly head: BoxHead;
  /** Text behind the head that is content. */
  readonly rest: string;
}

/**
 * The head behind `:::`, as VitePress, Docusaurus, remark, MyST, Pandoc and Quarto write it: `tip Title`, `tip[Title]`,
 * `{note} Title`, `tip{title="Title"}`, `{.callout-tip title="Title"}`.
 *
 * @returns `undefined` where no name is given.
 */
export function containerHead(text: string): OpeningLine | undefined {
  const directive = /^\{([\p{L}\p{N}_-]+)\}\s*((?:\S.*)?)$/u.exec(text);
  if (directive !== null) return { head: { type: directive[1] ?? '', title: directive[2] ?? '' }, rest: '' };
  const written = TYPE.exec(text)?.[0] ?? '';
  let rest = text.slice(written.length).trim();
  const label = /^\[([^\]]*)\]/.exec(rest);
  rest = rest.slice(label?.[0].length ?? 0).trim();
  // Attributes stand right behind the name, or at the end.
  const attributes = /^\{([^{}]*)\}/.exec(rest) ?? /(?<=\s)\{([^{}]*)\}$/.exec(rest);
  rest = rest.replace(attributes?.[0] ?? '', '').trim();
  const { values, named } = readArguments(attributes?.[1] ?? '');
  const classes = values.filter((value) => value.startsWith('.')).map((value) => value.slice(1));
  const type = written === '' ? (classes.find((name) => boxKindOf(name)) ?? classes[0] ?? '') : written;
  if (type === '') return undefined;
  const collapse = named.get('collapse');
  const isOpen = values.includes('open') || collapse === 'false';
  const fold = isOpen ? 'open' : collapse === undefined ? undefined : 'closed';
  const title = label?.[1] ?? named.get('title');
  return title === undefined
    ? { head: { type, title: rest, fold }, rest: '' }
    : { head: { type, title, fold }, rest };
}

/** The head of a box that a shortcode opens; `undefined` where it opens none. */
export function shortcodeHead({ name, values, named }: Shortcode): BoxHead | undefined {
  const kind = boxKindOf(name);
  const isGeneric = isGenericBox(name);
  if (kind === undefined && !isGeneric) return undefined;
  const [first = ''] = values;
  const namesType = isGeneric && boxKindOf(first) !== undefined;
  const typeArgument = TYPE_ARGUMENTS.map((key) => named.get(key)).find(Boolean);
  const type = isGeneric ? (typeArgument ?? (namesType ? first : name)) : name;
  const title = TITLE_ARGUMENTS.map((key) => named.get(key)).find(Boolean);
  const isOpen = named.get('open') === 'true' || named.get('open') === 'open' || values.includes('open');
  return {
    type,
    title: title ?? (namesType ? values[1] : values.find((value) => value !== 'open')) ?? '',
    fold: kind === 'details' && isOpen ? 'open' : undefined,
  };
}
