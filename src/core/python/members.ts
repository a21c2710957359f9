import { ancestorsOf, bindingsOf } from './classes';
import { symbolAt, type Ancestor, type Evaluator, type Member } from './evaluator';
import { normalised } from './specialForms';
import type { NameLookup } from './nameLookup';
import type { Binding, FunctionDefinition } from './scope';
import { isClass } from './types';
import { instanceOf, named, SELF, type ClassRef, type Instance, type Value } from './values';

const NOTHING: Member = {};

/** `value.name`: what it stands for, and the symbol it is where a library has it. */
export function memberOf(value: Value, name: string, evaluator: Evaluator, lookup: NameLookup): Member {
  switch (value.kind) {
    case 'named':
      return memberOfNamed(value.path, name, evaluator, lookup);
    case 'module': {
      const { module } = value;
      const own =
        evaluator.exported(module, name) ??
        (module.isPackage ? moduleValue(evaluator.modules.find(`.${name}`, module)) : undefined);
      const symbol = own?.kind === 'named' ? symbolAt(evaluator.known, own.path) : undefined;
      return { ...(symbol === undefined ? {} : { symbol }), ...(own === undefined ? {} : { value: own }) };
    }
    case 'class':
      return inherited(ancestorsOf(value, [], evaluator), name, value, evaluator, lookup);
    case 'instance':
      return inherited(ancestorsOf(value.of, value.arguments, evaluator), name, value, evaluator, lookup);
    case 'type': {
      // A class with its type arguments has what the class has.
      const instance = evaluator.typeOf(value.code);
      return instance?.kind === 'instance'
        ? inherited(
            ancestorsOf(instance.of, instance.arguments, evaluator),
            name,
            instance.of,
            evaluator,
            lookup,
          )
        : NOTHING;
    }
    case 'classOf': {
      const { of, arguments: args } = value.instance;
      return inherited(ancestorsOf(of, args, evaluator), name, of, evaluator, lookup);
    }
    case 'union':
      return common(
        value.options.map((option) => evaluator.attribute(option, name)),
        evaluator,
      );
    case 'function':
      return decorated(value.definition, name, evaluator);
    case 'bases':
      return inherited(
        ancestorsOf({ kind: 'class', definition: value.of }, [], evaluator).slice(1),
        name,
        instanceOf({ kind: 'class', definition: value.of }),
        evaluator,
        lookup,
      );
    default:
      return NOTHING;
  }
}

