import { ancestorsOf, bindingsOf } from './classes';
import { resolveSymbol, type Ancestor, type Evaluator, type Member } from './evaluator';
import { canonicalPath } from './specialForms';
import type { NameLookup } from './nameLookup';
import type { Binding, FunctionDefinition } from './scope';
import { isClass } from './types';
import { instanceOf, namedValue, SELF, type ClassRef, type Instance, type Value } from './values';

const NO_MEMBER: Member = {};

/** `value.name`: what it stands for, and the symbol it is where a library has it. */
export function memberOf(value: Value, name: string, evaluator: Evaluator, lookup: NameLookup): Member {
  switch (value.kind) {
    case 'named':
      return memberOfNamed(value.path, name, evaluator, lookup);
    case 'module': {
      const { module } = value;
      const own =
        evaluator.exportedValue(module, name) ??
        (module.isPackage ? moduleValue(evaluator.modules.findModule(`.${name}`, module)) : undefined);
      const symbol = own?.kind === 'named' ? resolveSymbol(evaluator.known, own.path) : undefined;
      return { ...(symbol === undefined ? {} : { symbol }), ...(own === undefined ? {} : { value: own }) };
    }
    case 'class':
      return memberOfAncestors(ancestorsOf(value, [], evaluator), name, value, evaluator, lookup);
    case 'instance':
      return memberOfAncestors(
        ancestorsOf(value.classRef, value.arguments, evaluator),
        name,
        value,
        evaluator,
        lookup,
      );
    case 'type': {
      // A class with its type arguments has what the class has.
      const instance = evaluator.valueOfType(value.expression);
      return instance?.kind === 'instance'
        ? memberOfAncestors(
            ancestorsOf(instance.classRef, instance.arguments, evaluator),
            name,
            instance.classRef,
            evaluator,
            lookup,
          )
        : NO_MEMBER;
    }
    case 'classOf': {
      const { classRef: of, arguments: args } = value.instance;
      return memberOfAncestors(ancestorsOf(of, args, evaluator), name, of, evaluator, lookup);
    }
    case 'union':
      return memberOfUnion(
        value.options.map((option) => evaluator.memberOf(option, name)),
        evaluator,
      );
    case 'function':
      return memberOfDecorator(value.definition, name, evaluator);
    case 'bases':
      return memberOfAncestors(
        ancestorsOf({ kind: 'class', definition: value.of }, [], evaluator).slice(1),
        name,
        instanceOf({ kind: 'class', definition: value.of }),
        evaluator,
        lookup,
      );
    default:
      return NO_MEMBER;
  }
}

