import { ancestorsOf, bindingsOf, typeParametersOf } from './classes';
import type { CallArguments, Evaluator } from './evaluator';
import { argumentsOf } from './nodes';
import type { FunctionDefinition } from './scope';
import { BUILTINS, specialFormOf } from './specialForms';
import { solveTypeVariables } from './typeVariables';
import { isClass } from './types';
import {
  EMPTY_ENVIRONMENT,
  instanceOf,
  SELF,
  type ClassRef,
  type Instance,
  type TypeEnvironment,
  type Value,
} from './values';

/** The result of `value(…)`. */
export function resultOfCall(
  value: Value,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Value | undefined {
  switch (value.kind) {
    case 'named':
      return callNamed(value, callArguments, evaluator);
    case 'class':
      return construct(value, callArguments, evaluator);
    case 'function':
      return callFunction(value.definition, value.receiver, callArguments, evaluator);
    case 'instance': {
      const { classRef } = value;
      if (classRef.kind === 'named' && classRef.path === `${BUILTINS}.Callable`) return value.arguments[0];
      const method = evaluator.memberOf(value, '__call__').value;
      return method === undefined || method.kind === 'instance'
        ? undefined
        : evaluator.resultOfCall(method, callArguments);
    }
    case 'typeExpression':
      return evaluator.valueOfType(value.expression);
    case 'classOf':
      return value.instance;
    case 'union':
      return evaluator.join(value.options.map((option) => evaluator.resultOfCall(option, callArguments)));
    default:
      return undefined;
  }
}

function callNamed(
  { path, receiver }: Extract<Value, { kind: 'named' }>,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Value | undefined {
  if (path === `${BUILTINS}.TypeVar`) return newTypeVariable(callArguments);
  if (path === `${BUILTINS}.super`) return superOf(callArguments);
  if (receiver !== undefined) {
    const method = methodOf(receiver, path.slice(path.lastIndexOf('.') + 1), evaluator);
    return method === undefined ? undefined : callFunction(method, receiver, callArguments, evaluator);
  }
  if (specialFormOf(path) !== undefined) return undefined;
  if (isClass(path, evaluator)) return construct({ kind: 'named', path }, callArguments, evaluator);
  const definition = stubFunction(path, evaluator);
  return definition === undefined ? undefined : callFunction(definition, undefined, callArguments, evaluator);
}

function stubFunction(path: string, evaluator: Evaluator): FunctionDefinition | undefined {
  const name = evaluator.known.symbols.resolve(path)?.name ?? path;
  const dot = name.lastIndexOf('.');
  const binding = evaluator.modules.findStub(name.slice(0, dot))?.bindings.get(name.slice(dot + 1))?.[0];
  return binding?.source.kind === 'function' ? binding.source.definition : undefined;
}

function methodOf(receiver: Value, name: string, evaluator: Evaluator): FunctionDefinition | undefined {
  const classRef = receiver.kind === 'instance' ? receiver.classRef : receiver;
  if (classRef.kind !== 'named' && classRef.kind !== 'class') return undefined;
  for (const { definition } of ancestorsOf(classRef, [], evaluator)) {
    const source = definition === undefined ? undefined : bindingsOf(definition, name)?.[0]?.source;
    if (source !== undefined) return source.kind === 'function' ? source.definition : undefined;
  }
  return undefined;
}

/** A new instance of a class, with the type arguments that follow from the arguments of `__init__`. */
function construct(
  classRef: ClassRef,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Instance {
  const definition = evaluator.classDefinitionOf(classRef);
  const names = definition === undefined ? [] : typeParametersOf(definition, evaluator);
  if (definition === undefined || names.length === 0) return instanceOf(classRef);
  const initialiser = methodOf(classRef, '__init__', evaluator);
  const solved = solveTypeVariables(initialiser, true, callArguments, evaluator);
  return instanceOf(
    classRef,
    names.map((name) => solved.get(name)),
  );
}

function callFunction(
  definition: FunctionDefinition,
  receiver: Value | undefined,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Value | undefined {
  const isMethod = definition.owner !== undefined && receiver !== undefined;
  const solved = solveTypeVariables(definition, isMethod, callArguments, evaluator);
  return evaluator.resultOfFunction(
    definition,
    new Map([...receiverEnvironment(definition, receiver, evaluator), ...solved]),
  );
}

/** The type variables of a method's class, with their values in the object that it is called on. */
function receiverEnvironment(
  { owner }: FunctionDefinition,
  receiver: Value | undefined,
  evaluator: Evaluator,
): TypeEnvironment {
  if (owner === undefined || receiver === undefined) return EMPTY_ENVIRONMENT;
  const instance = receiver.kind === 'class' || receiver.kind === 'named' ? instanceOf(receiver) : receiver;
  if (instance.kind !== 'instance') return EMPTY_ENVIRONMENT;
  const ancestor = ancestorsOf(instance.classRef, instance.arguments, evaluator).find(
    ({ definition }) => definition === owner,
  );
  return new Map([...(ancestor?.environment ?? EMPTY_ENVIRONMENT), [SELF, instance] as const]);
}

/** `TypeVar("T", bound=X)` */
function newTypeVariable(callArguments: CallArguments | undefined): Value | undefined {
  if (callArguments === undefined) return undefined;
  const { list, call } = callArguments;
  const { statement } = call.context.scope;
  const parsed = argumentsOf(list);
  const [name] = parsed;
  if (name?.value.name !== 'String') return undefined;
  const bound = parsed.find(
    (argument) => argument.name !== undefined && statement.textOf(argument.name) === 'bound',
  );
  return {
    kind: 'typeVariable',
    name: statement.textOf(name.value).slice(1, -1),
    ...(bound === undefined ? {} : { bound: { ...call, node: bound.value, lookupOffset: bound.value.from } }),
  };
}

/** `super()` in a method. */
function superOf(callArguments: CallArguments | undefined): Value | undefined {
  for (let scope = callArguments?.call.context.scope; scope !== undefined; scope = scope.parent) {
    const { owner } = scope;
    if (scope.kind === 'function' && owner !== undefined && 'owner' in owner) {
      return { kind: 'super', definition: owner.owner };
    }
  }
  return undefined;
}
