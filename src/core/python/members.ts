import { ancestorsOf, bindingsOf } from './classes';
import { hasDecorator, PROPERTY_DECORATORS } from './decorators';
import type { Ancestor, Evaluator, Member } from './evaluator';
import { libraryVariable } from './followImports';
import { resolveSymbol } from './knownNames';
import { valueOfMappedAttribute } from './mappedAttributes';
import { symbolOf } from './naming';
import type { NameLookup } from './nameLookup';
import type { Binding, ClassDefinition, FunctionDefinition, ModuleScope } from './scope';
import { isInstanceOf, methodsOf, stubFunctions } from './signatures';
import { canonicalPath } from './specialForms';
import { isClass } from './types';
import {
  EMPTY_ENVIRONMENT,
  instanceOf,
  namedValue,
  SELF,
  type ClassRef,
  type Instance,
  type TypeEnvironment,
  type Value,
} from './values';

const NO_MEMBER: Member = {};

/** `value.name`: its value, and its symbol if a library has it. */
export function memberOf(value: Value, name: string, evaluator: Evaluator, lookup: NameLookup): Member {
  switch (value.kind) {
    case 'named':
      return memberOfNamed(value.path, name, evaluator, lookup);
    case 'module':
      return memberOfModule(value.module, name, evaluator);
    case 'class':
      return memberOfAncestors(ancestorsOf(value, [], evaluator), name, value, evaluator, lookup);
    case 'instance': {
      const member = memberOfInstance(value, name, value, evaluator, lookup);
      return member === NO_MEMBER ? computedMember(value, name, evaluator) : member;
    }
    case 'typeExpression': {
      // A subscripted class, `list[int]`, has the members of the class.
      const instance = evaluator.valueOfType(value.expression);
      return instance?.kind === 'instance'
        ? memberOfInstance(instance, name, instance.classRef, evaluator, lookup)
        : NO_MEMBER;
    }
    case 'classOf':
      return memberOfInstance(value.instance, name, value.instance.classRef, evaluator, lookup);
    case 'union':
      return sharedMember(value.options, name, evaluator);
    case 'function':
      return memberOfDecorator(value.definition, name, evaluator);
    case 'super': {
      const classRef: ClassRef = { kind: 'class', definition: value.definition };
      const bases = ancestorsOf(classRef, [], evaluator).slice(1);
      return memberOfAncestors(bases, name, instanceOf(classRef), evaluator, lookup);
    }
    default:
      return NO_MEMBER;
  }
}

/** A member that a library's class computes: what its `__getattr__` gives, as for `table.c.id`. */
function computedMember(value: Instance, name: string, evaluator: Evaluator): Member {
  const [method] = name.startsWith('__') ? [] : methodsOf(value, '__getattr__', evaluator);
  if (method?.statement.module.stubName === undefined) return NO_MEMBER;
  const result = evaluator.resultOfCall({ kind: 'function', definition: method, receiver: value });
  return result === undefined ? NO_MEMBER : { value: result };
}

function memberOfModule(module: ModuleScope, name: string, evaluator: Evaluator): Member {
  const value = evaluator.exportedValue(module, name) ?? submoduleOf(module, name, evaluator);
  const symbol = symbolOf(value, evaluator.known);
  return { ...(symbol === undefined ? {} : { symbol }), ...(value === undefined ? {} : { value }) };
}

function submoduleOf(module: ModuleScope, name: string, evaluator: Evaluator): Value | undefined {
  const submodule = module.isPackage ? evaluator.modules.findModule(`.${name}`, module) : undefined;
  return submodule === undefined ? undefined : { kind: 'module', module: submodule };
}

/** @param receiver The instance, or its class if the member is accessed on that. */
function memberOfInstance(
  { classRef, arguments: args }: Instance,
  name: string,
  receiver: Value,
  evaluator: Evaluator,
  lookup: NameLookup,
): Member {
  return memberOfAncestors(ancestorsOf(classRef, args, evaluator), name, receiver, evaluator, lookup);
}

