import { valueOfSource } from './bindingValues';
import { resultOfCall } from './calls';
import type { Ancestor, CallArguments, Evaluator, Member, ModuleFinder } from './evaluator';
import { valueOfAccessChain, valueOfExpression, type OnSymbolFound } from './expressions';
import { resultOfFunction } from './functionResults';
import { elementOf, enteredValueOf } from './iteration';
import { resolveSymbol, type KnownNames } from './knownNames';
import { memberOf } from './members';
import { NameLookup } from './nameLookup';
import { boundValue, symbolOf } from './naming';
import { identifierAt, unwrap } from './nodes';
import type {
  Binding,
  BindingSource,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  ModuleScope,
  NameUse,
} from './scope';
import { stubBindings, valueOfType } from './types';
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

/** Values that are evaluated for each other, one inside the other. */
const MAX_DEPTH = 60;
/** Evaluations for one name use; anything beyond, as in generated code, is unknown. */
const MAX_STEPS = 4_000;

/** Resolves names to symbols by evaluating the code that binds them. Results are cached for the resolver's lifetime. */
export class Resolver implements Evaluator {
  readonly ancestorCache = new Map<ClassDefinition | string, readonly Ancestor[]>();
  readonly #values = new Map<Binding, Value | undefined>();
  readonly #expressions = new WeakMap<object, Map<string, Value | undefined>>();
  readonly #results = new Map<FunctionDefinition, Value | undefined>();
  /** Functions whose result is being evaluated. */
  readonly #running = new Set<FunctionDefinition>();
  readonly #lookup: NameLookup;
  #depth = 0;
  #steps = 0;
  /** Incremented when a limit or a recursion cuts an evaluation off: values that depend on it are not cached. */
  #cutOffs = 0;

  constructor(
    readonly known: KnownNames,
    readonly modules: ModuleFinder,
  ) {
    this.#lookup = new NameLookup(this, (binding) => this.#valueOf(binding));
  }

  /** Reports the symbols in a name use. */
  resolve(use: NameUse, onSymbolFound: OnSymbolFound): void {
    this.#steps = 0;
    valueOfAccessChain(use, this, EMPTY_ENVIRONMENT, onSymbolFound);
  }

  /** The symbol that an expression as a whole is, such as a callee. */
  symbolOfExpression({ node, context }: Omit<NameUse, 'lookupOffset'>): string | undefined {
    this.#steps = 0;
    const value = this.evaluate({ node, context, lookupOffset: node.from });
    return symbolOf(value, this.known);
  }

  valueOfImport(source: Extract<BindingSource, { kind: 'import' }>): Value | undefined {
    this.#steps = 0;
    return this.valueOfSource(source);
  }

  evaluate(expression: Expression, environment: TypeEnvironment = EMPTY_ENVIRONMENT): Value | undefined {
    return this.#limited(() => {
      const node = unwrap(expression.node);
      const { statement } = expression.context.scope;
      // Calls are evaluated on their own and as arguments of the calls around them; names in stubs, whose value is the
      // same everywhere in the stub, for every call of what they annotate.
      const isCached =
        node.name === 'VariableName'
          ? statement.module.stubName !== undefined
          : node.name === 'CallExpression' && environment.size === 0;
      const compute = (): Value | undefined => valueOfExpression({ ...expression, node }, this, environment);
      if (!isCached) return compute();
      const cache = this.#expressions.get(statement) ?? new Map<string, Value | undefined>();
      this.#expressions.set(statement, cache);
      return this.#cached(cache, `${String(node.from)} ${String(node.to)}`, compute);
    });
  }

  valueOfName({ node, context, lookupOffset }: Expression): Value | undefined {
    const { statement } = context.scope;
    const { module } = statement;
    const isDeferred =
      module.stubName !== undefined || (context.isAnnotation === true && module.defersAnnotations);
    const lookupContext = isDeferred ? { ...context, isDeferred: true } : context;
    const { name } = identifierAt(node, statement);
    // A name that a statement binds is looked up at the end of the statement, not where it is written.
    return this.#lookup.lookUp(name, lookupContext, Math.max(lookupOffset, node.from));
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

  resultOfCall(value: Value, callArguments?: CallArguments): Value | undefined {
    return this.#limited(() => resultOfCall(value, callArguments, this));
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

  classDefinitionOf(classRef: ClassRef): ClassDefinition | undefined {
    if (classRef.kind === 'class') return classRef.definition;
    const source = stubBindings(classRef.path, this)[0]?.source;
    return source?.kind === 'class' ? source.definition : undefined;
  }

  exportedValue(module: ModuleScope, name: string): Value | undefined {
    return this.#limited(() => this.#lookup.exportedValue(module, name));
  }

  resultOfFunction(definition: FunctionDefinition, environment: TypeEnvironment): Value | undefined {
    const compute = (): Value | undefined => {
      // The result of a recursive call is unknown.
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
    return environment.size === 0 ? this.#cached(this.#results, definition, compute) : compute();
  }

  #valueOf(binding: Binding): Value | undefined {
    if (this.#values.has(binding)) return this.#values.get(binding);
    // A binding that depends on itself is unknown.
    this.#values.set(binding, undefined);
    const cutOffs = this.#cutOffs;
    const value = boundValue(binding.source, this.valueOfSource(binding.source), this);
    if (this.#cutOffs === cutOffs) this.#values.set(binding, value);
    else this.#values.delete(binding);
    return value;
  }

  #cached<K>(cache: Map<K, Value | undefined>, key: K, compute: () => Value | undefined): Value | undefined {
    if (cache.has(key)) return cache.get(key);
    const cutOffs = this.#cutOffs;
    const value = compute();
    if (this.#cutOffs === cutOffs) cache.set(key, value);
    return value;
  }

  /** Runs an evaluation unless a limit is reached. */
  #limited<T>(evaluation: () => T): T | undefined {
    this.#steps += 1;
    if (this.#depth >= MAX_DEPTH || this.#steps > MAX_STEPS) {
      this.#cutOffs += 1;
      return undefined;
    }
    this.#depth += 1;
    try {
      return evaluation();
    } finally {
      this.#depth -= 1;
    }
  }

  /** Compares values by symbol: different paths to one symbol are the same. */
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
