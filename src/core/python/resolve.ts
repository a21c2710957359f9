import type { SymbolTable } from '../symbols/table';
import {
  moduleOf,
  type Binding,
  type Branch,
  type Chain,
  type Identifier,
  type Place,
  type Scope,
} from './scope';

/** What a name stands for: what has a qualified name, or an instance of it. */
interface Value {
  readonly path: string;
  readonly isInstance: boolean;
}

/** A name's bindings in one scope, prepared for looking up. */
interface Bindings {
  /** By where they take effect. */
  readonly all: readonly Binding[];
  readonly annotated: readonly Binding[];
  /** What all of them agree on; for uses that may run at any time. */
  settled?: { readonly value: Value | undefined };
}

/** What is known of names: the table, and what archives declare. */
export interface KnownNames {
  readonly symbols: SymbolTable;
  /** Qualified names that resolve whether the table has them or not. */
  readonly declared: ReadonlySet<string>;
}

/** The symbol a qualified name leads to. */
export function symbolAt({ symbols, declared }: KnownNames, path: string): string | undefined {
  return symbols.resolve(path)?.name ?? (declared.has(path) ? path : undefined);
}

/** More attributes than any name has. */
const LONGEST_CHAIN = 16;
/** Conditional bindings of one name that are looked at before a use: the nearest tell enough. */
const MOST_REACHING = 32;

/** Looks names up by Python's rules; where bindings disagree, a name stands for nothing. */
export class Resolver {
  readonly #bindings = new Map<readonly Binding[], Bindings>();
  readonly #values = new Map<Binding, Value | undefined>();

  constructor(private readonly known: KnownNames) {}

  /** Evaluates a chain; `found` hears of every symbol on the way. */
  evaluate(chain: Chain, found?: (identifier: Identifier, symbol: string) => void): Value | undefined {
    let value = this.#lookUp(chain.head.name, chain.place, chain.at);
    const report = (identifier: Identifier): void => {
      if (found === undefined || value === undefined || value.isInstance) return;
      const symbol = symbolAt(this.known, value.path);
      if (symbol !== undefined) found(identifier, symbol);
    };
    report(chain.head);
    for (const step of chain.steps.slice(0, LONGEST_CHAIN)) {
      if (value === undefined) return undefined;
      if (step.kind === 'attribute') {
        value = { path: `${value.path}.${step.identifier.name}`, isInstance: false };
        report(step.identifier);
      } else {
        value = step.kind === 'call' ? this.#call(value) : undefined;
      }
    }
    return chain.steps.length > LONGEST_CHAIN ? undefined : value;
  }

