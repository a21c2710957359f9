import type { SyntaxNode } from '@lezer/common';
import { ancestorsOf, bindingsOf, typeParametersOf } from './classes';
import type { Evaluator, CallArguments } from './evaluator';
import { BUILTINS, specialFormOf } from './specialForms';
import { argumentsOf, subscriptsOf, childrenOf, unwrap, type Argument } from './nodes';
import type { Expression, FunctionDefinition, Parameter } from './scope';
import { isClass } from './types';
import {
  EMPTY_ENVIRONMENT,
  instanceOf,
  SELF,
  type ClassRef,
  type TypeEnvironment,
  type Instance,
  type Value,
} from './values';

/** `value(…)` */
export function resultOfCall(
  value: Value,
  given: CallArguments | undefined,
  evaluator: Evaluator,
): Value | undefined {
  switch (value.kind) {
    case 'named':
      return callNamed(value, given, evaluator);
    case 'class':
      return construct(value, given, evaluator);
    case 'function':
      return callFunction(value.definition, value.receiver, given, evaluator);
    case 'instance': {
      if (value.classRef.kind === 'named' && value.classRef.path === `${BUILTINS}.Callable`)
        return value.arguments[0];
      const member = evaluator.memberOf(value, '__call__').value;
      return member === undefined || member.kind === 'instance'
        ? undefined
        : evaluator.resultOfCall(member, given);
    }
    case 'type':
      return evaluator.valueOfType(value.expression);
    case 'classOf':
      return value.instance;
    case 'union':
      return evaluator.join(value.options.map((option) => evaluator.resultOfCall(option, given)));
    default:
      return undefined;
  }
}

function callNamed(
  { path, receiver }: Extract<Value, { kind: 'named' }>,
  given: CallArguments | undefined,
  evaluator: Evaluator,
): Value | undefined {
  if (path === `${BUILTINS}.TypeVar`) return typeVariable(given);
  if (path === `${BUILTINS}.super`) return bases(given);
  if (receiver !== undefined) {
    const method = methodOf(receiver, path.slice(path.lastIndexOf('.') + 1), evaluator);
    return method === undefined ? undefined : callFunction(method, receiver, given, evaluator);
  }
  if (specialFormOf(path) !== undefined) return undefined;
  if (isClass(path, evaluator)) return construct({ kind: 'named', path }, given, evaluator);
  const definition = functionOf(path, evaluator);
  return definition === undefined ? undefined : callFunction(definition, undefined, given, evaluator);
}

/** What the stubs say of a library's function. */
function functionOf(path: string, evaluator: Evaluator): FunctionDefinition | undefined {
  const name = evaluator.known.symbols.resolve(path)?.name ?? path;
  const dot = name.lastIndexOf('.');
  const binding = evaluator.modules.findStub(name.slice(0, dot))?.bindings.get(name.slice(dot + 1))?.[0];
  return binding?.source.kind === 'function' ? binding.source.definition : undefined;
}

function methodOf(receiver: Value, name: string, evaluator: Evaluator): FunctionDefinition | undefined {
  const of = receiver.kind === 'instance' ? receiver.classRef : receiver;
  if (of.kind !== 'named' && of.kind !== 'class') return undefined;
  for (const { definition } of ancestorsOf(of, [], evaluator)) {
    const source = definition === undefined ? undefined : bindingsOf(definition, name)?.[0]?.source;
    if (source !== undefined) return source.kind === 'function' ? source.definition : undefined;
  }
  return undefined;
}

/** An instance of a class; its type arguments are those that `__init__` takes them from. */
function construct(of: ClassRef, given: CallArguments | undefined, evaluator: Evaluator): Instance {
  const definition = evaluator.classDefinitionOf(of);
  const names = definition === undefined ? [] : typeParametersOf(definition, evaluator);
  if (definition === undefined || names.length === 0) return instanceOf(of);
  const solved = solve(initialiserOf(of, evaluator), true, given, evaluator);
  return instanceOf(
    of,
    names.map((name) => solved.get(name)),
  );
}

function initialiserOf(of: ClassRef, evaluator: Evaluator): FunctionDefinition | undefined {
  return methodOf(of, '__init__', evaluator);
}

function callFunction(
  definition: FunctionDefinition,
  receiver: Value | undefined,
  given: CallArguments | undefined,
  evaluator: Evaluator,
): Value | undefined {
  const isMethod = definition.owner !== undefined && receiver !== undefined;
  const solved = solve(definition, isMethod, given, evaluator);
  return evaluator.resultOfFunction(
    definition,
    new Map([...environmentFor(definition, receiver, evaluator), ...solved]),
  );
}

/** What the type variables of a method's class stand for in what it is called on. */
function environmentFor(
  { owner }: FunctionDefinition,
  receiver: Value | undefined,
  evaluator: Evaluator,
): TypeEnvironment {
  if (owner === undefined || receiver === undefined) return EMPTY_ENVIRONMENT;
  const instance = receiver.kind === 'class' || receiver.kind === 'named' ? instanceOf(receiver) : receiver;
  if (instance.kind !== 'instance') return EMPTY_ENVIRONMENT;
  const at = ancestorsOf(instance.classRef, instance.arguments, evaluator).find(
    ({ definition }) => definition === owner,
  );
  return new Map([...(at?.environment ?? EMPTY_ENVIRONMENT), [SELF, instance] as const]);
}

