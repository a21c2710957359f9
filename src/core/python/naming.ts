import type { Evaluator } from './evaluator';
import { resolveSymbol, type KnownNames } from './knownNames';
import { hasDecorator, PROPERTY_DECORATORS } from './decorators';
import type { BindingSource } from './scope';
import { methodsOf, stubFunctions } from './signatures';
import { isClass } from './types';
import type { NamedValue, Value } from './values';

/** The symbol that a name or an expression with this value is. */
export function symbolOf(value: Value | undefined, known: KnownNames): string | undefined {
  return value?.kind === 'named' && value.isHeld !== true ? resolveSymbol(known, value.path) : undefined;
}

/** Sources that give a name to what they bind, rather than a value to a name. */
const NAMING_SOURCES = new Set<BindingSource['kind']>(['import', 'function', 'class']);

/**
 * The value of a name that is bound to a source. A variable may be an alias of a class, function or method; it is never
 * called the property or constant whose value it holds.
 */
export function boundValue(
  source: BindingSource,
  value: Value | undefined,
  evaluator: Evaluator,
): Value | undefined {
  if (value?.kind !== 'named' || value.isHeld === true || NAMING_SOURCES.has(source.kind)) return value;
  return isAliasable(value, evaluator) ? value : { ...value, isHeld: true };
}

/** Whether a qualified name is known to be that of a module, class, function or method. */
function isAliasable({ path, receiver }: NamedValue, evaluator: Evaluator): boolean {
  const symbol = evaluator.known.symbols.resolve(path);
  if (symbol !== undefined && symbol.kind !== 'member') return symbol.kind !== 'data';
  const name = symbol?.name ?? path;
  const dot = name.lastIndexOf('.');
  const owner: Value = receiver ?? { kind: 'named', path: name.slice(0, Math.max(0, dot)) };
  const [method] = methodsOf(owner, name.slice(dot + 1), evaluator);
  if (method !== undefined) return !hasDecorator(method, PROPERTY_DECORATORS);
  return receiver === undefined && (isClass(path, evaluator) || stubFunctions(path, evaluator).length > 0);
}
