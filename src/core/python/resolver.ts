import type { SyntaxNode } from '@lezer/common';
import { resultOfCall } from './calls';
import {
  symbolAt,
  type Ancestor,
  type Evaluator,
  type Given,
  type KnownNames,
  type Member,
  type Modules,
} from './evaluator';
import { formOf, normalised } from './forms';
import { pathOf } from './imports';
import { elementOf, enteredOf, itemOf } from './iteration';
import { isHeld, Lookup } from './lookup';
import { decoratedAs, memberOf, variableOf } from './members';
import { childrenOf, identifierAt, readSpine, unwrap, type Spine, type Step } from './nodes';
import {
  functionAround,
  type Binding,
  type ClassDefinition,
  type Code,
  type FunctionDefinition,
  type Identifier,
  type ModuleScope,
  type Source,
  type Use,
} from './scope';
import { dependencyOf, held, typeOf } from './types';
import {
  EMPTY,
  instanceOf,
  isSame,
  named,
  unionOf,
  type ClassRef,
  type Environment,
  type Value,
} from './values';

/** Hears of every symbol on the way; offsets are those of the chunk. */
export type Found = (identifier: Identifier, symbol: string) => void;

/** More attributes than any name has. */
const LONGEST_CHAIN = 64;
/** Values that are asked for while one is found, one inside the other. */
const DEEPEST = 60;
/** Expressions that are looked at for one use: what generated code asks for beyond is left unknown. */
const MOST_STEPS = 4_000;

/** Finds what names stand for: looks them up, and follows what they were given. */
export class Resolver implements Evaluator {
  readonly plainAncestors = new Map<ClassDefinition | string, readonly Ancestor[]>();
  readonly #values = new Map<Binding, Value | undefined>();
  readonly #calls = new WeakMap<object, Map<string, Value | undefined>>();
  readonly #lookup: Lookup;
  readonly #results = new Map<FunctionDefinition, Value | undefined>();
  #depth = 0;
  #steps = 0;

  constructor(
    readonly known: KnownNames,
    readonly modules: Modules,
  ) {
    this.#lookup = new Lookup(this, (binding) => this.#valueOf(binding));
  }

  /** Reports the symbols that the names of a use are. */
  resolve({ node, place, at }: Use, found: Found): void {
    this.#steps = 0;
    this.#follow(spineOf(node), { node, place, at }, EMPTY, found);
  }

  /** The symbol of what is called, or otherwise used as a whole. */
  symbolOf({ node, place }: Omit<Use, 'at'>): string | undefined {
    this.#steps = 0;
    const value = this.evaluate({ node, place, at: node.from });
    return value?.kind === 'named' ? symbolAt(this.known, value.path) : undefined;
  }

  /** What a word of an import statement names. */
  imported(source: Extract<Source, { kind: 'import' }>): Value | undefined {
    this.#steps = 0;
    return this.#import(source);
  }