/** The member of a union: its symbol if all options share one or inherit it, and the union of the values. */
function sharedMember(options: readonly Value[], name: string, evaluator: Evaluator): Member {
  const members = options.map((option) => evaluator.memberOf(option, name));
  // `Response | JSONResponse` is a `Response`.
  const base = options.findIndex((type) => options.every((option) => isInstanceOf(option, type, evaluator)));
  const { symbol } = members[Math.max(0, base)] ?? NO_MEMBER;
  const isShared = base !== -1 || members.every((member) => member.symbol === symbol);
  const value = evaluator.join(members.map((member) => member.value));
  return {
    ...(isShared && symbol !== undefined ? { symbol } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

/** A member that a function has because a decorator is a library's class: `@name.expression` of a hybrid property. */
function memberOfDecorator({ decorators }: FunctionDefinition, name: string, evaluator: Evaluator): Member {
  for (const decorator of decorators) {
    const value = evaluator.evaluate(decorator);
    if (value?.kind === 'named' && isClass(value.path, evaluator)) {
      return evaluator.memberOf(instanceOf({ kind: 'named', path: value.path }), name);
    }
  }
  return NO_MEMBER;
}

/** A member of a library's module or class: its qualified name is the parent's and its own. */
function memberOfNamed(path: string, name: string, evaluator: Evaluator, lookup: NameLookup): Member {
  const symbol = resolveSymbol(evaluator.known, `${path}.${name}`);
  if (isClass(path, evaluator)) {
    const classRef: ClassRef = { kind: 'named', path };
    const ancestors = ancestorsOf(classRef, [], evaluator);
    const member = memberOfAncestors(ancestors, name, classRef, evaluator, lookup);
    return symbol === undefined ? member : { value: namedValue(symbol), ...member, symbol };
  }
  const variable = libraryVariable(path, name, evaluator);
  if (symbol !== undefined || variable !== undefined) {
    const value = variable ?? namedValue(canonicalPath(`${path}.${name}`));
    return symbol === undefined ? { value } : { symbol, value };
  }
  return memberOfStub(path, name, evaluator) ?? { value: namedValue(canonicalPath(`${path}.${name}`)) };
}

/** A name that a library computes when it is asked for: `func.count` is a class of another module. */
function memberOfStub(path: string, name: string, evaluator: Evaluator): Member | undefined {
  const symbol = resolveSymbol(evaluator.known, path) ?? path;
  const stub = evaluator.modules.findStub(symbol);
  if (stub === undefined || name.startsWith('__')) return undefined;
  const member = memberOfModule(stub, name, evaluator);
  if (member.value !== undefined) return member;
  const computed = stubFunctions(`${symbol}.__getattr__`, evaluator)[0];
  const value = computed === undefined ? undefined : evaluator.resultOfFunction(computed, EMPTY_ENVIRONMENT);
  return value === undefined ? undefined : { value };
}

/** The member of the nearest class that defines it; the symbol is that of the nearest library class. */
function memberOfAncestors(
  ancestors: readonly Ancestor[],
  name: string,
  receiver: Value,
  evaluator: Evaluator,
  lookup: NameLookup,
): Member {
  let symbol: string | undefined;
  for (const { classRef, definition, environment } of ancestors) {
    if (symbol === undefined && classRef.kind === 'named') {
      symbol = resolveSymbol(evaluator.known, `${classRef.path}.${name}`);
    }
    const all = definition === undefined ? undefined : bindingsOf(definition, name);
    if (all === undefined) continue;
    const bindings = isStub(definition) ? withoutOverloads(all) : all;
    const bound: TypeEnvironment = new Map([...environment, [SELF, receiverInstance(receiver)] as const]);
    const isGenericAnnotation =
      environment.size > 0 || bindings.some(({ source }) => source.kind === 'annotation');
    const annotated = isGenericAnnotation ? annotatedValue(bindings, bound, evaluator) : undefined;
    const value = bindToReceiver(annotated ?? lookup.finalValue(bindings), receiver, bound, evaluator);
    if (symbol === undefined) return memberBySource(value, definition, evaluator);
    if (value === undefined) return { symbol };
    return { symbol, value: value.kind === 'function' ? { kind: 'named', path: symbol, receiver } : value };
  }
  return symbol === undefined ? NO_MEMBER : { symbol, value: { kind: 'named', path: symbol, receiver } };
}

function isStub(definition: ClassDefinition | undefined): boolean {
  return definition?.scope.statement.module.stubName !== undefined;
}

const FIRST_OVERLOADS = new WeakMap<readonly Binding[], readonly Binding[]>();

/** Of several functions the first one, which stands for all: which of them is called, the arguments decide. */
function withoutOverloads(bindings: readonly Binding[]): readonly Binding[] {
  if (bindings.length === 1 || bindings.some(({ source }) => source.kind !== 'function')) return bindings;
  // Lookups cache by the list's identity.
  const first = FIRST_OVERLOADS.get(bindings) ?? bindings.slice(0, 1);
  FIRST_OVERLOADS.set(bindings, first);
  return first;
}

/** A member of no symbol's class. A library that passes names of another one on has their symbols: `db.Column`. */
function memberBySource(
  value: Value | undefined,
  definition: ClassDefinition | undefined,
  evaluator: Evaluator,
): Member {
  if (value === undefined) return NO_MEMBER;
  const symbol = isStub(definition) ? symbolOf(value, evaluator.known) : undefined;
  return symbol === undefined ? { value } : { symbol, value };
}

/** The value of an annotated attribute, with type variables replaced by their values in `environment`. */
function annotatedValue(
  bindings: readonly Binding[],
  environment: TypeEnvironment,
  evaluator: Evaluator,
): Value | undefined {
  const annotation = bindings.find(({ source }) => source.kind === 'annotation');
  return annotation === undefined ? undefined : evaluator.valueOfSource(annotation.source, environment);
}

function receiverInstance(receiver: Value): Value | undefined {
  return receiver.kind === 'class' || receiver.kind === 'named' ? instanceOf(receiver) : receiver;
}

/** What accessing a class attribute on an instance or on the class returns: properties, methods, descriptors. */
function bindToReceiver(
  value: Value | undefined,
  receiver: Value,
  environment: TypeEnvironment,
  evaluator: Evaluator,
): Value | undefined {
  if (value?.kind === 'function') {
    const { definition } = value;
    if (!hasDecorator(definition, PROPERTY_DECORATORS)) return { ...value, receiver };
    return receiver.kind === 'instance' ? evaluator.resultOfFunction(definition, environment) : undefined;
  }
  return value?.kind === 'instance' ? valueOfMappedAttribute(value, receiver, evaluator) : value;
}
