import type { SyntaxNode } from '@lezer/common';
import type { SymbolTable } from '../symbolTable/symbolTable';
import type { ClassDefinition, Expression, FunctionDefinition, BindingSource, ModuleScope } from './scope';
import type { ClassRef, TypeEnvironment, Value } from './values';

/** What is known of names: the table, and what archives declare. */
export interface KnownNames {
  readonly symbols: SymbolTable;
  /** Qualified names that resolve whether the table has them or not. */
  readonly declared: ReadonlySet<string>;
  /** Whether an archive speaks of a string that is given by keyword: `lazy="selectin"`. */
  readonly isKnownArgument?: (keyword: string, value: string) => boolean;
}

/** The symbol a qualified name leads to. */
export function resolveSymbol(known: KnownNames, path: string): string | undefined {
  const found = RESOLVED.get(known) ?? new Map<string, string>();
  RESOLVED.set(known, found);
  const before = found.get(path);
  if (before !== undefined) return before === UNRESOLVED ? undefined : before;
  const symbol = known.symbols.resolve(path)?.name ?? (known.declared.has(path) ? path : undefined);
  if (found.size < MAX_CACHED_PATHS) found.set(path, symbol ?? UNRESOLVED);
  return symbol;
}

/** The same few paths are asked for again and again. */
const RESOLVED = new WeakMap<KnownNames, Map<string, string>>();
const MAX_CACHED_PATHS = 20_000;
const UNRESOLVED = '';

/** Modules other than the one that is read. What is not there yet is `undefined`, and looked for until the next time. */
export interface ModuleFinder {
  /** A module of the user's own, as another one names it; relative names begin with dots. */
  findModule(name: string, from: ModuleScope): ModuleScope | undefined;
  /** What is known of the types of a library's module, by its qualified name. */
  findStub(name: string): ModuleScope | undefined;
}

/** A class in another one's line of descent, with what its type variables stand for there. */
export interface Ancestor {
  readonly classRef: ClassRef;
  readonly definition: ClassDefinition | undefined;
  readonly environment: TypeEnvironment;
}

/** The arguments of a call. */
export interface CallArguments {
  readonly list: SyntaxNode | undefined;
  /** The call, or what it is in: the place from which names in the arguments are looked up. */
  readonly call: Expression;
}

/** A member of a class, its bases included. */
export interface Member {
  /** The qualified name, where a library's class has it. */
  readonly symbol?: string;
  readonly value?: Value;
}

/** What the parts of the evaluation need of each other. */
export interface Evaluator {
  readonly known: KnownNames;
  readonly modules: ModuleFinder;
  /** Lines of descent of classes without type arguments, as far as they were asked for. */
  readonly ancestorCache: Map<ClassDefinition | string, readonly Ancestor[]>;
  /** What an expression stands for. */
  evaluate(expression: Expression, environment?: TypeEnvironment): Value | undefined;
  /** What the name that the code is stands for. */
  valueOfName(expression: Expression): Value | undefined;
  /** What a name holds that is annotated with a type. */
  valueOfType(expression: Expression, environment?: TypeEnvironment): Value | undefined;
  /** What a bound name stands for where it comes from that source. */
  valueOfSource(source: BindingSource, environment?: TypeEnvironment): Value | undefined;
  /** `value.name` */
  memberOf(value: Value, name: string): Member;
  /** `value(…)`; without arguments where none are given. */
  resultOfCall(value: Value, given?: CallArguments): Value | undefined;
  /** What a function gives, as generator or context manager where it is one. */
  resultOfFunction(definition: FunctionDefinition, environment: TypeEnvironment): Value | undefined;
  /** What `for x in value` gives. */
  elementOf(value: Value | undefined): Value | undefined;
  /** What `with value as x` gives. */
  enteredValueOf(value: Value | undefined): Value | undefined;
  /** The one value of several; `undefined` where they differ. */
  join(values: readonly (Value | undefined)[]): Value | undefined;
  /** What is known of a class. */
  classDefinitionOf(of: ClassRef): ClassDefinition | undefined;
  /** A name of a module's top level, as others import it. */
  exportedValue(module: ModuleScope, name: string): Value | undefined;
}
