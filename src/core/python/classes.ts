import type { SyntaxNode } from '@lezer/common';
import type { Ancestor, Evaluator } from './evaluator';
import { childrenOf, subscriptsOf, unwrap } from './nodes';
import type { Binding, ClassDefinition, Expression } from './scope';
import { EMPTY_ENVIRONMENT, type ClassRef, type TypeEnvironment, type Value } from './values';

/** Classes that are looked at for one member: no real line of descent is longer. */
const MAX_ANCESTORS = 64;

/** A class and its bases, nearest first: depth first, from left to right, each once. */
export function ancestorsOf(
  of: ClassRef,
  args: readonly (Value | undefined)[],
  evaluator: Evaluator,
): readonly Ancestor[] {
  const key = of.kind === 'named' ? of.path : of.definition;
  const { ancestorCache: plainAncestors } = evaluator;
  const known = args.length === 0 ? plainAncestors.get(key) : undefined;
  if (known !== undefined) return known;
  const found = readAncestors(of, args, evaluator);
  if (args.length === 0) plainAncestors.set(key, found);
  return found;
}

function readAncestors(
  of: ClassRef,
  args: readonly (Value | undefined)[],
  evaluator: Evaluator,
): readonly Ancestor[] {
  const found: Ancestor[] = [];
  const seen = new Set<ClassDefinition | string>();
  const todo: { readonly of: ClassRef; readonly args: readonly (Value | undefined)[] }[] = [{ of, args }];
  for (let next = todo.pop(); next !== undefined && found.length < MAX_ANCESTORS; next = todo.pop()) {
    const key = next.of.kind === 'named' ? next.of.path : next.of.definition;
    if (seen.has(key)) continue;
    seen.add(key);
    const definition = evaluator.classDefinitionOf(next.of);
    const environment = environmentOf(definition, next.args, evaluator);
    found.push({ classRef: next.of, definition, environment });
    const bases = (definition?.bases ?? []).flatMap((base) => baseOf(base, evaluator, environment) ?? []);
    todo.push(...bases.reverse());
  }
  return found;
}

/** What a class's type variables stand for where it has those type arguments. */
function environmentOf(
  definition: ClassDefinition | undefined,
  args: readonly (Value | undefined)[],
  evaluator: Evaluator,
): TypeEnvironment {
  if (definition === undefined) return EMPTY_ENVIRONMENT;
  const names = typeParametersOf(definition, evaluator);
  if (names.length === 0) return EMPTY_ENVIRONMENT;
  return new Map(names.flatMap((name, at) => (args[at] === undefined ? [] : [[name, args[at]] as const])));
}

const TYPE_PARAMETER_CACHE = new WeakMap<ClassDefinition, readonly string[]>();

/** The names of a class's type variables, in the order of its type arguments. */
export function typeParametersOf(definition: ClassDefinition, evaluator: Evaluator): readonly string[] {
  if (definition.typeParameters.length > 0) return definition.typeParameters;
  const known = TYPE_PARAMETER_CACHE.get(definition);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const base of definition.bases) {
    for (const node of subscriptsIn(unwrap(base.node))) {
      if (node.name !== 'VariableName') continue;
      const value = evaluator.evaluate({ ...base, node });
      if (value?.kind === 'typeVariable') names.add(value.name);
    }
  }
  const found = [...names];
  // What an import leads to may not be there yet.
  if (found.length > 0) TYPE_PARAMETER_CACHE.set(definition, found);
  return found;
}

function subscriptsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.name === 'MemberExpression' ? subscriptsOf(node) : [];
}

function baseOf(
  base: Expression,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): { readonly of: ClassRef; readonly args: readonly (Value | undefined)[] } | undefined {
  const node = unwrap(base.node);
  const subscripts = subscriptsIn(node);
  const plain = subscripts.length > 0 ? childrenOf(node)[0] : node;
  if (plain === undefined) return undefined;
  const value = evaluator.evaluate({ ...base, node: plain }, environment);
  if (value?.kind === 'instance') return undefined;
  const args = subscripts.map((child) => evaluator.valueOfType({ ...base, node: child }, environment));
  if (value?.kind === 'class') return { of: value, args };
  return value?.kind === 'named' ? { of: value, args } : undefined;
}

/** What a class's body, and its methods on `self`, bind to a name. */
export function bindingsOf(
  { scope, attributes }: ClassDefinition,
  name: string,
): readonly Binding[] | undefined {
  const inBody = scope.bindings.get(name);
  const onSelf = attributes.get(name);
  if (inBody === undefined || onSelf === undefined) return inBody ?? onSelf;
  const both = MERGED_BINDINGS.get(inBody) ?? [...inBody, ...onSelf];
  MERGED_BINDINGS.set(inBody, both);
  return both;
}

const MERGED_BINDINGS = new WeakMap<readonly Binding[], readonly Binding[]>();
