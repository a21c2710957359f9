import { resultOfCall } from './calls';
import {
  resolveSymbol,
  type Ancestor,
  type Evaluator,
  type CallArguments,
  type KnownNames,
  type Member,
  type ModuleFinder,
} from './evaluator';
import { valueOfAccessChain, valueOfExpression, type OnSymbolFound } from './expressions';
import { elementOf, enteredValueOf } from './iteration';
import { NameLookup } from './nameLookup';
import { memberOf } from './members';
import { identifierAt, unwrap } from './nodes';
import { resultOfFunction, valueOfSource } from './bindingValues';
import type {
  Binding,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  ModuleScope,
  BindingSource,
  NameUse,
} from './scope';
import { valueOfType } from './types';
import {
  EMPTY_ENVIRONMENT,
  instanceOf,
  isSame,
  namedValue,
  unionOf,
  type ClassRef,
  type TypeEnvironment,
  type Value,
} from './values';

/** Values that are asked for while one is found, one inside the other. */
const MAX_DEPTH = 60;
/** Expressions that are looked at for one use: what generated code asks for beyond is left unknown. */
const MAX_STEPS = 4_000;

/** Finds what names stand for: looks them up, and follows what they were given. Keeps what it has found. */
export class Resolver implements Evaluator {
  readonly ancestorCache = new Map<ClassDefinition | string, readonly Ancestor[]>();
  readonly #values = new Map<Binding, Value | undefined>();
  readonly #expressions = new WeakMap<object, Map<string, Value | undefined>>();
  readonly #results = new Map<FunctionDefinition, Value | undefined>();
  /** Functions whose result is being found. */
  readonly #running = new Set<FunctionDefinition>();
  readonly #lookup: NameLookup;
  #depth = 0;
  #steps = 0;
  /** Times that something was cut off: what is found meanwhile is not the whole truth, and is not kept. */
  #cutOffs = 0;

  constructor(
    readonly known: KnownNames,
    readonly modules: ModuleFinder,
  ) {
    this.#lookup = new NameLookup(this, (binding) => this.#valueOf(binding));
  }

  /** Reports the symbols that the names of a use are. */
  resolve(use: NameUse, found: OnSymbolFound): void {
    this.#steps = 0;
    valueOfAccessChain(use, this, EMPTY_ENVIRONMENT, found);
  }

  /** The symbol of what is called, or otherwise used as a whole. */
  symbolOfExpression({ node, context }: Omit<NameUse, 'lookupOffset'>): string | undefined {
    this.#steps = 0;
    const value = this.evaluate({ node, context, lookupOffset: node.from });
    return value?.kind === 'named' ? resolveSymbol(this.known, value.path) : undefined;
  }

  /** What a word of an import statement names. */
  valueOfImport(source: Extract<BindingSource, { kind: 'import' }>): Value | undefined {
    this.#steps = 0;
    return this.valueOfSource(source);
  }