  #call({ path, isInstance }: Value): Value | undefined {
    return !isInstance && this.#isClass(path) ? { path, isInstance: true } : undefined;
  }

  #isClass(path: string): boolean {
    const kind = this.known.symbols.resolve(path)?.kind;
    return kind === 'class' || kind === 'exception';
  }

  #lookUp(name: string, place: Place, at: number): Value | undefined {
    let deferred = place.deferred === true;
    // The names of a class body are seen from the body itself only.
    let isBody = true;
    let scope: Scope | undefined = place.scope;
    for (; scope !== undefined; scope = scope.parent) {
      if (scope.globals.has(name)) {
        scope = moduleOf(scope);
        deferred = true;
      }
      const hides = scope.kind !== 'class' || isBody;
      const bindings = hides && !scope.nonlocals.has(name) ? scope.bindings.get(name) : undefined;
      if (bindings !== undefined) {
        const reaching = deferred ? undefined : this.#reaching(bindings, place.branch, at);
        if (deferred) return this.#settled(bindings);
        if (reaching !== undefined && reaching.length > 0) return this.#agreed(reaching);
        // A local name hides others before it is bound, too; a class and the module go on looking.
        if (scope.kind === 'function') return undefined;
      }
      if (scope.kind === 'function') deferred = true;
      if (scope.kind !== 'types') isBody = false;
    }
    return this.#fromStars(name, moduleOf(place.scope), deferred ? Infinity : at);
  }

  #fromStars(name: string, { stars }: Scope, at: number): Value | undefined {
    if (name.startsWith('_')) return undefined;
    for (const { module, from } of stars.toReversed()) {
      const path = `${module}.${name}`;
      if (from <= at && symbolAt(this.known, path) !== undefined) return { path, isInstance: false };
    }
    return undefined;
  }

  /** The bindings that may hold at an offset, in the order of the file: back to the one that holds in any case. */
  #reaching(bindings: readonly Binding[], branch: Branch | undefined, at: number): readonly Binding[] {
    const { all, annotated } = this.#prepared(bindings);
    const annotation = annotated.findLast(({ from }) => from <= at);
    if (annotation !== undefined) return [annotation];
    const around = new Map<number, Branch>();
    for (let one = branch; one !== undefined; one = one.parent) around.set(one.statement, one);
    const reaching: Binding[] = [];
    for (let index = lastBefore(all, at); index >= 0; index -= 1) {
      const binding = all[index];
      if (binding === undefined || isExcluded(binding.branch, around)) continue;
      reaching.push(binding);
      const isCertain =
        binding.branch === undefined || around.get(binding.branch.statement) === binding.branch;
      if (isCertain || binding.source.kind === 'own' || reaching.length === MOST_REACHING) break;
    }
    return reaching.reverse();
  }

  #settled(bindings: readonly Binding[]): Value | undefined {
    const prepared = this.#prepared(bindings);
    prepared.settled ??= {
      value: this.#agreed(prepared.annotated.length > 0 ? prepared.annotated : prepared.all),
    };
    return prepared.settled.value;
  }

  #prepared(bindings: readonly Binding[]): Bindings {
    const known = this.#bindings.get(bindings);
    if (known !== undefined) return known;
    const all = bindings.toSorted((a, b) => a.from - b.from);
    const prepared = { all, annotated: all.filter(({ source }) => source.kind === 'annotation') };
    this.#bindings.set(bindings, prepared);
    return prepared;
  }

  /** What bindings agree on. An import that leads nowhere is passed over where another one leads to a symbol. */
  #agreed(bindings: readonly Binding[]): Value | undefined {
    if (bindings.length === 1 && bindings[0] !== undefined) return this.#valueOf(bindings[0]);
    const values = new Map<string, Value>();
    const unknown = new Map<string, Value>();
    for (const binding of bindings) {
      const value = this.#valueOf(binding);
      if (value === undefined) return undefined;
      const symbol = symbolAt(this.known, value.path);
      if (symbol !== undefined) values.set(`${symbol} ${String(value.isInstance)}`, value);
      else if (binding.source.kind === 'import') unknown.set(value.path, value);
      else return undefined;
    }
    const [agreed, ...others] = values.size > 0 ? values.values() : unknown.values();
    return others.length === 0 ? agreed : undefined;
  }

  #valueOf(binding: Binding): Value | undefined {
    if (this.#values.has(binding)) return this.#values.get(binding);
    // A name that stands for itself in the end stands for nothing.
    this.#values.set(binding, undefined);
    const value = this.#read(binding);
    this.#values.set(binding, value);
    return value;
  }

  #read({ source }: Binding): Value | undefined {
    switch (source.kind) {
      case 'import':
        return { path: source.path, isInstance: false };
      case 'expression':
        return this.evaluate(source.chain);
      case 'context': {
        const value = this.evaluate(source.chain);
        return value?.isInstance === true ? value : undefined;
      }
      case 'annotation': {
        const value = this.evaluate(source.chain);
        return value === undefined ? undefined : this.#call(value);
      }
      case 'own':
        return undefined;
    }
  }
}

function lastBefore(bindings: readonly Binding[], at: number): number {
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bindings[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether a binding is in an arm that does not run when the arms `around` a use do. */
function isExcluded(branch: Branch | undefined, around: ReadonlyMap<number, Branch>): boolean {
  for (let one = branch; one !== undefined; one = one.parent) {
    const other = around.get(one.statement);
    if (other !== undefined && other !== one && one.exclusive) return true;
  }
  return false;
}
