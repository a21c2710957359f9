import type { SyntaxNode } from '@lezer/common';
import { ancestorsOf, typeParametersOf } from './classes';
import type { CallArguments, Evaluator } from './evaluator';
import { argumentsOf, childrenOf, subscriptsOf, unwrap, type Argument } from './nodes';
import type { Expression, FunctionDefinition, Parameter } from './scope';
import { BUILTINS, specialFormOf } from './specialForms';
import { isClass } from './types';
import {
  EMPTY_ENVIRONMENT,
  instanceOf,
  type ClassRef,
  type Instance,
  type TypeEnvironment,
  type Value,
} from './values';

/**
 * Solves a function's type variables for a call, from its arguments and, for parameters without one, from defaults.
 *
 * @param isMethod Whether the first parameter is the receiver.
 * @param unsolved A parameter whose argument is not evaluated.
 */
export function solveTypeVariables(
  definition: FunctionDefinition,
  isMethod: boolean,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
  unsolved?: Parameter,
): TypeEnvironment {
  const parameters = definition.parameters.slice(isMethod ? 1 : 0);
  if (!parameters.some(({ annotation }) => annotation !== undefined)) return EMPTY_ENVIRONMENT;
  const solved = new Map<string, Value | undefined>();
  const given = argumentsOf(callArguments?.list);
  const positional = given.filter(({ name }) => name === undefined);
  const isVariadic = parameters.some((parameter) => parameter.isVariadic);
  // More arguments than parameters: the stub does not describe this form of the call.
  if (positional.length > parameters.filter(isPositional).length && !isVariadic) return EMPTY_ENVIRONMENT;
  for (const parameter of parameters) {
    if (parameter.annotation === undefined || callArguments === undefined || parameter === unsolved) continue;
    const { call } = callArguments;
    const argument = argumentFor(parameter, parameters, given, call);
    if (argument === undefined || argument.isSpread) continue;
    const value = evaluator.evaluate({ ...call, node: argument.value, lookupOffset: argument.value.from });
    if (value !== undefined) unify(parameter.annotation, value, solved, evaluator);
  }
  for (const { annotation, default: defaultValue } of parameters) {
    if (annotation === undefined || defaultValue === undefined) continue;
    const value = evaluator.evaluate(defaultValue);
    if (value !== undefined) unify(annotation, value, solved, evaluator);
  }
  return solved;
}

/** Whether a parameter takes one positional argument. */
export function isPositional({ isKeywordOnly, isVariadic }: Parameter): boolean {
  return !isKeywordOnly && !isVariadic;
}

/** The argument that a call passes for a parameter; of `*args`, the first one. */
export function argumentFor(
  parameter: Parameter,
  parameters: readonly Parameter[],
  given: readonly Argument[],
  { context }: Expression,
): Argument | undefined {
  const positional = given.filter(({ name }) => name === undefined);
  if (parameter.isVariadic) return positional[parameters.indexOf(parameter)];
  const { statement } = context.scope;
  const byName = given.find(({ name }) => name !== undefined && statement.textOf(name) === parameter.name);
  if (byName !== undefined || parameter.isKeywordOnly) return byName;
  return positional[parameters.filter(isPositional).indexOf(parameter)];
}

/** The parameter that receives an argument. */
export function parameterFor(
  argument: Argument,
  parameters: readonly Parameter[],
  given: readonly Argument[],
  { context }: Expression,
): Parameter | undefined {
  if (argument.name !== undefined) {
    const name = context.scope.statement.textOf(argument.name);
    return parameters.find((parameter) => parameter.name === name);
  }
  const index = given.filter(({ name }) => name === undefined).indexOf(argument);
  return parameters.filter(isPositional)[index];
}

/** Unifies an annotation with a value: binds the annotation's type variables, except those that are solved already. */
function unify(
  annotation: Expression,
  value: Value,
  solved: Map<string, Value | undefined>,
  evaluator: Evaluator,
): void {
  const node = unwrap(annotation.node);
  if (node.name === 'VariableName') {
    const variable = evaluator.evaluate({ ...annotation, node });
    if (variable?.kind === 'typeVariable' && !solved.has(variable.name)) solved.set(variable.name, value);
    return;
  }
  const subscripts = node.name === 'MemberExpression' ? subscriptsOf(node) : [];
  const [first] = subscripts;
  const last = subscripts.at(-1);
  const [baseNode] = childrenOf(node);
  if (first === undefined || last === undefined || baseNode === undefined) return;
  const base = evaluator.evaluate({ ...annotation, node: baseNode });
  if (base?.kind !== 'named' && base?.kind !== 'class') return;
  const form = base.kind === 'named' ? specialFormOf(base.path) : undefined;
  const unifySubscript = (subscript: SyntaxNode, inner: Value | undefined): void => {
    if (inner !== undefined) unify({ ...annotation, node: subscript }, inner, solved, evaluator);
  };
  if (form === 'class') unifySubscript(first, instanceOfClass(value, evaluator));
  else if (form === 'callable') unifySubscript(last, evaluator.resultOfCall(value));
  else if (form !== undefined) unifySubscript(first, value);
  else if (isBuiltin(base, 'AbstractContextManager', 'AbstractAsyncContextManager')) {
    unifySubscript(first, evaluator.enteredValueOf(value));
  } else if (isBuiltin(base, 'Iterable', 'AsyncIterable', 'Iterator', 'AsyncIterator')) {
    unifySubscript(first, evaluator.elementOf(value));
  } else if (value.kind === 'instance') {
    const args = typeArgumentsAs(value, base, evaluator);
    subscripts.forEach((subscript, index) => {
      unifySubscript(subscript, args[index]);
    });
  }
}

function isBuiltin(base: ClassRef, ...names: readonly string[]): boolean {
  return base.kind === 'named' && names.some((name) => base.path === `${BUILTINS}.${name}`);
}

/** An instance of a class or of an alias for one. */
export function instanceOfClass(value: Value, evaluator: Evaluator): Value | undefined {
  if (value.kind === 'class') return instanceOf(value);
  if (value.kind === 'classOf') return value.instance;
  if (value.kind === 'typeExpression') return evaluator.valueOfType(value.expression);
  return value.kind === 'named' && isClass(value.path, evaluator) ? instanceOf(value) : undefined;
}

/** The type arguments that one of an instance's base classes has for it. */
function typeArgumentsAs(
  instance: Instance,
  base: ClassRef,
  evaluator: Evaluator,
): readonly (Value | undefined)[] {
  const baseDefinition = evaluator.classDefinitionOf(base);
  const ancestor = ancestorsOf(instance.classRef, instance.arguments, evaluator).find(
    ({ definition }) => definition !== undefined && definition === baseDefinition,
  );
  if (ancestor?.definition === undefined) return [];
  return typeParametersOf(ancestor.definition, evaluator).map((name) => ancestor.environment.get(name));
}
