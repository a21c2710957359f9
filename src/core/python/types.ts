import type { SyntaxNode } from '@lezer/common';
import type { Evaluator } from './evaluator';
import { formOf, type SpecialForm } from './specialForms';
import { childrenOf, argumentsOf, subscriptsOf, unwrap } from './nodes';
import type { Code } from './scope';
import { readQuoted } from './bindingSources';
import { EMPTY, instanceOf, SELF, type TypeEnvironment, type Value } from './values';

/** What a name holds that is annotated with a type; `None` aside. */
export function typeOf(
  code: Code,
  evaluator: Evaluator,
  environment: TypeEnvironment = EMPTY,
): Value | undefined {
  const node = unwrap(code.node);
  const { place } = code;
  const inner = (child: SyntaxNode): Value | undefined =>
    evaluator.typeOf({ ...code, node: child }, environment);
  if (node.name === 'String') {
    const quoted = readQuoted(node, place.scope.chunk)?.firstChild?.firstChild;
    if (quoted === undefined || quoted === null) return undefined;
    return evaluator.typeOf({ node: quoted, place: { ...place, deferred: true }, at: code.at }, environment);
  }
  if (node.name === 'BinaryExpression') {
    const [left, operator, right] = childrenOf(node);
    if (left === undefined || operator === undefined || right === undefined) return undefined;
    return place.scope.chunk.textOf(operator) === '|' ? oneOf([left, right], inner, evaluator) : undefined;
  }
  // `tuple[T, ...]` is told from others by having one type only.
  const subscripts = node.name === 'MemberExpression' ? subscriptsOf(node).filter(isType) : [];
  if (subscripts.length > 0 && node.firstChild !== null) {
    const base = evaluator.evaluate({ ...code, node: node.firstChild }, environment);
    return subscripted(base, subscripts, code, inner, evaluator, environment);
  }
  return held(evaluator.evaluate({ ...code, node }, environment), evaluator, environment);
}

/** What is held by what is annotated with a class, an alias, a type variable; of several classes, one of them. */
export function held(
  type: Value | undefined,
  evaluator: Evaluator,
  environment: TypeEnvironment = EMPTY,
): Value | undefined {
  switch (type?.kind) {
    case 'class':
      return instanceOf(type);
    case 'classOf':
      return type.instance;
    case 'tuple':
      return evaluator.agreed(type.items.map((item) => held(item, evaluator, environment)));
    case 'union':
      return evaluator.agreed(type.options.map((option) => held(option, evaluator, environment)));
    case 'type':
      return evaluator.typeOf(type.code, environment);
    case 'typeVariable':
      if (environment.has(type.name)) return environment.get(type.name);
      return type.bound === undefined ? undefined : evaluator.typeOf(type.bound);
    case 'named': {
      const form = formOf(type.path);
      if (form === 'self') return environment.get(SELF);
      if (form !== undefined) return undefined;
      return isClass(type.path, evaluator) ? instanceOf(type) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a qualified name is a class's. Of one that only an archive knows, its spelling tells. */
export function isClass(path: string, evaluator: Evaluator): boolean {
  const { known } = evaluator;
  const kind = known.symbols.resolve(path)?.kind;
  if (kind !== undefined) return kind === 'class' || kind === 'exception';
  if (evaluator.definitionOf({ kind: 'named', path }) !== undefined) return true;
  return isClassName(path) && (known.declared.has(path) || ownersOf(known.declared).has(path));
}

function isClassName(path: string): boolean {
  return /(?:^|\.)[A-Z]\w*$/.test(path);
}

const OWNERS = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** What declared names are in: the class of a method, though nobody declares the class. */
function ownersOf(declared: ReadonlySet<string>): ReadonlySet<string> {
  let owners = OWNERS.get(declared);
  if (owners === undefined) {
    owners = new Set([...declared].map((name) => name.slice(0, Math.max(0, name.lastIndexOf('.')))));
    OWNERS.set(declared, owners);
  }
  return owners;
}

function subscripted(
  base: Value | undefined,
  subscripts: readonly SyntaxNode[],
  code: Code,
  inner: (node: SyntaxNode) => Value | undefined,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const [first] = subscripts;
  if (first === undefined || base === undefined) return undefined;
  if (base.kind === 'class') return instanceOf(base, subscripts.map(inner));
  if (base.kind !== 'named') return held(base, evaluator, environment);
  const form = formOf(base.path);
  if (form !== undefined) return formed(form, subscripts, code, inner, evaluator, environment);
  return isClass(base.path, evaluator) ? instanceOf(base, subscripts.map(inner)) : undefined;
}

function formed(
  form: SpecialForm,
  subscripts: readonly SyntaxNode[],
  code: Code,
  inner: (node: SyntaxNode) => Value | undefined,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const [first] = subscripts;
  const last = subscripts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  switch (form) {
    case 'transparent':
      return inner(first);
    case 'union':
      return oneOf(subscripts, inner, evaluator);
    case 'annotated':
      return inner(first) ?? dependencyAmong(subscripts.slice(1), code, evaluator);
    case 'class':
      return classOf(first, code, evaluator, environment);
    case 'callable':
      return instanceOf({ kind: 'named', path: 'builtins.Callable' }, [inner(last)]);
    case 'awaitable':
      return inner(last);
    case 'self':
    case 'unknown':
      return undefined;
  }
}

/** `type[X]` holds the class itself. */
function classOf(
  node: SyntaxNode,
  code: Code,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const instance = evaluator.typeOf({ ...code, node }, environment);
  return instance?.kind === 'instance' ? { kind: 'classOf', instance } : undefined;
}

function oneOf(
  nodes: readonly SyntaxNode[],
  inner: (node: SyntaxNode) => Value | undefined,
  evaluator: Evaluator,
): Value | undefined {
  return evaluator.agreed(nodes.filter((node) => unwrap(node).name !== 'None').map(inner));
}

const DEPENDENCIES = new Set(['fastapi.Depends', 'fastapi.Security']);

function dependencyAmong(nodes: readonly SyntaxNode[], code: Code, evaluator: Evaluator): Value | undefined {
  for (const node of nodes) {
    const value = dependencyOf({ ...code, node }, evaluator);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What a parameter is given by `Depends(f)`: what `f` returns, or yields. */
export function dependencyOf(code: Code, evaluator: Evaluator): Value | undefined {
  const node = unwrap(code.node);
  const [callee, list] = childrenOf(node);
  if (node.name !== 'CallExpression' || callee === undefined) return undefined;
  const depends = evaluator.evaluate({ ...code, node: callee });
  if (depends?.kind !== 'named') return undefined;
  const symbol = evaluator.known.symbols.resolve(depends.path)?.name ?? '';
  if (!DEPENDENCIES.has(symbol)) return undefined;
  const { chunk } = code.place.scope;
  const given = argumentsOf(list).find(
    ({ name }) => name === undefined || chunk.textOf(name) === 'dependency',
  );
  if (given === undefined) return undefined;
  const dependency = evaluator.evaluate({ ...code, node: given.value });
  if (dependency === undefined) return undefined;
  const result = evaluator.call(dependency);
  const isGenerator = dependency.kind === 'function' && dependency.definition.yielded.length > 0;
  return isGenerator ? (evaluator.elementOf(result) ?? result) : result;
}

function isType({ name }: SyntaxNode): boolean {
  return name !== 'Ellipsis';
}