  evaluate(code: Code, environment: Environment = EMPTY): Value | undefined {
    return this.#guarded(() => {
      const node = unwrap(code.node);
      const { chunk } = code.place.scope;
      // Calls are asked for once as themselves and again as arguments of what is around them; names of stubs, which
      // mean the same everywhere in them, for every call of what they describe.
      const isRepeated =
        node.name === 'VariableName'
          ? chunk.module.name !== undefined
          : node.name === 'CallExpression' && environment.size === 0;
      if (!isRepeated) return this.#expression({ ...code, node }, environment);
      const known = this.#calls.get(chunk) ?? new Map<string, Value | undefined>();
      this.#calls.set(chunk, known);
      const key = `${String(node.from)} ${String(node.to)}`;
      if (!known.has(key)) known.set(key, this.#expression({ ...code, node }, environment));
      return known.get(key);
    });
  }

  typeOf(code: Code, environment: Environment = EMPTY): Value | undefined {
    return this.#guarded(() => typeOf(code, this, environment));
  }

  attribute(value: Value, name: string): Member {
    return this.#guarded(() => memberOf(value, name, this, this.#lookup)) ?? {};
  }

  call(value: Value, given?: Given): Value | undefined {
    return this.#guarded(() => resultOfCall(value, given, this));
  }

  elementOf(value: Value | undefined): Value | undefined {
    return this.#guarded(() => elementOf(value, this));
  }

  enteredOf(value: Value | undefined): Value | undefined {
    return this.#guarded(() => enteredOf(value, this));
  }

  agreed(values: readonly (Value | undefined)[]): Value | undefined {
    const known = values.filter((value) => value !== undefined);
    return known.length < values.length ? undefined : unionOf(known, (a, b) => this.#isSame(a, b));
  }

  definitionOf(of: ClassRef): ClassDefinition | undefined {
    if (of.kind === 'class') return of.definition;
    const name = this.known.symbols.resolve(of.path)?.name ?? of.path;
    const dot = name.lastIndexOf('.');
    if (dot === -1) return undefined;
    const source = this.modules.types(name.slice(0, dot))?.bindings.get(name.slice(dot + 1))?.[0]?.source;
    return source?.kind === 'class' ? source.definition : undefined;
  }

  exported(module: ModuleScope, name: string): Value | undefined {
    return this.#guarded(() => this.#lookup.exported(module, name));
  }

  resultOf(definition: FunctionDefinition, environment: Environment): Value | undefined {
    const isPlain = environment.size === 0;
    if (isPlain && this.#results.has(definition)) return this.#results.get(definition);
    // A function that gives what it gives itself gives nothing.
    if (isPlain) this.#results.set(definition, undefined);
    const result = this.#guarded(() => this.#resultOf(definition, environment));
    if (isPlain) this.#results.set(definition, result);
    return result;
  }

  read(source: Source, environment: Environment = EMPTY): Value | undefined {
    switch (source.kind) {
      case 'import':
        return this.#import(source);
      case 'value':
        return this.evaluate(source.code, environment);
      case 'items':
        return { kind: 'tuple', items: source.items.map((item) => this.read(item, environment)) };
      case 'item':
        return itemOf(this.read(source.of, environment), source.index, this);
      case 'element':
        return this.elementOf(this.evaluate(source.code, environment));
      case 'context':
        return this.enteredOf(this.evaluate(source.code, environment));
      case 'caught':
        return this.#caught(source.code);
      case 'annotation':
        return this.#annotated(source, environment);
      case 'narrowed':
        return held(this.evaluate(source.code), this);
      case 'alias':
        return { kind: 'type', code: source.code };
      case 'typeVariable':
        return source;
      case 'parameter':
        return this.#parameter(source);
      case 'function':
      case 'class':
        return this.#defined(source);
      case 'none':
      case 'own':
        return undefined;
    }
  }

  #guarded<T>(work: () => T): T | undefined {
    this.#steps += 1;
    if (this.#depth >= DEEPEST || this.#steps > MOST_STEPS) return undefined;
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }

  /** Two paths to one symbol are the same. */
  #isSame(a: Value | undefined, b: Value | undefined): boolean {
    const canonical = (value: Value | undefined): Value | undefined => {
      if (value?.kind === 'named') return named(symbolAt(this.known, value.path) ?? value.path);
      if (value?.kind !== 'instance' || value.of.kind !== 'named') return value;
      const path = symbolAt(this.known, value.of.path) ?? value.of.path;
      return instanceOf(named(path), value.arguments);
    };
    return a !== undefined && isSame(canonical(a), canonical(b));
  }

  #valueOf(binding: Binding): Value | undefined {
    if (this.#values.has(binding)) return this.#values.get(binding);
    // A name that stands for itself in the end stands for nothing.
    this.#values.set(binding, undefined);
    const value = this.#guarded(() => this.read(binding.source));
    this.#values.set(binding, value);
    return value;
  }

  /** What a library's stub defines goes by its qualified name. */
  #defined(source: Extract<Source, { kind: 'function' | 'class' }>): Value {
    const { definition } = source;
    const { module } = 'bases' in definition ? definition.scope.chunk : definition.chunk;
    const isMember = !('bases' in definition) && definition.owner !== undefined;
    return module.name === undefined || isMember ? source : named(`${module.name}.${definition.name}`);
  }

  #import({ module, name, in: chunk }: Extract<Source, { kind: 'import' }>): Value | undefined {
    const path = pathOf({ module, ...(name === undefined ? {} : { name }) });
    const from = chunk.module;
    const isRelative = module.startsWith('.');
    const library = !isRelative && (symbolAt(this.known, path) !== undefined || this.#isLibrary(path));
    if (from.name !== undefined || library) {
      const held = name === undefined ? undefined : variableOf(module, name, this);
      return held ?? named(normalised(path));
    }
    const own = this.modules.find(module, from);
    if (own === undefined) return named(normalised(path));
    if (name === undefined) return { kind: 'module', module: own };
    return this.attribute({ kind: 'module', module: own }, name).value;
  }

  /** Whether a path begins with the name of a package that the table knows. */
  #isLibrary(path: string): boolean {
    const [first = ''] = path.split('.', 1);
    return Object.hasOwn(this.known.symbols.packages, first.replaceAll('_', '-'));
  }

  #annotated(source: Extract<Source, { kind: 'annotation' }>, environment: Environment): Value | undefined {
    const type = this.typeOf(source.code, environment);
    if (type !== undefined || source.value === undefined) return type;
    // `x: Final = …` says nothing of what it holds.
    const plain = this.evaluate(source.code);
    const isOpen = plain?.kind === 'named' && formOf(plain.path) === 'transparent';
    return isOpen ? this.evaluate(source.value, environment) : undefined;
  }

  #caught(code: Code): Value | undefined {
    const value = this.evaluate(code);
    return held(value, this);
  }

  #parameter({ parameter, of }: Extract<Source, { kind: 'parameter' }>): Value | undefined {
    if (parameter.isRest) return undefined;
    const { annotation, default: fallback } = parameter;
    if (annotation === undefined && of.owner !== undefined && of.parameters[0] === parameter) {
      return this.#receiverOf(of, of.owner);
    }
    const type = annotation === undefined ? undefined : this.typeOf(annotation);
    if (type !== undefined || fallback === undefined) return type;
    return dependencyOf(fallback, this);
  }

  #receiverOf(method: FunctionDefinition, owner: ClassDefinition): Value | undefined {
    if (decoratedAs(method, STATIC)) return undefined;
    const own: ClassRef = { kind: 'class', definition: owner };
    return decoratedAs(method, OF_CLASS) || IMPLICITLY_OF_CLASS.has(method.name) ? own : instanceOf(own);
  }

  #resultOf(definition: FunctionDefinition, environment: Environment): Value | undefined {
    const { returns, yielded, returned } = definition;
    const plain =
      returns !== undefined
        ? this.typeOf(returns, environment)
        : yielded.length > 0
          ? instanceOf(ITERATOR, [this.#given(yielded)])
          : this.#given(returned);
    if (!decoratedAs(definition, MANAGERS)) return plain;
    return instanceOf(MANAGER, [this.elementOf(plain) ?? plain]);
  }

  #given(codes: readonly (Code | undefined)[]): Value | undefined {
    return this.agreed(codes.map((code) => (code === undefined ? undefined : this.evaluate(code))));
  }

  #expression(code: Code, environment: Environment): Value | undefined {
    const { node, place } = code;
    const children = childrenOf(node);
    const value = (child: SyntaxNode | undefined): Value | undefined =>
      child === undefined ? undefined : this.evaluate({ ...code, node: child }, environment);
    switch (node.name) {
      case 'VariableName':
        return this.#name(node, code);
      case 'MemberExpression':
      case 'CallExpression':
      case 'Decorator':
        return this.#follow(spineOf(node), code, environment);
      case 'ConditionalExpression':
        return this.#optional([children[0], children[4]], value);
      case 'NamedExpression':
        return value(children[2]);
      case 'BinaryExpression':
        return this.#binary(children, code, value);
      case 'ArrayExpression':
      case 'SetExpression':
        return instanceOf(LIST, [this.agreed(children.filter(isItem).map(value))]);
      case 'TupleExpression':
        return { kind: 'tuple', items: children.filter(isItem).map(value) };
      case 'ComprehensionExpression':
      case 'ArrayComprehensionExpression':
      case 'SetComprehensionExpression': {
        const inside = place.scope.chunk.inside.get((children[0] ?? node).from);
        const item = children.find(isItem);
        if (inside === undefined || item === undefined) return undefined;
        return instanceOf(LIST, [this.evaluate({ node: item, place: inside, at: item.from }, environment)]);
      }
      case 'LambdaExpression': {
        const inside = place.scope.chunk.inside.get(node.from);
        const definition = inside === undefined ? undefined : functionAround(inside.scope);
        return definition === undefined ? undefined : { kind: 'function', definition };
      }
      default:
        return undefined;
    }
  }

  #binary(
    [left, operator, right]: readonly SyntaxNode[],
    code: Code,
    value: (child: SyntaxNode | undefined) => Value | undefined,
  ): Value | undefined {
    if (operator === undefined) return undefined;
    if (operator.name === 'or') return this.#optional([left, right], value);
    if (operator.name === 'and') return value(right);
    return code.place.scope.chunk.textOf(operator) === '|' ? { kind: 'type', code } : undefined;
  }

  /** What two expressions agree on; `None` and what is empty say nothing against an instance. */
  #optional(
    nodes: readonly (SyntaxNode | undefined)[],
    value: (child: SyntaxNode | undefined) => Value | undefined,
  ): Value | undefined {
    const some = nodes.filter((node) => node !== undefined && !isNothing(unwrap(node)));
    const agreed = this.agreed(some.map(value));
    return some.length < nodes.length && !isHeld(agreed) ? undefined : agreed;
  }

  #name(node: SyntaxNode, { place, at }: Code): Value | undefined {
    const { chunk } = place.scope;
    const { name } = identifierAt(node, chunk);
    const { module } = chunk;
    const isDeferred = module.name !== undefined || (place.annotation === true && module.defersAnnotations);
    const where = isDeferred ? { ...place, deferred: true } : place;
    // What a statement binds is looked up where the statement ends, not where its name stands.
    return this.#lookup.find(name, where, Math.max(at, node.from));
  }

  #follow({ base, steps }: Spine, code: Code, environment: Environment, found?: Found): Value | undefined {
    const { chunk } = code.place.scope;
    const isName = base.name === 'VariableName';
    let value = isName ? this.#name(base, code) : this.evaluate({ ...code, node: base }, environment);
    if (isName && found !== undefined && value?.kind === 'named') this.#report(value.path, base, code, found);
    for (const step of steps.slice(0, LONGEST_CHAIN)) {
      if (value === undefined) return undefined;
      if (step.kind === 'attribute') {
        const identifier = identifierAt(step.node, chunk);
        const member: Member = this.attribute(value, identifier.name);
        if (member.symbol !== undefined) found?.(identifier, member.symbol);
        value = member.value;
      } else {
        value = this.#step(value, step, code);
      }
    }
    return steps.length > LONGEST_CHAIN ? undefined : value;
  }

  #step(value: Value, step: Exclude<Step, { kind: 'attribute' }>, code: Code): Value | undefined {
    if (step.kind === 'call') return this.call(value, { list: step.arguments, code });
    switch (value.kind) {
      case 'named':
      case 'class':
      case 'type':
        return { kind: 'type', code: { ...code, node: step.node } };
      case 'tuple':
        return this.agreed(value.items);
      case 'union':
        return this.agreed(value.options.map((option) => this.#step(option, step, code)));
      case 'instance': {
        const method = this.attribute(value, '__getitem__').value;
        return method === undefined ? this.elementOf(value) : this.call(method);
      }
      default:
        return undefined;
    }
  }

  #report(path: string, node: SyntaxNode, { place }: Code, found: Found): void {
    const symbol = symbolAt(this.known, path);
    if (symbol !== undefined) found(identifierAt(node, place.scope.chunk), symbol);
  }
}

