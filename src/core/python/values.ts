import type { ClassDefinition, Expression, FunctionDefinition, ModuleScope } from './scope';

/** What a name or an expression evaluates to, as far as it matters for resolving symbols. */
export type Value =
  | NamedValue
  | { readonly kind: 'module'; readonly module: ModuleScope }
  | { readonly kind: 'class'; readonly definition: ClassDefinition }
  | { readonly kind: 'function'; readonly definition: FunctionDefinition; readonly receiver?: Value }
  | Instance
  | { readonly kind: 'tuple'; readonly items: readonly (Value | undefined)[] }
  /** One of several values: only members that all of them share resolve. */
  | { readonly kind: 'union'; readonly options: readonly Value[] }
  /** `type[X]`: the class of an instance, or a subclass. */
  | { readonly kind: 'classOf'; readonly instance: Instance }
  /** A type that is more than a name: `Annotated[Session, …]`, `X | None`, `list[X]`. */
  | { readonly kind: 'typeExpression'; readonly expression: Expression }
  | { readonly kind: 'typeVariable'; readonly name: string; readonly bound?: Expression }
  /** `super()` in a method of the class. */
  | { readonly kind: 'super'; readonly definition: ClassDefinition };

/** Known by its qualified name only: a library's module, class or function, or an import that cannot be followed. */
export interface NamedValue {
  readonly kind: 'named';
  readonly path: string;
  /** The object or class that it is a member of. */
  readonly receiver?: Value;
  /** A variable holds the value of a property or of a constant with this name: the variable does not go by the name. */
  readonly isHeld?: true;
}

export interface Instance {
  readonly kind: 'instance';
  readonly classRef: ClassRef;
  /** Type arguments; `undefined` for those that are unknown. */
  readonly arguments: readonly (Value | undefined)[];
}

/** A library's class by its qualified name, or a class of the user's own. */
export type ClassRef =
  | { readonly kind: 'named'; readonly path: string }
  | { readonly kind: 'class'; readonly definition: ClassDefinition };

/** Values of type variables, by name; `Self` is the object that a method was called on. */
export type TypeEnvironment = ReadonlyMap<string, Value | undefined>;

export const SELF = 'Self';
export const EMPTY_ENVIRONMENT: TypeEnvironment = new Map();

export function namedValue(path: string): Value & ClassRef {
  return { kind: 'named', path };
}

export function instanceOf(classRef: ClassRef, args: readonly (Value | undefined)[] = []): Instance {
  return { kind: 'instance', classRef, arguments: args };
}

/** Type arguments nested more deeply are not compared. */
const MAX_TYPE_DEPTH = 8;

/** A union of more values is unknown. */
const MAX_UNION_SIZE = 6;

/** One of several values; unions among them are flattened. */
export function unionOf(
  values: readonly Value[],
  isEqual: (a: Value, b: Value) => boolean,
): Value | undefined {
  const options: Value[] = [];
  for (const option of values.flatMap((value) => (value.kind === 'union' ? value.options : [value]))) {
    if (!options.some((other) => isEqual(other, option))) options.push(option);
  }
  if (options.length > MAX_UNION_SIZE) return undefined;
  return options.length > 1 ? { kind: 'union', options } : options[0];
}

/** Whether a value is an instance, or a union of instances. */
export function isInstanceValue(value: Value | undefined): boolean {
  return value?.kind === 'union' ? value.options.every(isInstanceValue) : value?.kind === 'instance';
}

export function isSame(a: Value | undefined, b: Value | undefined, depth = 0): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || depth > MAX_TYPE_DEPTH) return false;
  if (a.kind === 'instance' && b.kind === 'instance') {
    const length = Math.max(a.arguments.length, b.arguments.length);
    return (
      isSame(a.classRef, b.classRef, depth + 1) &&
      Array.from({ length }).every((_, index) => isSame(a.arguments[index], b.arguments[index], depth + 1))
    );
  }
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    return (
      a.items.length === b.items.length &&
      a.items.every((item, index) => isSame(item, b.items[index], depth + 1))
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
      a.options.every((option) => b.options.some((other) => isSame(option, other, depth + 1)))
    );
  }
  return false;
}
