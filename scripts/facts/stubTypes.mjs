import { parseAnnotation } from './annotations.mjs';

/** Names that stand for their first argument. */
const TRANSPARENT = new Set(['Annotated', 'ClassVar', 'Final', 'Optional', 'Required', 'NotRequired']);
/** Containers as annotations name them → as stubs do, and which arguments their elements are. */
const CONTAINERS = new Map(
  Object.entries({
    list: 'list',
    List: 'list',
    set: 'set',
    Set: 'set',
    AbstractSet: 'set',
    frozenset: 'frozenset',
    FrozenSet: 'frozenset',
    tuple: 'tuple',
    Tuple: 'tuple',
    dict: 'dict',
    Dict: 'dict',
    Mapping: 'dict',
    MutableMapping: 'dict',
    Sequence: 'list',
    Collection: 'list',
    type: 'type',
    Type: 'type',
  }),
);
/** An attribute that is annotated as one of these holds what the descriptor gives. */
const DESCRIPTOR = /(?:descriptor|property|dispatcher|DescriptorReference)$/;
/** How SQLAlchemy imports the names of `typing` where it has the same ones itself. */
const TYPING_PREFIX = /^_?typing[_.]|^t\./;

/**
 * What an annotation means in a stub, if it leads to public classes: their qualified names, in containers and unions
 * too. `None` beside a class is ignored, as evaluation does.
 *
 * @param {string} annotation
 * @param {(name: string) => string | undefined} classNamed the qualified name of the public class that a name means
 * @returns {string | undefined}
 */
export function stubType(annotation, classNamed) {
  const type = parseAnnotation(annotation);
  return type === undefined ? undefined : textOf(type, classNamed);
}

/**
 * @param {import('./annotations.mjs').Type} type
 * @param {(name: string) => string | undefined} classNamed
 * @returns {string | undefined}
 */
function textOf(type, classNamed) {
  if (type.kind === 'other') return undefined;
  if (type.kind === 'union') return textOfUnion(type.options, classNamed);
  const name = type.name.replace(TYPING_PREFIX, '');
  if (name === 'Union') return textOfUnion(type.args, classNamed);
  if (DESCRIPTOR.test(name)) return undefined;
  const [first] = type.args;
  if (first === undefined) return CONTAINERS.has(name) ? undefined : classNamed(name);
  if (TRANSPARENT.has(name)) return textOf(first, classNamed);
  const container = CONTAINERS.get(name);
  return container === undefined ? classNamed(name) : textOfContainer(container, type.args, classNamed);
}

/**
 * @param {readonly import('./annotations.mjs').Type[]} options
 * @param {(name: string) => string | undefined} classNamed
 */
function textOfUnion(options, classNamed) {
  const texts = options
    .filter((option) => !(option.kind === 'name' && option.name === 'None'))
    .map((option) => textOf(option, classNamed));
  if (texts.length === 0 || texts.includes(undefined)) return undefined;
  // A class and its instances share no members that evaluation could agree on.
  const isMixed = texts.length > 1 && texts.some((text) => text?.startsWith('type['));
  return isMixed ? undefined : [...new Set(texts)].join('|');
}

/**
 * Of a mapping only the values are known, of a tuple the elements if all are alike.
 *
 * @param {string} container
 * @param {readonly import('./annotations.mjs').Type[]} args
 * @param {(name: string) => string | undefined} classNamed
 */
function textOfContainer(container, args, classNamed) {
  const [first, second] = args;
  const isSequence = second === undefined || (second.kind === 'other' && second.text === '...');
  const element =
    container === 'dict'
      ? second
      : container === 'tuple' && isSequence
        ? first
        : args.length === 1
          ? first
          : undefined;
  const text = element === undefined ? undefined : textOf(element, classNamed);
  if (text === undefined) return undefined;
  if (container === 'dict') return `dict[Any,${text}]`;
  return container === 'tuple' ? `tuple[${text},...]` : `${container}[${text}]`;
}
