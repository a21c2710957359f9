import type { SyntaxNode } from '@lezer/common';
import type { Ancestor, Evaluator } from './evaluator';
import { childrenOf, subscriptsOf, unwrap } from './nodes';
import type { Binding, ClassDefinition, Expression } from './scope';
import { EMPTY_ENVIRONMENT, type ClassRef, type TypeEnvironment, type Value } from './values';

/** Ancestors that are visited for one class: no real hierarchy is larger. */
const MAX_ANCESTORS = 64;

/** A class with its type arguments. */
interface ParameterisedClass {
  readonly classRef: ClassRef;
  readonly args: readonly (Value | undefined)[];
}

/**
 * A class and its base classes: depth first, from left to right, each once. (Python's own order, C3, differs from this
 * for diamonds only.)
 */
export function ancestorsOf(
  classRef: ClassRef,
  args: readonly (Value | undefined)[],
  evaluator: Evaluator,
): readonly Ancestor[] {
  if (args.length > 0) return findAncestors({ classRef, args }, evaluator);
  const { ancestorCache } = evaluator;
  const key = keyOf(classRef);
  const ancestors = ancestorCache.get(key) ?? findAncestors({ classRef, args }, evaluator);
  ancestorCache.set(key, ancestors);
  return ancestors;
}

function findAncestors(start: ParameterisedClass, evaluator: Evaluator): readonly Ancestor[] {
  const ancestors: Ancestor[] = [];
  const visited = new Set<ClassDefinition | string>();
  const stack = [start];
  for (let next = stack.pop(); next !== undefined && ancestors.length < MAX_ANCESTORS; next = stack.pop()) {
    const { classRef, args } = next;
    const key = keyOf(classRef);
    if (visited.has(key)) continue;
    visited.add(key);
    const definition = evaluator.classDefinitionOf(classRef);
    const environment = environmentOf(definition, args, evaluator);
    ancestors.push({ classRef, definition, environment });
    const bases = (definition?.bases ?? []).flatMap((base) => baseOf(base, evaluator, environment) ?? []);
    stack.push(...bases.reverse());
  }
  return ancestors;
}

function keyOf(classRef: ClassRef): ClassDefinition | string {
  return classRef.kind === 'named' ? classRef.path : classRef.definition;
}

/** The values of a class's type variables for given type arguments. */
function environmentOf(
  definition: ClassDefinition | undefined,
  args: readonly (Value | undefined)[],
  evaluator: Evaluator,
): TypeEnvironment {
  if (definition === undefined) return EMPTY_ENVIRONMENT;
  const names = typeParametersOf(definition, evaluator);
  if (names.length === 0) return EMPTY_ENVIRONMENT;
  return new Map(
    names.flatMap((name, index) => (args[index] === undefined ? [] : [[name, args[index]] as const])),
  );
}

const TYPE_PARAMETER_CACHE = new WeakMap<ClassDefinition, readonly string[]>();

/** The names of a class's type parameters in order: declared (`class A[T]`), or used in its bases (`Generic[T]`). */
export function typeParametersOf(definition: ClassDefinition, evaluator: Evaluator): readonly string[] {
  if (definition.typeParameters.length > 0) return definition.typeParameters;
  const cached = TYPE_PARAMETER_CACHE.get(definition);
  if (cached !== undefined) return cached;
  const names = new Set<string>();
  for (const base of definition.bases) {
    for (const node of subscriptsIn(unwrap(base.node))) {
      if (node.name !== 'VariableName') continue;
      const value = evaluator.evaluate({ ...base, node });
      if (value?.kind === 'typeVariable') names.add(value.name);
    }
  }
  const parameters = [...names];
  // None may mean that an import has not been loaded yet.
  if (parameters.length > 0) TYPE_PARAMETER_CACHE.set(definition, parameters);
  return parameters;
}

function subscriptsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.name === 'MemberExpression' ? subscriptsOf(node) : [];
}

function baseOf(
  base: Expression,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): ParameterisedClass | undefined {
  const node = unwrap(base.node);
  const subscripts = subscriptsIn(node);
  const classNode = subscripts.length > 0 ? childrenOf(node)[0] : node;
  if (classNode === undefined) return undefined;
  const value = evaluator.evaluate({ ...base, node: classNode }, environment);
  if (value?.kind === 'instance') return undefined;
  const args = subscripts.map((child) => evaluator.valueOfType({ ...base, node: child }, environment));
  if (value?.kind === 'class') return { classRef: value, args };
  return value?.kind === 'named' ? { classRef: value, args } : undefined;
}

/** The bindings of a name in a class's body and, as `self.name`, in its methods. */
export function bindingsOf(
  { scope, attributes }: ClassDefinition,
  name: string,
): readonly Binding[] | undefined {
  const inBody = scope.bindings.get(name);
  const onSelf = attributes.get(name);
  if (inBody === undefined || onSelf === undefined) return inBody ?? onSelf;
  // Lookups cache by the list's identity.
  const merged = MERGED_BINDINGS.get(inBody) ?? [...inBody, ...onSelf];
  MERGED_BINDINGS.set(inBody, merged);
  return merged;
}

const MERGED_BINDINGS = new WeakMap<readonly Binding[], readonly Binding[]>();
