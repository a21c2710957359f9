import type { SyntaxNode } from '@lezer/common';
import { parseQuotedAnnotation } from './bindingSources';
import type { Evaluator } from './evaluator';
import { argumentsOf, childrenOf, subscriptsOf, unwrap } from './nodes';
import type { Binding, Expression } from './scope';
import { CALLABLE, specialFormOf, type SpecialForm } from './specialForms';
import { EMPTY_ENVIRONMENT, instanceOf, SELF, type TypeEnvironment, type Value } from './values';

/** The value of a name that is annotated with a type expression; `None` in a union is ignored. */
export function valueOfType(
  expression: Expression,
  evaluator: Evaluator,
  environment: TypeEnvironment = EMPTY_ENVIRONMENT,
): Value | undefined {
  const node = unwrap(expression.node);
  const { context } = expression;
  const valueOf = (child: SyntaxNode): Value | undefined =>
    evaluator.valueOfType({ ...expression, node: child }, environment);
  if (node.name === 'String') {
    const quoted = parseQuotedAnnotation(node, context.scope.statement)?.firstChild?.firstChild;
    if (quoted === undefined || quoted === null) return undefined;
    return evaluator.valueOfType(
      { node: quoted, context: { ...context, isDeferred: true }, lookupOffset: expression.lookupOffset },
      environment,
    );
  }
  if (node.name === 'BinaryExpression') {
    const [left, operator, right] = childrenOf(node);
    if (left === undefined || operator === undefined || right === undefined) return undefined;
    return context.scope.statement.textOf(operator) === '|'
      ? valueOfUnion([left, right], valueOf, evaluator)
      : undefined;
  }
  // Without the ellipsis, `tuple[T, ...]` has a single subscript.
  const subscripts = node.name === 'MemberExpression' ? subscriptsOf(node).filter(isType) : [];
  if (subscripts.length > 0 && node.firstChild !== null) {
    const base = evaluator.evaluate({ ...expression, node: node.firstChild }, environment);
    return valueOfSubscriptedType(base, subscripts, expression, valueOf, evaluator, environment);
  }
  return instanceOfType(evaluator.evaluate({ ...expression, node }, environment), evaluator, environment);
}

