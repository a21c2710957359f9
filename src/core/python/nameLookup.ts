import type { Branch, Binding, CodeContext, Scope, ModuleScope } from './scope';
import { lowerBound } from '../base/lowerBound';
import { resolveSymbol, type Evaluator } from './evaluator';
import { BUILTINS, specialFormOf } from './specialForms';
import { namedValue, type Value } from './values';

/** A binding with the place at which it takes effect. */
interface PositionedBinding extends Binding {
  readonly offset: number;
}

/** A name's bindings in one scope, prepared for looking up. */
interface PreparedBindings {
  /** By where they take effect. */
  readonly byOffset: readonly PositionedBinding[];
  readonly annotations: readonly PositionedBinding[];
}

/** Conditional bindings of one name that are looked at before a use: the nearest tell enough. */
const MAX_REACHING = 32;

/** Looks names up by Python's rules; where bindings disagree, a name stands for nothing. */
export class NameLookup {
  readonly #bindings = new Map<readonly Binding[], PreparedBindings>();
  readonly #exporting = new Set<string>();

  constructor(
    private readonly evaluator: Evaluator,
    private readonly valueOf: (binding: Binding) => Value | undefined,
  ) {}

  /** What a name stands for at a place, looked up at an offset of its chunk. */
  lookUp(name: string, context: CodeContext, at: number): Value | undefined {
    const { statement } = context.scope;
    let deferred = context.isDeferred === true;
    // The names of a class body are seen from the body itself only.
    let isBody = true;
    let scope: Scope | undefined = context.scope;
    for (; scope !== undefined; scope = scope.parent) {
      if (scope.globals.has(name)) {
        scope = statement.scope;
        deferred = true;
      }
      const hides = scope.kind !== 'class' || isBody;
      const bindings = hides && !scope.nonlocals.has(name) ? bindingsIn(scope, name) : undefined;
      if (bindings !== undefined) {
        if (deferred) return this.finalValue(bindings);
        const reaching = this.#reaching(
          bindings,
          context.branch,
          scope.kind === 'module' ? statement.toModuleOffset(at) : at,
        );
        if (reaching.length > 0) return this.join(reaching);
        // A local name hides others before it is bound, too; a class and the module go on looking.
        if (scope.kind === 'function') return undefined;
      }
      if (scope.kind === 'function') deferred = true;
      if (scope.kind !== 'types') isBody = false;
    }
    return (
      this.#fromStarImports(name, statement.module, deferred ? Infinity : statement.toModuleOffset(at)) ??
      this.#builtin(name)
    );
  }

  /** A name of a module's top level, as others import it. */
  exportedValue(module: ModuleScope, name: string): Value | undefined {
    const bindings = module.bindings.get(name);
    if (bindings !== undefined) return this.finalValue(bindings);
    const key = `${module.path}\n${name}`;
    if (this.#exporting.has(key)) return undefined;
    this.#exporting.add(key);
    try {
      return this.#fromStarImports(name, module, Infinity);
    } finally {
      this.#exporting.delete(key);
    }
  }

  /** What a name stands for once everything has run. */
  finalValue(bindings: readonly Binding[]): Value | undefined {
    const { byOffset: all, annotations: annotated } = this.#prepared(bindings);
    return this.join(annotated.length > 0 ? annotated : all.filter(isAssignment));
  }

  /**
   * What bindings agree on. An import that leads nowhere is passed over where another one leads to a symbol, and
   * `None` where others hold an instance: what is optional is named for what it may be.
   */
  join(bindings: readonly Binding[]): Value | undefined {
    const some = bindings.filter(
      (binding) => binding.source.kind !== 'none' && !isAddition(binding, bindings),
    );
    const hasNone = bindings.some(({ source }) => source.kind === 'none');
    const values: (Value | undefined)[] = [];
    const unknown: Value[] = [];
    for (const binding of some) {
      const value = this.valueOf(binding);
      const leadsNowhere =
        binding.source.kind === 'import' &&
        value?.kind === 'named' &&
        resolveSymbol(this.evaluator.known, value.path) === undefined;
      if (leadsNowhere) unknown.push(value);
      else values.push(value);
    }
    const agreed = this.evaluator.join(values.length > 0 ? values : unknown);
    return hasNone && !isInstanceValue(agreed) ? undefined : agreed;
  }

  #fromStarImports(name: string, module: ModuleScope, at: number): Value | undefined {
    if (name.startsWith('_')) return undefined;
    const { known, modules } = this.evaluator;
    for (const { module: star, at: from } of module.starImports.toReversed()) {
      if (from > at) continue;
      if (!star.startsWith('.') && resolveSymbol(known, `${star}.${name}`) !== undefined)
        return namedValue(`${star}.${name}`);
      const own = modules.findModule(star, module);
      const value =
        own === undefined || !exportsToStar(own, name) ? undefined : this.exportedValue(own, name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** What every module has without importing it. */
  #builtin(name: string): Value | undefined {
    const common = this.evaluator.modules.findStub(BUILTINS);
    // Names of `typing` are known before their import is written.
    const path = `${BUILTINS}.${name}`;
    return common?.bindings.has(name) === true || specialFormOf(path) !== undefined
      ? namedValue(path)
      : undefined;
  }

  /** The bindings that may hold at an offset, in the order of the file: back to the one that holds in any case. */
  #reaching(bindings: readonly Binding[], branch: Branch | undefined, at: number): readonly Binding[] {
    const { byOffset: all, annotations: annotated } = this.#prepared(bindings);
    const around = new Map<object, Branch>();
    for (let one = branch; one !== undefined; one = one.parent) around.set(one.compoundStatement, one);
    const last = all[lastIndexBefore(all, at)];
    if (last?.source.kind === 'narrowed' && isCertainIn(last.branch, around)) return [last];
    const annotation = annotated.findLast((binding) => binding.offset <= at);
    if (annotation !== undefined) return [annotation];
    const reaching: Binding[] = [];
    for (let index = lastIndexBefore(all, at); index >= 0; index -= 1) {
      const binding = all[index];
      if (binding === undefined || isExcluded(binding.branch, around)) continue;
      const isCertain = isCertainIn(binding.branch, around);
      // What a condition tells holds where the condition does.
      if (binding.source.kind === 'narrowed' && !isCertain) continue;
      reaching.push(binding);
      if (isCertain || binding.source.kind === 'own' || reaching.length === MAX_REACHING) break;
    }
    return reaching.reverse();
  }

  #prepared(bindings: readonly Binding[]): PreparedBindings {
    const known = this.#bindings.get(bindings);
    if (known !== undefined) return known;
    const placed = bindings.map((binding): PositionedBinding => ({ offset: binding.from, ...binding }));
    const byOffset = placed.sort((a, b) => a.offset - b.offset);
    const prepared = { byOffset, annotations: byOffset.filter(({ source }) => source.kind === 'annotation') };
    this.#bindings.set(bindings, prepared);
    return prepared;
  }
}

