import type { Tag } from './tags';

/** A component's name: capitalised with a second letter (`Tabs`, `Foo.Bar`), or with hyphens (`my-box`). */
const NAME = /<(\/?)([A-Z][A-Za-z0-9]+(?:\.[A-Z][A-Za-z0-9]*)*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?=[\s/>])/y;
/** What ends or nests the attributes of a component. */
const SYNTAX = /["'`{}>]/g;
/** In characters; bounds the work on texts that never close a tag. */
const MAX_TAG_LENGTH = 4_000;
/** Braces nested deeper are no attributes. */
const MAX_DEPTH = 20;

/** The tag of a component (JSX, Vue, a custom element) at an offset of a text. Its attributes may be expressions in braces. */
export function componentAt(text: string, offset: number): Tag | undefined {
  NAME.lastIndex = offset;
  const [start, slash, name] = NAME.exec(text) ?? [];
  if (start === undefined || name === undefined) return undefined;
  const from = offset + start.length;
  const end = endOfTag(text.slice(from, offset + MAX_TAG_LENGTH));
  if (end === undefined) return undefined;
  return {
    name,
    kind: 'component',
    isClosing: slash === '/',
    attributes: text.slice(from, from + end).trim(),
    length: start.length + end + 1,
  };
}

/** Offset of the bracket that closes a tag, outside quotes and braces. */
function endOfTag(text: string): number | undefined {
  let depth = 0;
  SYNTAX.lastIndex = 0;
  for (let match = SYNTAX.exec(text); match !== null; match = SYNTAX.exec(text)) {
    const [character] = match;
    if (character === '{') {
      depth += 1;
      if (depth > MAX_DEPTH) return undefined;
    } else if (character === '}') depth -= 1;
    else if (character === '>') {
      if (depth <= 0) return match.index;
    } else {
      const close = text.indexOf(character, match.index + 1);
      if (close === -1) return undefined;
      SYNTAX.lastIndex = close + 1;
    }
  }
  return undefined;
}

/** Whether a tag can only be a component's: it has a value or an expression, or closes itself; `<Your Name>` does not. */
export function isSurelyComponent({ kind, attributes }: Tag): boolean {
  return kind === 'component' && /[={]|\/$/.test(attributes);
}

const closedNames = new WeakMap<object, ReadonlySet<string>>();

/** The names of the components that a text closes. `key` is the parser state that the text belongs to. */
export function closedComponents(key: object, text: string): ReadonlySet<string> {
  let names = closedNames.get(key);
  if (names === undefined) {
    names = new Set([...text.matchAll(/<\/([A-Za-z][\w.-]*)\s*>/g)].map(([, name = '']) => name));
    closedNames.set(key, names);
  }
  return names;
}
