import type { CallArguments, Evaluator } from './evaluator';
import { argumentsOf, childrenOf, unwrap } from './nodes';
import type { Expression, FunctionDefinition, Parameter } from './scope';
import { CALLABLE } from './specialForms';
import { isMethodCall, receiverEnvironment, signatureOf, type Signature } from './signatures';
import { parameterFor, solveTypeVariables } from './typeVariables';
import type { Value } from './values';

/** Calls that a function is passed to, of which the first ones are considered. */
const MAX_USES = 8;

/**
 * The value of a parameter of a function that is passed on: `@app.middleware("http")` above it, or `run_sync(function)`.
 * The parameter that receives the function is annotated with a `Callable`.
 */
export function valueOfCallbackParameter(
  definition: FunctionDefinition,
  parameter: Parameter,
  evaluator: Evaluator,
): Value | undefined {
  const index = definition.parameters.indexOf(parameter);
  const known: Value[] = [];
  for (const callable of callablesExpectedOf(definition, evaluator)) {
    const value = parameterOfCallable(callable, index);
    if (value !== undefined) known.push(value);
  }
  return known.length === 0 ? undefined : evaluator.join(known);
}

function* callablesExpectedOf(
  definition: FunctionDefinition,
  evaluator: Evaluator,
): Generator<Value | undefined> {
  for (const decorator of definition.decorators) {
    yield decoratedCallable(decorator, evaluator);
  }
  if (definition.lambda !== undefined) yield callableExpectedAt(definition.lambda, evaluator);
  if (definition.name === '' || definition.owner !== undefined) return;
  const uses = definition.statement.module.argumentsNamed(definition.name);
  for (const use of uses.slice(0, MAX_USES)) {
    const value = evaluator.valueOfName(use);
    if (value?.kind === 'function' && value.definition === definition) {
      yield callableExpectedAt(use, evaluator);
    }
  }
}

/** What a decorator takes: the `Callable` that its only argument is annotated with. */
function decoratedCallable(decorator: Expression, evaluator: Evaluator): Value | undefined {
  const value = evaluator.evaluate(decorator);
  if (value?.kind === 'instance') return isCallable(value) ? value.arguments[1] : undefined;
  const signature = value === undefined ? undefined : signatureOf(value, undefined, evaluator);
  const annotation = signature?.definition.parameters[isMethodCall(signature) ? 1 : 0]?.annotation;
  return annotation === undefined || signature === undefined
    ? undefined
    : evaluator.valueOfType(annotation, receiverEnvironment(signature, evaluator));
}

/** The `Callable` that the callee of a call expects at an argument. */
function callableExpectedAt(argument: Expression, evaluator: Evaluator): Value | undefined {
  const list = argument.node.parent;
  const call = list?.parent;
  if (list?.name !== 'ArgList' || call?.name !== 'CallExpression') return undefined;
  const [calleeNode] = childrenOf(call);
  if (calleeNode === undefined) return undefined;
  const callee = evaluator.evaluate({ ...argument, node: calleeNode });
  const callArguments: CallArguments = { list, call: { ...argument, node: call } };
  const signature = callee === undefined ? undefined : signatureOf(callee, callArguments, evaluator);
  if (signature === undefined) return undefined;
  return annotatedCallable(argument, signature, callArguments, evaluator);
}

function annotatedCallable(
  { node }: Expression,
  signature: Signature,
  callArguments: CallArguments,
  evaluator: Evaluator,
): Value | undefined {
  const isMethod = isMethodCall(signature);
  const given = argumentsOf(callArguments.list);
  const argument = given.find(({ value }) => unwrap(value).from === node.from);
  const { definition } = signature;
  const parameters = definition.parameters.slice(isMethod ? 1 : 0);
  const parameter =
    argument === undefined ? undefined : parameterFor(argument, parameters, given, callArguments.call);
  if (parameter?.annotation === undefined) return undefined;
  const solved = solveTypeVariables(definition, isMethod, callArguments, evaluator, parameter);
  return evaluator.valueOfType(
    parameter.annotation,
    new Map([...receiverEnvironment(signature, evaluator), ...solved]),
  );
}

function parameterOfCallable(callable: Value | undefined, index: number): Value | undefined {
  return callable?.kind === 'instance' && isCallable(callable) ? callable.arguments[index + 1] : undefined;
}

function isCallable({ classRef }: Extract<Value, { kind: 'instance' }>): boolean {
  return classRef.kind === 'named' && classRef.path === CALLABLE;
}
