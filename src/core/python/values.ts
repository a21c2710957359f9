import type { ClassDefinition, Expression, FunctionDefinition, ModuleScope } from './scope';

/** What a name stands for, as far as it matters to which symbol it is. */
export type Value =
  /** What has a qualified name: a library's module, class or function, or something nobody has heard of. */
  | { readonly kind: 'named'; readonly path: string; readonly receiver?: Value }
  | { readonly kind: 'module'; readonly module: ModuleScope }
  | { readonly kind: 'class'; readonly definition: ClassDefinition }
  | { readonly kind: 'function'; readonly definition: FunctionDefinition; readonly receiver?: Value }
  | Instance
  | { readonly kind: 'tuple'; readonly items: readonly (Value | undefined)[] }
  /** One of several: what all of them have can be named. */
  | { readonly kind: 'union'; readonly options: readonly Value[] }
  /** The class of an instance, or one below it: what `type[X]` holds. */
  | { readonly kind: 'classOf'; readonly instance: Instance }
  /** A type that is no plain name: `Annotated[Session, …]`, `X | None`, `list[X]`. */
  | { readonly kind: 'type'; readonly expression: Expression }
  | { readonly kind: 'typeVariable'; readonly name: string; readonly bound?: Expression }
  /** `super()`: what an instance has from its bases. */
  | { readonly kind: 'bases'; readonly of: ClassDefinition };

/** An instance of a class. */
export interface Instance {
  readonly kind: 'instance';
  readonly classRef: ClassRef;
  /** Its type arguments. */
  readonly arguments: readonly (Value | undefined)[];
}

/** A class by its qualified name, or one of the user's own. */
export type ClassRef =
  | { readonly kind: 'named'; readonly path: string }
  | { readonly kind: 'class'; readonly definition: ClassDefinition };

/** What type variables stand for, by name; under `Self` what a method was called on. */
export type TypeEnvironment = ReadonlyMap<string, Value | undefined>;

export const SELF = 'Self';
export const EMPTY_ENVIRONMENT: TypeEnvironment = new Map();

export function namedValue(path: string): Value & ClassRef {
  return { kind: 'named', path };
}

export function instanceOf(of: ClassRef, args: readonly (Value | undefined)[] = []): Instance {
  return { kind: 'instance', classRef: of, arguments: args };
}

/** Deep enough for any type that is written down. */
const MAX_TYPE_DEPTH = 8;

/** Values of which one is held; more are too many to say anything of. */
const MAX_OPTIONS = 6;

/** One of several values. */
export function unionOf(
  values: readonly Value[],
  isEqual: (a: Value, b: Value) => boolean,
): Value | undefined {
  const options: Value[] = [];
  for (const value of values.flatMap((one) => (one.kind === 'union' ? one.options : [one]))) {
    if (!options.some((other) => isEqual(other, value))) options.push(value);
  }
  if (options.length > MAX_OPTIONS) return undefined;
  return options.length > 1 ? { kind: 'union', options } : options[0];
}

/** Whether two values are the same. */
export function isSame(a: Value | undefined, b: Value | undefined, depth = 0): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || depth > MAX_TYPE_DEPTH) return false;
  if (a.kind === 'instance' && b.kind === 'instance') {
    const length = Math.max(a.arguments.length, b.arguments.length);
    return (
      isSame(a.classRef, b.classRef, depth + 1) &&
      Array.from({ length }).every((_, at) => isSame(a.arguments[at], b.arguments[at], depth + 1))
    );
  }
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    return (
      a.items.length === b.items.length && a.items.every((item, at) => isSame(item, b.items[at], depth + 1))
    );
  }
  if (a.kind === 'named' && b.kind === 'named') return a.path === b.path;
  if (a.kind === 'module' && b.kind === 'module') return a.module === b.module;
  if (a.kind === 'class' && b.kind === 'class') return a.definition === b.definition;
  if (a.kind === 'function' && b.kind === 'function') return a.definition === b.definition;
  if (a.kind === 'classOf' && b.kind === 'classOf') return isSame(a.instance, b.instance, depth + 1);
  if (a.kind === 'union' && b.kind === 'union') {
    return (
      a.options.length === b.options.length &&
      a.options.every((one) => b.options.some((other) => isSame(one, other, depth + 1)))
    );
  }
  return false;
}
