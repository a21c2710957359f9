import { ancestorsOf, typeParametersOf } from './classes';
import type { Evaluator } from './evaluator';
import { BUILTINS } from './specialForms';
import type { Value } from './values';

const ITERABLES = new Set([`${BUILTINS}.Iterable`, `${BUILTINS}.AsyncIterable`]);

/** What `for x in value` gives. */
export function elementOf(value: Value | undefined, evaluator: Evaluator): Value | undefined {
  if (value?.kind === 'tuple') return evaluator.join(value.items);
  if (value?.kind === 'union') {
    return evaluator.join(value.options.map((option) => evaluator.elementOf(option)));
  }
  if (value?.kind !== 'instance') return undefined;
  if (isTuple(value)) return evaluator.join(value.arguments);
  for (const { classRef: of, definition, environment } of ancestorsOf(
    value.classRef,
    value.arguments,
    evaluator,
  )) {
    if (of.kind === 'named' && ITERABLES.has(of.path) && definition !== undefined) {
      return environment.get(typeParametersOf(definition, evaluator)[0] ?? '');
    }
  }
  for (const name of ['__iter__', '__aiter__']) {
    const method = evaluator.memberOf(value, name).value;
    if (method !== undefined) return elementOf(evaluator.resultOfCall(method), evaluator);
  }
  return undefined;
}

/** The item of a tuple, or of anything that can be unpacked. */
export function itemOf(value: Value | undefined, index: number, evaluator: Evaluator): Value | undefined {
  if (value?.kind === 'tuple') return value.items[index];
  if (value?.kind === 'instance' && isTuple(value)) {
    return value.arguments.length === 1 ? value.arguments[0] : value.arguments[index];
  }
  return elementOf(value, evaluator);
}

/** What `with value as x` gives: what `__enter__` says, or the manager itself. */
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

function isTuple({ classRef: of }: Extract<Value, { kind: 'instance' }>): boolean {
  return of.kind === 'named' && of.path === `${BUILTINS}.tuple`;
}
