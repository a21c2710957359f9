import { ancestorsOf, typeParametersOf } from './classes';
import type { Evaluator } from './evaluator';
import { BUILTINS } from './specialForms';
import type { Value } from './values';

const ITERABLES = new Set([`${BUILTINS}.Iterable`, `${BUILTINS}.AsyncIterable`]);

/** `x` in `for x in value` */
export function elementOf(value: Value | undefined, evaluator: Evaluator): Value | undefined {
  if (value?.kind === 'tuple') return evaluator.join(value.items);
  if (value?.kind === 'union') {
    return evaluator.join(value.options.map((option) => evaluator.elementOf(option)));
  }
  if (value?.kind !== 'instance') return undefined;
  if (isTuple(value)) return evaluator.join(value.arguments);
  const ancestors = ancestorsOf(value.classRef, value.arguments, evaluator);
  for (const { classRef, definition, environment } of ancestors) {
    if (classRef.kind === 'named' && ITERABLES.has(classRef.path) && definition !== undefined) {
      return environment.get(typeParametersOf(definition, evaluator)[0] ?? '');
    }
  }
  for (const name of ['__iter__', '__aiter__']) {
    const method = evaluator.memberOf(value, name).value;
    if (method !== undefined) return elementOf(evaluator.resultOfCall(method), evaluator);
  }
  return undefined;
}

/** The item at an index of a tuple; of any other iterable, its element. */
export function itemOf(value: Value | undefined, index: number, evaluator: Evaluator): Value | undefined {
  if (value?.kind === 'tuple') return value.items[index];
  if (value?.kind === 'instance' && isTuple(value)) {
    return value.arguments.length === 1 ? value.arguments[0] : value.arguments[index];
  }
  return elementOf(value, evaluator);
}

/** `x` in `with value as x`: what `__enter__` or `__aenter__` returns, or the manager itself if it has neither. */
export function enteredValueOf(value: Value | undefined, evaluator: Evaluator): Value | undefined {
  if (value?.kind === 'union') {
    return evaluator.join(value.options.map((option) => evaluator.enteredValueOf(option)));
  }
  if (value?.kind !== 'instance') return undefined;
  for (const name of ['__enter__', '__aenter__']) {
    const method = evaluator.memberOf(value, name).value;
    if (method !== undefined) return evaluator.resultOfCall(method);
  }
  return value;
}

/** Whether a value is a tuple, by its items or by its type. */
export function isTuple(value: Value): boolean {
  if (value.kind === 'tuple') return true;
  if (value.kind !== 'instance') return false;
  const { classRef } = value;
  return classRef.kind === 'named' && classRef.path === `${BUILTINS}.tuple`;
}
