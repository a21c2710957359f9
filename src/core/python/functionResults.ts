import { hasDecorator } from './decorators';
import type { Evaluator } from './evaluator';
import { childrenOf } from './nodes';
import { isClassMethod } from './parameters';
import type { BindingSource, FunctionDefinition } from './scope';
import { instanceOf, SELF, type ClassRef, type TypeEnvironment, type Value } from './values';

const CONTEXT_MANAGER_DECORATORS = new Set(['contextmanager', 'asynccontextmanager']);
const ITERATOR: ClassRef = { kind: 'named', path: 'builtins.Iterator' };
const CONTEXT_MANAGER: ClassRef = { kind: 'named', path: 'builtins.AbstractContextManager' };

/** What calling a function returns: by its annotation, or else by what it yields or returns. */
export function resultOfFunction(
  definition: FunctionDefinition,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const result = plainResult(definition, evaluator, environment);
  if (!hasDecorator(definition, CONTEXT_MANAGER_DECORATORS)) return result;
  return instanceOf(CONTEXT_MANAGER, [evaluator.elementOf(result) ?? result]);
}

function plainResult(
  definition: FunctionDefinition,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const { returns, returned, yielded } = definition;
  const joined = (sources: readonly BindingSource[]): Value | undefined =>
    evaluator.join(sources.map((source) => evaluator.valueOfSource(source)));
  if (yielded.length === 0 && returned.length > 0 && environment.has(SELF)) {
    if (returned.every((source) => isReceiver(source, definition))) return environment.get(SELF);
  }
  if (returns !== undefined) return evaluator.valueOfType(returns, environment);
  return yielded.length > 0 ? instanceOf(ITERATOR, [joined(yielded)]) : joined(returned);
}

/** Whether a method returns what it is called on, `self`, or a new instance of it, `cls(…)`: then also for subclasses. */
function isReceiver(source: BindingSource, method: FunctionDefinition): boolean {
  if (source.kind !== 'value' || method.owner === undefined) return false;
  const { node, context } = source.expression;
  const isCall = node.name === 'CallExpression';
  if (isCall !== isClassMethod(method)) return false;
  const [name = node] = isCall ? childrenOf(node) : [node];
  return name.name === 'VariableName' && context.scope.statement.textOf(name) === method.parameters[0]?.name;
}