  evaluate(expression: Expression, environment: TypeEnvironment = EMPTY_ENVIRONMENT): Value | undefined {
    return this.#limited(() => {
      const node = unwrap(expression.node);
      const { statement } = expression.context.scope;
      // Calls are asked for once as themselves and again as arguments of what is around them; names of stubs, which
      // mean the same everywhere in them, for every call of what they describe.
      const isRepeated =
        node.name === 'VariableName'
          ? statement.module.stubName !== undefined
          : node.name === 'CallExpression' && environment.size === 0;
      const find = (): Value | undefined => valueOfExpression({ ...expression, node }, this, environment);
      if (!isRepeated) return find();
      const known = this.#expressions.get(statement) ?? new Map<string, Value | undefined>();
      this.#expressions.set(statement, known);
      return this.#cached(known, `${String(node.from)} ${String(node.to)}`, find);
    });
  }

  valueOfName({ node, context, lookupOffset: at }: Expression): Value | undefined {
    const { statement } = context.scope;
    const { module } = statement;
    const isDeferred =
      module.stubName !== undefined || (context.isAnnotation === true && module.defersAnnotations);
    const where = isDeferred ? { ...context, isDeferred: true } : context;
    // What a statement binds is looked up where the statement ends, not where its name stands.
    return this.#lookup.lookUp(identifierAt(node, statement).name, where, Math.max(at, node.from));
  }

  valueOfType(expression: Expression, environment: TypeEnvironment = EMPTY_ENVIRONMENT): Value | undefined {
    return this.#limited(() => valueOfType(expression, this, environment));
  }

  valueOfSource(source: BindingSource, environment: TypeEnvironment = EMPTY_ENVIRONMENT): Value | undefined {
    return this.#limited(() => valueOfSource(source, this, environment));
  }

  memberOf(value: Value, name: string): Member {
    return this.#limited(() => memberOf(value, name, this, this.#lookup)) ?? {};
  }

  resultOfCall(value: Value, given?: CallArguments): Value | undefined {
    return this.#limited(() => resultOfCall(value, given, this));
  }

  elementOf(value: Value | undefined): Value | undefined {
    return this.#limited(() => elementOf(value, this));
  }

  enteredValueOf(value: Value | undefined): Value | undefined {
    return this.#limited(() => enteredValueOf(value, this));
  }

  join(values: readonly (Value | undefined)[]): Value | undefined {
    const known = values.filter((value) => value !== undefined);
    return known.length < values.length ? undefined : unionOf(known, (a, b) => this.#isSame(a, b));
  }

  classDefinitionOf(of: ClassRef): ClassDefinition | undefined {
    if (of.kind === 'class') return of.definition;
    const name = this.known.symbols.resolve(of.path)?.name ?? of.path;
    const dot = name.lastIndexOf('.');
    if (dot === -1) return undefined;
    const source = this.modules.findStub(name.slice(0, dot))?.bindings.get(name.slice(dot + 1))?.[0]?.source;
    return source?.kind === 'class' ? source.definition : undefined;
  }

  exportedValue(module: ModuleScope, name: string): Value | undefined {
    return this.#limited(() => this.#lookup.exportedValue(module, name));
  }

  resultOfFunction(definition: FunctionDefinition, environment: TypeEnvironment): Value | undefined {
    const find = (): Value | undefined => {
      // A function that gives what it gives itself gives nothing.
      if (this.#running.has(definition)) {
        this.#cutOffs += 1;
        return undefined;
      }
      this.#running.add(definition);
      try {
        return this.#limited(() => resultOfFunction(definition, this, environment));
      } finally {
        this.#running.delete(definition);
      }
    };
    return environment.size === 0 ? this.#cached(this.#results, definition, find) : find();
  }

  #valueOf(binding: Binding): Value | undefined {
    if (this.#values.has(binding)) return this.#values.get(binding);
    // A name that stands for itself in the end stands for nothing.
    this.#values.set(binding, undefined);
    const cuts = this.#cutOffs;
    const value = this.valueOfSource(binding.source);
    if (this.#cutOffs === cuts) this.#values.set(binding, value);
    else this.#values.delete(binding);
    return value;
  }

  #cached<K>(known: Map<K, Value | undefined>, key: K, find: () => Value | undefined): Value | undefined {
    if (known.has(key)) return known.get(key);
    const cuts = this.#cutOffs;
    const value = find();
    if (this.#cutOffs === cuts) known.set(key, value);
    return value;
  }

  #limited<T>(work: () => T): T | undefined {
    this.#steps += 1;
    if (this.#depth >= MAX_DEPTH || this.#steps > MAX_STEPS) {
      this.#cutOffs += 1;
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
      if (value?.kind === 'named') return namedValue(resolveSymbol(this.known, value.path) ?? value.path);
      if (value?.kind !== 'instance' || value.classRef.kind !== 'named') return value;
      const path = resolveSymbol(this.known, value.classRef.path) ?? value.classRef.path;
      return instanceOf(namedValue(path), value.arguments);
    };
    return a !== undefined && isSame(canonical(a), canonical(b));
  }
}
