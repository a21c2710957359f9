import type { CallArguments, Evaluator } from './evaluator';
import { argumentsOf, type Argument } from './nodes';
import type { Expression } from './scope';
import { BUILTINS } from './specialForms';
import { instanceOf, type ClassRef, type Value } from './values';

type SpecialCall = (callArguments: CallArguments, evaluator: Evaluator) => Value | undefined;

const ITERATOR: ClassRef = { kind: 'named', path: `${BUILTINS}.Iterator` };

/** Functions whose result no signature expresses. */
const SPECIAL_CALLS: Readonly<Record<string, SpecialCall>> = {
  [`${BUILTINS}.TypeVar`]: newTypeVariable,
  [`${BUILTINS}.super`]: superOf,
  [`${BUILTINS}.NewType`]: newType,
  [`${BUILTINS}.cast`]: cast,
  [`${BUILTINS}.zip`]: zip,
  'asyncio.gather': gather,
};

/** How a call of a function is evaluated whose result no signature expresses. */
export function specialCallOf(path: string): SpecialCall | undefined {
  return Object.hasOwn(SPECIAL_CALLS, path) ? SPECIAL_CALLS[path] : undefined;
}

function expressionOf({ value }: Argument, { call }: CallArguments): Expression {
  return { ...call, node: value, lookupOffset: value.from };
}

/** `TypeVar("T", bound=X)` */
function newTypeVariable(callArguments: CallArguments): Value | undefined {
  const { statement } = callArguments.call.context.scope;
  const parsed = argumentsOf(callArguments.list);
  const [name] = parsed;
  if (name?.value.name !== 'String') return undefined;
  const bound = parsed.find(
    (argument) => argument.name !== undefined && statement.textOf(argument.name) === 'bound',
  );
  return {
    kind: 'typeVariable',
    name: statement.textOf(name.value).slice(1, -1),
    ...(bound === undefined ? {} : { bound: expressionOf(bound, callArguments) }),
  };
}

/** `super()` in a method. */
function superOf({ call }: CallArguments): Value | undefined {
  for (let { scope } = call.context; ;) {
    const { owner, parent } = scope;
    if (scope.kind === 'function' && owner !== undefined && 'owner' in owner) {
      return { kind: 'super', definition: owner.owner };
    }
    if (parent === undefined) return undefined;
    scope = parent;
  }
}

/** `NewType("UserSession", Session)`: for a reader another name of the type. */
function newType(callArguments: CallArguments): Value | undefined {
  const type = argumentsOf(callArguments.list)[1];
  return type === undefined
    ? undefined
    : { kind: 'typeExpression', expression: annotation(expressionOf(type, callArguments)) };
}

/** `cast(X, value)` or `cast("X", value)` */
function cast(callArguments: CallArguments, evaluator: Evaluator): Value | undefined {
  const [type] = argumentsOf(callArguments.list);
  return type === undefined
    ? undefined
    : evaluator.valueOfType(annotation(expressionOf(type, callArguments)));
}

function annotation(expression: Expression): Expression {
  return { ...expression, context: { ...expression.context, isAnnotation: true } };
}

/** `zip(a, b, …)` */
function zip(callArguments: CallArguments, evaluator: Evaluator): Value | undefined {
  const items = positionalValues(callArguments, evaluator)?.map((value) => evaluator.elementOf(value));
  return items === undefined ? undefined : instanceOf(ITERATOR, [{ kind: 'tuple', items }]);
}

/** `gather(a(), b(), …)` */
function gather(callArguments: CallArguments, evaluator: Evaluator): Value | undefined {
  const items = positionalValues(callArguments, evaluator);
  if (items !== undefined) return { kind: 'tuple', items };
  const [spread, ...others] = argumentsOf(callArguments.list).filter(({ name }) => name === undefined);
  if (spread === undefined || others.length > 0) return undefined;
  const element = evaluator.elementOf(evaluator.evaluate(expressionOf(spread, callArguments)));
  return instanceOf({ kind: 'named', path: `${BUILTINS}.list` }, [element]);
}

/** The values of the positional arguments, unless one of them is `*values`. */
function positionalValues(
  callArguments: CallArguments,
  evaluator: Evaluator,
): readonly (Value | undefined)[] | undefined {
  const positional = argumentsOf(callArguments.list).filter(({ name }) => name === undefined);
  if (positional.some(({ isSpread }) => isSpread)) return undefined;
  return positional.map((argument) => evaluator.evaluate(expressionOf(argument, callArguments)));
}
