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
import { follow, valueOfExpression, type OnSymbolFound } from './expressions';
import { elementOf, enteredOf } from './iteration';
import { NameLookup } from './nameLookup';
import { memberOf } from './members';
import { identifierAt, unwrap } from './nodes';
import { resultOfFunction, valueOfSource } from './bindingValues';
import type { Binding, ClassDefinition, Code, FunctionDefinition, ModuleScope, Source, Use } from './scope';
import { typeOf } from './types';
import {
  EMPTY,
  instanceOf,
  isSame,
  named,
  unionOf,
  type ClassRef,
  type TypeEnvironment,
  type Value,
} from './values';

/** Values that are asked for while one is found, one inside the other. */
const DEEPEST = 60;
/** Expressions that are looked at for one use: what generated code asks for beyond is left unknown. */
const MAX_STEPS = 4_000;

/** Finds what names stand for: looks them up, and follows what they were given. Keeps what it has found. */
export class Resolver implements Evaluator {
  readonly plainAncestors = new Map<ClassDefinition | string, readonly Ancestor[]>();
  readonly #values = new Map<Binding, Value | undefined>();
  readonly #expressions = new WeakMap<object, Map<string, Value | undefined>>();
  readonly #results = new Map<FunctionDefinition, Value | undefined>();
  /** Functions whose result is being found. */
  readonly #running = new Set<FunctionDefinition>();
  readonly #lookup: NameLookup;
  #depth = 0;
  #steps = 0;
  /** Times that something was cut off: what is found meanwhile is not the whole truth, and is not kept. */
  #cuts = 0;

  constructor(
    readonly known: KnownNames,
    readonly modules: Modules,
  ) {
    this.#lookup = new NameLookup(this, (binding) => this.#valueOf(binding));
  }

  /** Reports the symbols that the names of a use are. */
  resolve(use: Use, found: OnSymbolFound): void {
    this.#steps = 0;
    follow(use, this, EMPTY, found);
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
    return this.read(source);
  }

  evaluate(code: Code, environment: TypeEnvironment = EMPTY): Value | undefined {
    return this.#guarded(() => {
      const node = unwrap(code.node);
      const { chunk } = code.place.scope;
      // Calls are asked for once as themselves and again as arguments of what is around them; names of stubs, which
      // mean the same everywhere in them, for every call of what they describe.
      const isRepeated =
        node.name === 'VariableName'
          ? chunk.module.name !== undefined
          : node.name === 'CallExpression' && environment.size === 0;
      const find = (): Value | undefined => valueOfExpression({ ...code, node }, this, environment);
      if (!isRepeated) return find();
      const known = this.#expressions.get(chunk) ?? new Map<string, Value | undefined>();
      this.#expressions.set(chunk, known);
      return this.#kept(known, `${String(node.from)} ${String(node.to)}`, find);
    });
  }

  nameAt({ node, place, at }: Code): Value | undefined {
    const { chunk } = place.scope;
    const { module } = chunk;
    const isDeferred = module.name !== undefined || (place.annotation === true && module.defersAnnotations);
    const where = isDeferred ? { ...place, deferred: true } : place;
    // What a statement binds is looked up where the statement ends, not where its name stands.
    return this.#lookup.find(identifierAt(node, chunk).name, where, Math.max(at, node.from));
  }

  typeOf(code: Code, environment: TypeEnvironment = EMPTY): Value | undefined {
    return this.#guarded(() => typeOf(code, this, environment));
  }

  read(source: Source, environment: TypeEnvironment = EMPTY): Value | undefined {
    return this.#guarded(() => valueOfSource(source, this, environment));
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

  resultOf(definition: FunctionDefinition, environment: TypeEnvironment): Value | undefined {
    const find = (): Value | undefined => {
      // A function that gives what it gives itself gives nothing.
      if (this.#running.has(definition)) {
        this.#cuts += 1;
        return undefined;
      }
      this.#running.add(definition);
      try {
        return this.#guarded(() => resultOfFunction(definition, this, environment));
      } finally {
        this.#running.delete(definition);
      }
    };
    return environment.size === 0 ? this.#kept(this.#results, definition, find) : find();
  }

  #valueOf(binding: Binding): Value | undefined {
    if (this.#values.has(binding)) return this.#values.get(binding);
    // A name that stands for itself in the end stands for nothing.
    this.#values.set(binding, undefined);
    const cuts = this.#cuts;
    const value = this.read(binding.source);
    if (this.#cuts === cuts) this.#values.set(binding, value);
    else this.#values.delete(binding);
    return value;
  }

  #kept<K>(known: Map<K, Value | undefined>, key: K, find: () => Value | undefined): Value | undefined {
    if (known.has(key)) return known.get(key);
    const cuts = this.#cuts;
    const value = find();
    if (this.#cuts === cuts) known.set(key, value);
    return value;
  }

  #guarded<T>(work: () => T): T | undefined {
    this.#steps += 1;
    if (this.#depth >= DEEPEST || this.#steps > MAX_STEPS) {
      this.#cuts += 1;
      return undefined;
    }
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
}
