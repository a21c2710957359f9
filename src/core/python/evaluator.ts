import type { SyntaxNode } from '@lezer/common';
import type { KnownNames } from './knownNames';
import type { ClassDefinition, Expression, FunctionDefinition, BindingSource, ModuleScope } from './scope';
import type { ClassRef, TypeEnvironment, Value } from './values';

/**
 * Finds modules other than the one being read. A module that has not been loaded yet is `undefined` for now and is
 * loaded before the next round.
 */
export interface ModuleFinder {
  /** A module of the user's own, by the name that `from` imports it by; relative names begin with dots. */
  findModule(name: string, from: ModuleScope): ModuleScope | undefined;
  /** The stub of a library's module, by the module's qualified name. */
  findStub(name: string): ModuleScope | undefined;
}

/** A class among the ancestors of another one (or that class itself), with its type variables' values there. */
export interface Ancestor {
  readonly classRef: ClassRef;
  readonly definition: ClassDefinition | undefined;
  readonly environment: TypeEnvironment;
}

/** The arguments of a call. */
export interface CallArguments {
  readonly list: SyntaxNode | undefined;
  /** The call, or an expression around it: names in the arguments are looked up from there. */
  readonly call: Expression;
}

/** A member of a class, inherited ones included. */
export interface Member {
  /** The qualified name, if a library's class has the member. */
  readonly symbol?: string;
  readonly value?: Value;
}

/** What the modules of the evaluation need of each other: `undefined` always means that a value is unknown. */
export interface Evaluator {
  readonly known: KnownNames;
  readonly modules: ModuleFinder;
  /** Ancestors of classes without type arguments, by definition or qualified name. */
  readonly ancestorCache: Map<ClassDefinition | string, readonly Ancestor[]>;
  evaluate(expression: Expression, environment?: TypeEnvironment): Value | undefined;
  /** The value of an expression that is a single name. */
  valueOfName(expression: Expression): Value | undefined;
  /** The value that a name holds if it is annotated with a type expression. */
  valueOfType(expression: Expression, environment?: TypeEnvironment): Value | undefined;
  /** The value of a name that is bound to a source. */
  valueOfSource(source: BindingSource, environment?: TypeEnvironment): Value | undefined;
  /** `value.name` */
  memberOf(value: Value, name: string): Member;
  /** `value(…)`; called with no arguments if they are left out. */
  resultOfCall(value: Value, callArguments?: CallArguments): Value | undefined;
  /** What calling a function returns; generators and context managers are wrapped as such. */
  resultOfFunction(definition: FunctionDefinition, environment: TypeEnvironment): Value | undefined;
  /** `x` in `for x in value` */
  elementOf(value: Value | undefined): Value | undefined;
  /** `x` in `with value as x` */
  enteredValueOf(value: Value | undefined): Value | undefined;
  /** The union of several values; unknown if any of them is. */
  join(values: readonly (Value | undefined)[]): Value | undefined;
  /** The definition of a class in the user's code or in a stub. */
  classDefinitionOf(classRef: ClassRef): ClassDefinition | undefined;
  /** A name of a module's top level, as importing modules see it. */
  exportedValue(module: ModuleScope, name: string): Value | undefined;
}
