/** The module that names of `typing`, `contextlib` and the like are resolved to, wherever they are imported from. */
export const BUILTINS = 'builtins';

/** The class of a `Callable[[A, B], R]`: its type arguments are `R`, `A` and `B`, or only `R` if any arguments will do. */
export const CALLABLE = `${BUILTINS}.Callable`;

const TYPING_MODULES = [
  'builtins',
  'typing',
  'typing_extensions',
  'collections',
  'collections.abc',
  'contextlib',
  'types',
];

/** Aliases of `typing` → the name of the class itself. */
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

/** The one path of a name that the standard library has in several modules: `typing.List` → `builtins.list`. */
export function canonicalPath(path: string): string {
  const dot = path.lastIndexOf('.');
  if (dot === -1 || !TYPING_MODULES.includes(path.slice(0, dot))) return path;
  const last = path.slice(dot + 1);
  return `${BUILTINS}.${Object.hasOwn(CANONICAL_NAMES, last) ? (CANONICAL_NAMES[last] ?? last) : last}`;
}

/** How a special form of `typing` treats its subscripts. */
export type SpecialForm =
  /** `X[T]` is a `T`. */
  | 'transparent'
  /** Any of them, `None` aside. */
  | 'union'
  | 'annotated'
  | 'class'
  | 'callable'
  /** Awaiting it returns the last one. */
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

/** The special form that a canonical path names. */
export function specialFormOf(path: string): SpecialForm | undefined {
  if (!path.startsWith(`${BUILTINS}.`)) return undefined;
  const name = path.slice(BUILTINS.length + 1);
  return Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
}
