import { typeParametersOf } from './classes';
import type { CallArguments, Evaluator } from './evaluator';
import { CALLABLE, specialFormOf } from './specialForms';
import { isMethodCall, receiverEnvironment, signatureOf, type Signature } from './signatures';
import { specialCallOf } from './specialCalls';
import { solveTypeVariables } from './typeVariables';
import { isClass } from './types';
import { EMPTY_ENVIRONMENT, instanceOf, type ClassRef, type NamedValue, type Value } from './values';

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
      return callFunction(signatureOf(value, callArguments, evaluator), callArguments, evaluator);
    case 'instance': {
      const { classRef } = value;
      if (classRef.kind === 'named' && classRef.path === CALLABLE) return value.arguments[0];
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
  value: NamedValue,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Value | undefined {
  const { path, receiver } = value;
  const special = specialCallOf(path);
  if (special !== undefined) {
    return callArguments === undefined ? undefined : special(callArguments, evaluator);
  }
  if (receiver === undefined) {
    if (specialFormOf(path) !== undefined) return undefined;
    if (isClass(path, evaluator)) return construct({ kind: 'named', path }, callArguments, evaluator);
  }
  return callFunction(signatureOf(value, callArguments, evaluator), callArguments, evaluator);
}

/** A new instance of a class, with the type arguments that follow from the arguments of `__init__`. */
function construct(
  classRef: Value & ClassRef,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Value {
  const definition = evaluator.classDefinitionOf(classRef);
  const names = definition === undefined ? [] : typeParametersOf(definition, evaluator);
  if (names.length === 0) return instanceOf(classRef);
  const initialiser = signatureOf(classRef, callArguments, evaluator)?.definition;
  const solved =
    initialiser === undefined
      ? EMPTY_ENVIRONMENT
      : solveTypeVariables(initialiser, true, callArguments, evaluator);
  return instanceOf(
    classRef,
    names.map((name) => solved.get(name)),
  );
}

function callFunction(
  signature: Signature | undefined,
  callArguments: CallArguments | undefined,
  evaluator: Evaluator,
): Value | undefined {
  if (signature === undefined) return undefined;
  const { definition } = signature;
  const solved = solveTypeVariables(definition, isMethodCall(signature), callArguments, evaluator);
  return evaluator.resultOfFunction(
    definition,
    new Map([...receiverEnvironment(signature, evaluator), ...solved]),
  );
}