/** What a function's type variables stand for in a call, as far as its arguments and defaults tell. */
function solve(
  definition: FunctionDefinition | undefined,
  isMethod: boolean,
  given: CallArguments | undefined,
  evaluator: Evaluator,
): TypeEnvironment {
  const parameters = (definition?.parameters ?? []).slice(isMethod ? 1 : 0);
  if (!parameters.some(({ annotation }) => annotation !== undefined)) return EMPTY_ENVIRONMENT;
  const solved = new Map<string, Value | undefined>();
  const list = argumentsOf(given?.list);
  const positional = list.filter(({ name }) => name === undefined);
  const places = parameters.filter(({ isKeywordOnly, isVariadic: isRest }) => !isKeywordOnly && !isRest);
  const takesMore = parameters.some(({ isVariadic: isRest }) => isRest);
  // More than it takes: it is called in a way the stub does not speak of.
  if (positional.length > places.length && !takesMore) return EMPTY_ENVIRONMENT;
  for (const parameter of parameters) {
    if (parameter.annotation === undefined) continue;
    const argument = given === undefined ? undefined : argumentFor(parameter, parameters, list, given.call);
    if (given === undefined || argument === undefined || argument.isSpread) continue;
    const expression = { ...given.call, node: argument.value, lookupOffset: argument.value.from };
    unify(parameter.annotation, expression, solved, evaluator);
  }
  for (const { annotation, default: fallback } of parameters) {
    if (annotation !== undefined && fallback !== undefined) unify(annotation, fallback, solved, evaluator);
  }
  return solved;
}

function argumentFor(
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
  const places = parameters.filter(({ isKeywordOnly, isVariadic: isRest }) => !isKeywordOnly && !isRest);
  return positional[places.indexOf(parameter)];
}

/** Matches a parameter's annotation with what is given for it; what is solved already stays. */
function unify(
  annotation: Expression,
  argument: Expression,
  solved: Map<string, Value | undefined>,
  evaluator: Evaluator,
): void {
  const value = evaluator.evaluate(argument);
  if (value !== undefined) match(annotation, value, solved, evaluator);
}

function match(
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
  const [plain] = childrenOf(node);
  if (first === undefined || last === undefined || plain === undefined) return;
  const base = evaluator.evaluate({ ...annotation, node: plain });
  if (base?.kind !== 'named' && base?.kind !== 'class') return;
  const form = base.kind === 'named' ? specialFormOf(base.path) : undefined;
  const inner = (part: SyntaxNode, found: Value | undefined): void => {
    if (found !== undefined) match({ ...annotation, node: part }, found, solved, evaluator);
  };
  if (form === 'class') inner(first, instanceFrom(value, evaluator));
  else if (form === 'callable') inner(last, evaluator.resultOfCall(value));
  else if (form !== undefined) inner(first, value);
  else if (isNamed(base, 'AbstractContextManager', 'AbstractAsyncContextManager')) {
    inner(first, evaluator.enteredValueOf(value));
  } else if (isNamed(base, 'Iterable', 'AsyncIterable', 'Iterator', 'AsyncIterator')) {
    inner(first, evaluator.elementOf(value));
  } else if (value.kind === 'instance') {
    const args = argumentsAs(value, base, evaluator);
    subscripts.forEach((part, at) => {
      inner(part, args[at]);
    });
  }
}

function isNamed(base: ClassRef, ...names: readonly string[]): boolean {
  return base.kind === 'named' && names.some((name) => base.path === `${BUILTINS}.${name}`);
}

/** What an instance of a class is; of an alias too. */
function instanceFrom(value: Value, evaluator: Evaluator): Value | undefined {
  if (value.kind === 'class') return instanceOf(value);
  if (value.kind === 'classOf') return value.instance;
  if (value.kind === 'type') return evaluator.valueOfType(value.expression);
  return value.kind === 'named' && isClass(value.path, evaluator) ? instanceOf(value) : undefined;
}

/** The type arguments of an instance as one of its bases has them. */
function argumentsAs(
  instance: Instance,
  base: ClassRef,
  evaluator: Evaluator,
): readonly (Value | undefined)[] {
  const wanted = evaluator.classDefinitionOf(base);
  const found = ancestorsOf(instance.classRef, instance.arguments, evaluator).find(
    ({ definition }) => definition !== undefined && definition === wanted,
  );
  if (found?.definition === undefined) return [];
  return typeParametersOf(found.definition, evaluator).map((name) => found.environment.get(name));
}

function typeVariable(call: CallArguments | undefined): Value | undefined {
  if (call === undefined) return undefined;
  const { list, call: expression } = call;
  const { statement } = expression.context.scope;
  const given = argumentsOf(list);
  const [name] = given;
  if (name?.value.name !== 'String') return undefined;
  const bound = given.find(
    (argument) => argument.name !== undefined && statement.textOf(argument.name) === 'bound',
  );
  return {
    kind: 'typeVariable',
    name: statement.textOf(name.value).slice(1, -1),
    ...(bound === undefined
      ? {}
      : { bound: { ...expression, node: bound.value, lookupOffset: bound.value.from } }),
  };
}

/** `super()` in a method. */
function bases(given: CallArguments | undefined): Value | undefined {
  for (let scope = given?.call.context.scope; scope !== undefined; scope = scope.parent) {
    const { owner } = scope;
    if (scope.kind === 'function' && owner !== undefined && 'owner' in owner) {
      return { kind: 'bases', of: owner.owner };
    }
  }
  return undefined;
}