const STATIC = new Set(['staticmethod']);
const OF_CLASS = new Set([
  'classmethod',
  'field_validator',
  'model_validator',
  'validator',
  'root_validator',
  'declared_attr',
]);
const IMPLICITLY_OF_CLASS = new Set(['__new__', '__init_subclass__', '__class_getitem__']);
const MANAGERS = new Set(['contextmanager', 'asynccontextmanager']);
const ITERATOR: ClassRef = { kind: 'named', path: 'builtins.Iterator' };
const LIST: ClassRef = { kind: 'named', path: 'builtins.list' };
const MANAGER: ClassRef = { kind: 'named', path: 'builtins.AbstractContextManager' };

const EMPTIES = new Set(['ArrayExpression', 'DictionaryExpression', 'TupleExpression']);

function isNothing(node: SyntaxNode): boolean {
  return node.name === 'None' || (EMPTIES.has(node.name) && !childrenOf(node).some(isItem));
}

function isItem({ name }: SyntaxNode): boolean {
  return !/^[[\](){},⚠*]+$/u.test(name);
}

/** A chain of names; in decorators and patterns they stand beside each other, without expressions around them. */
function spineOf(node: SyntaxNode): Spine {
  if (node.name !== 'Decorator' && node.name !== 'AttributePattern') return readSpine(node);
  const [base = node, ...rest] = childrenOf(node).filter(({ name }) =>
    /^(?:VariableName|PropertyName|ArgList)$/.test(name),
  );
  const steps = rest.map((child): Step =>
    child.name === 'ArgList' ? { kind: 'call', arguments: child } : { kind: 'attribute', node: child },
  );
  return { base, steps, inner: [] };
}