/** The value of a name whose type is a class, an alias, a type variable, or any of several classes. */
export function instanceOfType(
  type: Value | undefined,
  evaluator: Evaluator,
  environment: TypeEnvironment = EMPTY_ENVIRONMENT,
): Value | undefined {
  switch (type?.kind) {
    case 'class':
      return instanceOf(type);
    case 'classOf':
      return type.instance;
    case 'tuple':
      return evaluator.join(type.items.map((item) => instanceOfType(item, evaluator, environment)));
    case 'union':
      return evaluator.join(type.options.map((option) => instanceOfType(option, evaluator, environment)));
    case 'typeExpression':
      return evaluator.valueOfType(type.expression, environment);
    case 'typeVariable':
      if (environment.has(type.name)) return environment.get(type.name);
      return type.bound === undefined ? undefined : evaluator.valueOfType(type.bound);
    case 'named': {
      const form = specialFormOf(type.path);
      if (form === 'self') return environment.get(SELF);
      if (form !== undefined) return undefined;
      if (isClass(type.path, evaluator)) return instanceOf({ kind: 'named', path: type.path });
      const [alias] = stubBindings(type.path, evaluator);
      return alias?.source.kind === 'value' || alias?.source.kind === 'alias'
        ? instanceOfType(evaluator.valueOfSource(alias.source), evaluator, environment)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a qualified name is that of a class. A name that only archives know is judged by its spelling. */
export function isClass(path: string, evaluator: Evaluator): boolean {
  const { known } = evaluator;
  const kind = known.symbols.resolve(path)?.kind;
  if (kind !== undefined) return kind === 'class' || kind === 'exception';
  if (evaluator.classDefinitionOf({ kind: 'named', path }) !== undefined) return true;
  return isClassName(path) && (known.declared.has(path) || ownersOf(known.declared).has(path));
}

/** What a library's stub binds to a qualified name. */
export function stubBindings(path: string, evaluator: Evaluator): readonly Binding[] {
  const name = evaluator.known.symbols.resolve(path)?.name ?? path;
  const dot = name.lastIndexOf('.');
  return evaluator.modules.findStub(name.slice(0, Math.max(0, dot)))?.bindings.get(name.slice(dot + 1)) ?? [];
}

function isClassName(path: string): boolean {
  return /(?:^|\.)[A-Z]\w*$/.test(path);
}

const OWNER_CACHE = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The parents of declared names: the class of a declared method counts though the class itself is not declared. */
function ownersOf(declared: ReadonlySet<string>): ReadonlySet<string> {
  let owners = OWNER_CACHE.get(declared);
  if (owners === undefined) {
    owners = new Set([...declared].map((name) => name.slice(0, Math.max(0, name.lastIndexOf('.')))));
    OWNER_CACHE.set(declared, owners);
  }
  return owners;
}

function valueOfSubscriptedType(
  base: Value | undefined,
  subscripts: readonly SyntaxNode[],
  expression: Expression,
  valueOf: (node: SyntaxNode) => Value | undefined,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const [first] = subscripts;
  if (first === undefined || base === undefined) return undefined;
  if (base.kind === 'class') return instanceOf(base, subscripts.map(valueOf));
  if (base.kind !== 'named') return instanceOfType(base, evaluator, environment);
  const form = specialFormOf(base.path);
  if (form !== undefined)
    return valueOfSpecialForm(form, subscripts, expression, valueOf, evaluator, environment);
  return isClass(base.path, evaluator) ? instanceOf(base, subscripts.map(valueOf)) : undefined;
}

function valueOfSpecialForm(
  form: SpecialForm,
  subscripts: readonly SyntaxNode[],
  expression: Expression,
  valueOf: (node: SyntaxNode) => Value | undefined,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const [first] = subscripts;
  const last = subscripts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  switch (form) {
    case 'transparent':
      return valueOf(first);
    case 'union':
      return valueOfUnion(subscripts, valueOf, evaluator);
    case 'annotated':
      return valueOf(first) ?? firstDependencyAmong(subscripts.slice(1), expression, evaluator);
    case 'class':
      return classOf(first, expression, evaluator, environment);
    case 'callable':
      return instanceOf({ kind: 'named', path: CALLABLE }, [
        valueOf(last),
        ...parametersIn(first, expression).map(valueOf),
      ]);
    case 'awaitable':
      return valueOf(last);
    case 'self':
    case 'unknown':
      return undefined;
  }
}

/** `A` and `B` of `Callable[[A, B], R]`; of `Callable[Concatenate[A, P], R]` only `A` is known. */
function parametersIn(list: SyntaxNode, { context }: Expression): readonly SyntaxNode[] {
  if (list.name === 'ArrayExpression') {
    return childrenOf(list).filter(({ name }) => !/^[[\],⚠]$/u.test(name));
  }
  const isConcatenation = /^(?:\w+\.)?Concatenate\[/.test(context.scope.statement.textOf(list));
  return isConcatenation ? subscriptsOf(list).slice(0, -1) : [];
}

/** `type[X]`: the class itself. */
function classOf(
  node: SyntaxNode,
  expression: Expression,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const instance = evaluator.valueOfType({ ...expression, node }, environment);
  return instance?.kind === 'instance' ? { kind: 'classOf', instance } : undefined;
}

function valueOfUnion(
  nodes: readonly SyntaxNode[],
  valueOf: (node: SyntaxNode) => Value | undefined,
  evaluator: Evaluator,
): Value | undefined {
  return evaluator.join(nodes.filter((node) => unwrap(node).name !== 'None').map(valueOf));
}

const DEPENDENCY_MARKERS = new Set(['fastapi.Depends', 'fastapi.Security']);

function firstDependencyAmong(
  nodes: readonly SyntaxNode[],
  expression: Expression,
  evaluator: Evaluator,
): Value | undefined {
  for (const node of nodes) {
    const value = valueOfDependency({ ...expression, node }, evaluator);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The value that FastAPI injects for `Depends(f)`: what `f` returns or yields. */
export function valueOfDependency(expression: Expression, evaluator: Evaluator): Value | undefined {
  const node = unwrap(expression.node);
  const [callee, list] = childrenOf(node);
  if (node.name !== 'CallExpression' || callee === undefined) return undefined;
  const depends = evaluator.evaluate({ ...expression, node: callee });
  if (depends?.kind !== 'named') return undefined;
  const symbol = evaluator.known.symbols.resolve(depends.path)?.name ?? '';
  if (!DEPENDENCY_MARKERS.has(symbol)) return undefined;
  const { statement } = expression.context.scope;
  const argument = argumentsOf(list).find(
    ({ name }) => name === undefined || statement.textOf(name) === 'dependency',
  );
  if (argument === undefined) return undefined;
  const dependency = evaluator.evaluate({ ...expression, node: argument.value });
  if (dependency === undefined) return undefined;
  const result = evaluator.resultOfCall(dependency);
  const isGenerator = dependency.kind === 'function' && dependency.definition.yielded.length > 0;
  return isGenerator ? (evaluator.elementOf(result) ?? result) : result;
}

function isType({ name }: SyntaxNode): boolean {
  return name !== 'Ellipsis';
}
