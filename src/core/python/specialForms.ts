/** The names of `typing`, `contextlib` and others: what they mean wherever they are imported from. */

/** The module under whose name they are known here. */
export const BUILTINS = 'builtins';

const TYPING_MODULES = [
  'builtins',
  'typing',
  'typing_extensions',
  'collections',
  'collections.abc',
  'contextlib',
  'types',
];

/** Other names of one thing. */
const CANONICAL_NAMES: Readonly<Record<string, string>> = {
  List: 'list',
  Set: 'set',
  FrozenSet: 'frozenset',
  Dict: 'dict',
  Deque: 'deque',
  DefaultDict: 'defaultdict',
  Tuple: 'tuple',
  Type: 'type',
  ContextManager: 'AbstractContextManager',
  AsyncContextManager: 'AbstractAsyncContextManager',
};

/** The one path of what Python's own library has under several: `typing.List` → `builtins.list`. */
export function canonicalPath(path: string): string {
  const dot = path.lastIndexOf('.');
  if (dot === -1 || !TYPING_MODULES.includes(path.slice(0, dot))) return path;
  const last = path.slice(dot + 1);
  return `${BUILTINS}.${Object.hasOwn(CANONICAL_NAMES, last) ? (CANONICAL_NAMES[last] ?? last) : last}`;
}

/** What a special type makes of what stands in its brackets. */
export type SpecialForm =
  /** `X[T]` holds a `T`. */
  | 'transparent'
  /** The one of several that is no `None`. */
  | 'union'
  | 'annotated'
  | 'class'
  | 'callable'
  /** What is awaited gives the last of them. */
  | 'awaitable'
  | 'self'
  | 'unknown';

const FORMS: Readonly<Record<string, SpecialForm>> = {
  Optional: 'union',
  Union: 'union',
  Annotated: 'annotated',
  ClassVar: 'transparent',
  Final: 'transparent',
  InitVar: 'transparent',
  Required: 'transparent',
  NotRequired: 'transparent',
  ReadOnly: 'transparent',
  TypeGuard: 'unknown',
  TypeIs: 'unknown',
  type: 'class',
  Callable: 'callable',
  Awaitable: 'awaitable',
  Coroutine: 'awaitable',
  Self: 'self',
  Any: 'unknown',
  object: 'unknown',
  Literal: 'unknown',
  Generic: 'unknown',
  Protocol: 'unknown',
};

/** The form of a type, by its normalised path. */
export function specialFormOf(path: string): SpecialForm | undefined {
  if (!path.startsWith(`${BUILTINS}.`)) return undefined;
  const name = path.slice(BUILTINS.length + 1);
  return Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
}