/** What all of several have: one symbol, or none. */
function memberOfUnion(members: readonly Member[], evaluator: Evaluator): Member {
  const [first] = members;
  const value = evaluator.join(members.map((member) => member.value));
  const isOne = members.every(({ symbol }) => symbol === first?.symbol);
  return {
    ...(isOne && first?.symbol !== undefined ? { symbol: first.symbol } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

/** What a decorator that is a library's class makes of a function: `@name.expression` of a hybrid property. */
function memberOfDecorator({ decorators }: FunctionDefinition, name: string, evaluator: Evaluator): Member {
  for (const decorator of decorators) {
    const value = evaluator.evaluate(decorator);
    if (value?.kind === 'named' && isClass(value.path, evaluator)) {
      return evaluator.memberOf(instanceOf({ kind: 'named', path: value.path }), name);
    }
  }
  return NO_MEMBER;
}

function moduleValue(module: ReturnType<Evaluator['modules']['findModule']>): Value | undefined {
  return module === undefined ? undefined : { kind: 'module', module };
}

/** What is in a library's module or class is named after it. */
function memberOfNamed(path: string, name: string, evaluator: Evaluator, lookup: NameLookup): Member {
  const symbol = resolveSymbol(evaluator.known, `${path}.${name}`);
  if (isClass(path, evaluator)) {
    const of: ClassRef = { kind: 'named', path };
    const member = memberOfAncestors(ancestorsOf(of, [], evaluator), name, of, evaluator, lookup);
    return symbol === undefined ? member : { value: namedValue(symbol), ...member, symbol };
  }
  const value = libraryVariable(path, name, evaluator) ?? namedValue(canonicalPath(`${path}.${name}`));
  return symbol === undefined ? { value } : { symbol, value };
}

/** What a library's module holds that is no class and no function: `alembic.context.config`. */
export function libraryVariable(module: string, name: string, evaluator: Evaluator): Value | undefined {
  const types = evaluator.modules.findStub(module);
  const value = types === undefined ? undefined : evaluator.exportedValue(types, name);
  return value?.kind === 'instance' ? value : undefined;
}

/** The member of the nearest class that has it; the symbol is the nearest library class's. */
function memberOfAncestors(
  ancestors: readonly Ancestor[],
  name: string,
  receiver: Value,
  evaluator: Evaluator,
  lookup: NameLookup,
): Member {
  let symbol: string | undefined;
  for (const { classRef: of, definition, environment } of ancestors) {
    if (symbol === undefined && of.kind === 'named') {
      symbol = resolveSymbol(evaluator.known, `${of.path}.${name}`);
    }
    const bindings = definition === undefined ? undefined : bindingsOf(definition, name);
    if (bindings === undefined) continue;
    const surroundings = new Map([...environment, [SELF, receiverInstance(receiver)] as const]);
    const value =
      environment.size === 0 && !bindings.some(({ source }) => source.kind === 'annotation')
        ? lookup.finalValue(bindings)
        : (annotatedValue(bindings, surroundings, evaluator) ?? lookup.finalValue(bindings));
    const member = bindToReceiver(value, receiver, surroundings, evaluator);
    if (symbol === undefined) return member === undefined ? NO_MEMBER : { value: member };
    if (member === undefined) return { symbol };
    return { symbol, value: member.kind === 'function' ? { kind: 'named', path: symbol, receiver } : member };
  }
  return symbol === undefined ? NO_MEMBER : { symbol, value: { kind: 'named', path: symbol, receiver } };
}

/** What an annotation says in a class whose type variables stand for something. */
function annotatedValue(
  bindings: readonly Binding[],
  surroundings: ReadonlyMap<string, Value | undefined>,
  evaluator: Evaluator,
): Value | undefined {
  const annotation = bindings.find(({ source }) => source.kind === 'annotation');
  return annotation === undefined ? undefined : evaluator.valueOfSource(annotation.source, surroundings);
}

function receiverInstance(receiver: Value): Value | undefined {
  return receiver.kind === 'class' || receiver.kind === 'named' ? instanceOf(receiver) : receiver;
}

/** What is found in a class as an instance of it, or the class itself, has it. */
function bindToReceiver(
  value: Value | undefined,
  receiver: Value,
  surroundings: ReadonlyMap<string, Value | undefined>,
  evaluator: Evaluator,
): Value | undefined {
  if (value?.kind === 'function') {
    const { definition } = value;
    const isValue = hasDecorator(definition, PROPERTY_DECORATORS);
    if (isValue)
      return receiver.kind === 'instance' ? evaluator.resultOfFunction(definition, surroundings) : undefined;
    return { ...value, receiver };
  }
  return value?.kind === 'instance' ? valueOfDescriptor(value, receiver, evaluator) : value;
}

const PROPERTY_DECORATORS = new Set([
  'property',
  'cached_property',
  'hybrid_property',
  'reify',
  'computed_field',
]);

/** Whether one of a function's decorators has such a name, whatever it is a member of. */
export function hasDecorator({ decorators }: FunctionDefinition, names: ReadonlySet<string>): boolean {
  return decorators.some(({ node, context }) => {
    const written = context.scope.statement.textOf(node).replace(/\(.*/s, '');
    return names.has(/\w+$/.exec(written.trim())?.[0] ?? '');
  });
}

const MAPPED = 'sqlalchemy.orm.Mapped';
const INSTRUMENTED_ATTRIBUTE: ClassRef = { kind: 'named', path: 'sqlalchemy.orm.InstrumentedAttribute' };
const COLUMN_CLASSES = new Set([
  'sqlalchemy.Column',
  'sqlalchemy.orm.MappedColumn',
  'sqlalchemy.orm.Relationship',
  'sqlalchemy.orm.RelationshipProperty',
]);

/** SQLAlchemy's attributes are expressions on the class, and hold a value on its instances. */
function valueOfDescriptor(value: Instance, receiver: Value, evaluator: Evaluator): Value | undefined {
  const path = value.classRef.kind === 'named' ? value.classRef.path : '';
  const symbol = evaluator.known.symbols.resolve(path)?.name ?? path;
  const isOwn =
    receiver.kind === 'class' || (receiver.kind === 'instance' && receiver.classRef.kind === 'class');
  if (!isOwn) return value;
  if (symbol !== MAPPED && !COLUMN_CLASSES.has(symbol)) return value;
  const held = symbol === MAPPED ? value.arguments : [];
  return receiver.kind === 'instance' ? held[0] : instanceOf(INSTRUMENTED_ATTRIBUTE, held);
}