/** Whether a value is an instance, or one of several. */
export function isInstanceValue(value: Value | undefined): boolean {
  return value?.kind === 'union' ? value.options.every(isInstanceValue) : value?.kind === 'instance';
}

/** Of the top level, those of the whole module. */
function bindingsIn(scope: Scope, name: string): readonly Binding[] | undefined {
  return scope.kind === 'module' ? scope.statement.module.bindings.get(name) : scope.bindings.get(name);
}

/** What a decorator adds to what has the name already: a setter; all but the last of `@overload`. */
function isAddition({ source }: Binding, all: readonly Binding[]): boolean {
  if (source.kind !== 'function' || all.length === 1) return false;
  const { decorators, statement } = source.definition;
  return decorators.some(({ node }) => ADDING_DECORATOR.test(statement.textOf(node)));
}

const ADDING_DECORATOR = /^@\s*(?:[\w.]+\.(?:setter|getter|deleter|overload)|overload)\s*$/;

function isAssignment({ source }: Binding): boolean {
  return source.kind !== 'narrowed';
}

/** Whether a star import takes a name: what `__all__` lists, else whatever has no underscore before it. */
function exportsToStar(module: ModuleScope, name: string): boolean {
  const { publicNames: offered } = module;
  return offered === undefined || offered.has(name);
}

/** Whether a branch is taken wherever the arms `around` a use are. */
function isCertainIn(branch: Branch | undefined, around: ReadonlyMap<object, Branch>): boolean {
  return branch === undefined || around.get(branch.compoundStatement) === branch;
}

function lastIndexBefore(bindings: readonly PositionedBinding[], at: number): number {
  return lowerBound(bindings.length, (index) => (bindings[index]?.offset ?? Infinity) <= at) - 1;
}

/** Whether a binding is in an arm that does not run when the arms `around` a use do. */
function isExcluded(branch: Branch | undefined, around: ReadonlyMap<object, Branch>): boolean {
  for (let one = branch; one !== undefined; one = one.parent) {
    const other = around.get(one.compoundStatement);
    if (other !== undefined && other !== one && one.isExclusive) return true;
  }
  return false;
}