/** What all of several have: one symbol, or none. */
function common(members: readonly Member[], evaluator: Evaluator): Member {
  const [first] = members;
  const value = evaluator.agreed(members.map((member) => member.value));
  const isOne = members.every(({ symbol }) => symbol === first?.symbol);
  return {
    ...(isOne && first?.symbol !== undefined ? { symbol: first.symbol } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

/** What a decorator that is a library's class makes of a function: `@name.expression` of a hybrid property. */
function decorated({ decorators }: FunctionDefinition, name: string, evaluator: Evaluator): Member {
  for (const decorator of decorators) {
    const value = evaluator.evaluate(decorator);
    if (value?.kind === 'named' && isClass(value.path, evaluator)) {
      return evaluator.attribute(instanceOf({ kind: 'named', path: value.path }), name);
    }
  }
  return NOTHING;
}

function moduleValue(module: ReturnType<Evaluator['modules']['find']>): Value | undefined {
  return module === undefined ? undefined : { kind: 'module', module };
}

/** What is in a library's module or class is named after it. */
function memberOfNamed(path: string, name: string, evaluator: Evaluator, lookup: NameLookup): Member {
  const symbol = symbolAt(evaluator.known, `${path}.${name}`);
  if (isClass(path, evaluator)) {
    const of: ClassRef = { kind: 'named', path };
    const member = inherited(ancestorsOf(of, [], evaluator), name, of, evaluator, lookup);
    return symbol === undefined ? member : { value: named(symbol), ...member, symbol };
  }
  const value = variableOf(path, name, evaluator) ?? named(normalised(`${path}.${name}`));
  return symbol === undefined ? { value } : { symbol, value };
}

/** What a library's module holds that is no class and no function: `alembic.context.config`. */
export function variableOf(module: string, name: string, evaluator: Evaluator): Value | undefined {
  const types = evaluator.modules.types(module);
  const value = types === undefined ? undefined : evaluator.exported(types, name);
  return value?.kind === 'instance' ? value : undefined;
}

/** The member of the nearest class that has it; the symbol is the nearest library class's. */
function inherited(
  ancestors: readonly Ancestor[],
  name: string,
  receiver: Value,
  evaluator: Evaluator,
  lookup: NameLookup,
): Member {
  let symbol: string | undefined;
  for (const { of, definition, environment } of ancestors) {
    if (symbol === undefined && of.kind === 'named') {
      symbol = symbolAt(evaluator.known, `${of.path}.${name}`);
    }
    const bindings = definition === undefined ? undefined : bindingsOf(definition, name);
    if (bindings === undefined) continue;
    const surroundings = new Map([...environment, [SELF, instanceFor(receiver)] as const]);
    const value =
      environment.size === 0 && !bindings.some(({ source }) => source.kind === 'annotation')
        ? lookup.settled(bindings)
        : (annotatedIn(bindings, surroundings, evaluator) ?? lookup.settled(bindings));
    const member = boundTo(value, receiver, surroundings, evaluator);
    if (symbol === undefined) return member === undefined ? NOTHING : { value: member };
    if (member === undefined) return { symbol };
    return { symbol, value: member.kind === 'function' ? { kind: 'named', path: symbol, receiver } : member };
  }
  return symbol === undefined ? NOTHING : { symbol, value: { kind: 'named', path: symbol, receiver } };
}

/** What an annotation says in a class whose type variables stand for something. */
function annotatedIn(
  bindings: readonly Binding[],
  surroundings: ReadonlyMap<string, Value | undefined>,
  evaluator: Evaluator,
): Value | undefined {
  const annotation = bindings.find(({ source }) => source.kind === 'annotation');
  return annotation === undefined ? undefined : evaluator.read(annotation.source, surroundings);
}

function instanceFor(receiver: Value): Value | undefined {
  return receiver.kind === 'class' || receiver.kind === 'named' ? instanceOf(receiver) : receiver;
}

/** What is found in a class as an instance of it, or the class itself, has it. */
function boundTo(
  value: Value | undefined,
  receiver: Value,
  surroundings: ReadonlyMap<string, Value | undefined>,
  evaluator: Evaluator,
): Value | undefined {
  if (value?.kind === 'function') {
    const { definition } = value;
    const isValue = decoratedAs(definition, PROPERTIES);
    if (isValue)
      return receiver.kind === 'instance' ? evaluator.resultOf(definition, surroundings) : undefined;
    return { ...value, receiver };
  }
  return value?.kind === 'instance' ? described(value, receiver, evaluator) : value;
}

const PROPERTIES = new Set(['property', 'cached_property', 'hybrid_property', 'reify', 'computed_field']);

/** Whether one of a function's decorators has such a name, whatever it is a member of. */
export function decoratedAs({ decorators }: FunctionDefinition, names: ReadonlySet<string>): boolean {
  return decorators.some(({ node, place }) => {
    const written = place.scope.chunk.textOf(node).replace(/\(.*/s, '');
    return names.has(/\w+$/.exec(written.trim())?.[0] ?? '');
  });
}

const MAPPED = 'sqlalchemy.orm.Mapped';
const ATTRIBUTE: ClassRef = { kind: 'named', path: 'sqlalchemy.orm.InstrumentedAttribute' };
const COLUMNS = new Set([
  'sqlalchemy.Column',
  'sqlalchemy.orm.MappedColumn',
  'sqlalchemy.orm.Relationship',
  'sqlalchemy.orm.RelationshipProperty',
]);

/** SQLAlchemy's attributes are expressions on the class, and hold a value on its instances. */
function described(value: Instance, receiver: Value, evaluator: Evaluator): Value | undefined {
  const path = value.of.kind === 'named' ? value.of.path : '';
  const symbol = evaluator.known.symbols.resolve(path)?.name ?? path;
  const isOwn = receiver.kind === 'class' || (receiver.kind === 'instance' && receiver.of.kind === 'class');
  if (!isOwn) return value;
  if (symbol !== MAPPED && !COLUMNS.has(symbol)) return value;
  const held = symbol === MAPPED ? value.arguments : [];
  return receiver.kind === 'instance' ? held[0] : instanceOf(ATTRIBUTE, held);
}
