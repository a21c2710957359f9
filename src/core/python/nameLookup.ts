import { lowerBound } from '../base/lowerBound';
import type { Evaluator } from './evaluator';
import { resolveSymbol } from './knownNames';
import {
  UNORDERED_BRANCH,
  type Branch,
  type Binding,
  type CodeContext,
  type Scope,
  type ModuleScope,
} from './scope';
import { BUILTINS, specialFormOf } from './specialForms';
import { isInstanceValue, namedValue, type Value } from './values';

/** A binding with the offset from which it is in effect, in the module's text for names of the top level. */
interface PositionedBinding extends Binding {
  readonly offset: number;
}

/** A name's bindings in one scope, sorted for lookups. */
interface SortedBindings {
  readonly byOffset: readonly PositionedBinding[];
  /** Those that assign to the name, in code that runs. */
  readonly assignments: readonly PositionedBinding[];
  /** Those that functions make of a global name. */
  readonly unordered: readonly PositionedBinding[];
  readonly annotations: readonly PositionedBinding[];
}

/** Conditional bindings of one name that are considered before a use: those nearest to it. */
const MAX_REACHING_BINDINGS = 32;
/** Bindings of one name that are considered for being conditional. */
const MAX_CONSIDERED_BINDINGS = 1000;
/** Bindings of one name that are joined: code with more was generated, and the name is unknown. */
const MAX_JOINED_BINDINGS = 64;
/** Star imports that a name is looked for in: those nearest to it. */
const MAX_STAR_IMPORTS = 32;

/** Looks names up by Python's scoping rules. If the bindings that may reach a use disagree, the name is unknown. */
export class NameLookup {
  readonly #sorted = new Map<readonly Binding[], SortedBindings>();
  /** Names being looked up in star imports, which may be circular. */
  readonly #starLookups = new Set<string>();

  constructor(
    private readonly evaluator: Evaluator,
    private readonly valueOf: (binding: Binding) => Value | undefined,
  ) {}

  /** The value of a name in a context, at an offset of the text that its statement was read from. */
  lookUp(name: string, context: CodeContext, lookupOffset: number): Value | undefined {
    const { statement } = context.scope;
    let isDeferred = context.isDeferred === true;
    // Names of a class body are visible in the body itself only, not in its methods.
    let isBody = true;
    let scope: Scope | undefined = context.scope;
    for (; scope !== undefined; scope = scope.parent) {
      if (scope.globals.has(name)) {
        scope = statement.scope;
        isDeferred = true;
      }
      const isVisible = scope.kind !== 'class' || isBody;
      const bindings = isVisible && !scope.nonlocals.has(name) ? bindingsIn(scope, name) : undefined;
      if (bindings !== undefined) {
        if (isDeferred) return this.finalValue(bindings);
        const offset = scope.kind === 'module' ? statement.toModuleOffset(lookupOffset) : lookupOffset;
        const reaching = this.#reaching(bindings, context.branch, offset);
        if (reaching.length > 0) return this.join(reaching);
        // A function's local name hides outer ones even before it is bound; in a class or module it does not.
        if (scope.kind === 'function') return undefined;
      }
      if (scope.kind === 'function') isDeferred = true;
      if (scope.kind !== 'typeParameters') isBody = false;
    }
    const offset = isDeferred ? Infinity : statement.toModuleOffset(lookupOffset);
    return this.#fromStarImports(name, statement.module, offset) ?? this.#builtin(name);
  }

  /** A name of a module's top level, as importing modules see it. */
  exportedValue(module: ModuleScope, name: string): Value | undefined {
    const bindings = module.bindings.get(name);
    if (bindings !== undefined) return this.join(this.#remaining(bindings));
    const key = `${module.path}\n${name}`;
    if (this.#starLookups.has(key)) return undefined;
    this.#starLookups.add(key);
    try {
      return this.#fromStarImports(name, module, Infinity);
    } finally {
      this.#starLookups.delete(key);
    }
  }

  /** The value of a name after everything has run. */
  finalValue(bindings: readonly Binding[]): Value | undefined {
    const { assignments, annotations } = this.#sort(bindings);
    return this.join(annotations.length > 0 ? annotations : assignments);
  }

  /** The bindings that may be left when a module has been run: the last ones, and what functions assign to globals. */
  #remaining(bindings: readonly Binding[]): readonly Binding[] {
    const remaining = this.#reaching(bindings, undefined, Infinity);
    if (remaining.some(({ source }) => source.kind === 'annotation')) return remaining;
    const { unordered } = this.#sort(bindings);
    if (unordered.length > MAX_JOINED_BINDINGS) return unordered;
    const global = unordered.filter((binding) => !remaining.some(({ source }) => source === binding.source));
    return [...global, ...remaining];
  }

  /**
   * The union of what several bindings hold. An import that leads to no symbol is ignored if another binding is known
   * (`try: import a` / `except: import b`), and so is `None` beside an instance: an optional value counts as its type.
   */
  join(bindings: readonly Binding[]): Value | undefined {
    if (bindings.length > MAX_JOINED_BINDINGS) return undefined;
    const some = bindings.filter(
      (binding) => binding.source.kind !== 'none' && !isAddition(binding, bindings),
    );
    const hasNone = bindings.some(({ source }) => source.kind === 'none');
    const values: (Value | undefined)[] = [];
    const unresolvedImports: Value[] = [];
    for (const binding of some) {
      const value = this.valueOf(binding);
      const isUnresolved =
        binding.source.kind === 'import' &&
        value?.kind === 'named' &&
        resolveSymbol(this.evaluator.known, value.path) === undefined;
      if (isUnresolved) unresolvedImports.push(value);
      else values.push(value);
    }
    const joined = this.evaluator.join(values.length > 0 ? values : unresolvedImports);
    return hasNone && !isInstanceValue(joined) ? undefined : joined;
  }

  #fromStarImports(name: string, module: ModuleScope, before: number): Value | undefined {
    if (name.startsWith('_')) return undefined;
    const { known, modules } = this.evaluator;
    const { starImports } = module;
    const end = lowerBound(starImports.length, (index) => (starImports[index]?.offset ?? Infinity) <= before);
    for (const { module: starModule } of starImports
      .slice(Math.max(0, end - MAX_STAR_IMPORTS), end)
      .reverse()) {
      const path = `${starModule}.${name}`;
      if (!starModule.startsWith('.') && resolveSymbol(known, path) !== undefined) return namedValue(path);
      const own = modules.findModule(starModule, module);
      const value = own === undefined || !isStarExport(own, name) ? undefined : this.exportedValue(own, name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Builtins, and names of `typing`, which resolve even before their import has been typed. */
  #builtin(name: string): Value | undefined {
    const builtins = this.evaluator.modules.findStub(BUILTINS);
    const path = `${BUILTINS}.${name}`;
    const isKnown =
      builtins?.bindings.has(name) === true ||
      specialFormOf(path) !== undefined ||
      this.evaluator.known.declared.has(path);
    return isKnown ? namedValue(path) : undefined;
  }

  /**
   * The bindings that may be in effect at an offset (reaching definitions), in the order of the file: from the last
   * one that is certain to have run.
   */
  #reaching(bindings: readonly Binding[], branch: Branch | undefined, before: number): readonly Binding[] {
    const { byOffset, annotations } = this.#sort(bindings);
    const branches = enclosingBranches(branch);
    const lastIndex = lastIndexBefore(byOffset, before);
    const last = byOffset[lastIndex];
    if (last !== undefined && isNarrowing(last) && isCertain(last, branches)) return [last];
    const annotation = annotations[lastIndexBefore(annotations, before)];
    if (annotation !== undefined) return [annotation];
    const reaching: Binding[] = [];
    const firstIndex = Math.max(0, lastIndex - MAX_CONSIDERED_BINDINGS);
    for (let index = lastIndex; index >= firstIndex; index -= 1) {
      const binding = byOffset[index];
      if (binding === undefined || isExcluded(binding, branches)) continue;
      const hasRun = isCertain(binding, branches);
      // A condition narrows a name in its own branch only.
      if (isNarrowing(binding) && !hasRun) continue;
      reaching.push(binding);
      if (hasRun || binding.source.kind === 'unknown' || reaching.length === MAX_REACHING_BINDINGS) break;
    }
    return reaching.reverse();
  }

  #sort(bindings: readonly Binding[]): SortedBindings {
    const cached = this.#sorted.get(bindings);
    if (cached !== undefined) return cached;
    // A `ModuleBinding` has an offset in the module's text already.
    const byOffset = bindings
      .map((binding): PositionedBinding => ({ offset: binding.from, ...binding }))
      .sort((a, b) => a.offset - b.offset);
    const sorted = {
      byOffset,
      assignments: byOffset.filter(isAssignment),
      unordered: byOffset.filter((binding) => binding.branch === UNORDERED_BRANCH),
      annotations: byOffset.filter(
        ({ source, branch }) => source.kind === 'annotation' && !isDead(branch, NO_BRANCHES),
      ),
    };
    this.#sorted.set(bindings, sorted);
    return sorted;
  }
}

/** At the top level, bindings of all of the module's statements count. */
function bindingsIn(scope: Scope, name: string): readonly Binding[] | undefined {
  return scope.kind === 'module' ? scope.statement.module.bindings.get(name) : scope.bindings.get(name);
}

/** Whether a decorated function adds to what has the name already: a setter, or all but the last of `@overload`. */
function isAddition({ source }: Binding, all: readonly Binding[]): boolean {
  if (source.kind !== 'function' || all.length === 1) return false;
  const { decorators, statement } = source.definition;
  return decorators.some(({ node }) => ADDING_DECORATOR.test(statement.textOf(node)));
}

const ADDING_DECORATOR = /^@\s*(?:[\w.]+\.(?:setter|getter|deleter|overload)|overload)\s*$/;

function isAssignment(binding: Binding): boolean {
  return !isNarrowing(binding) && !isDead(binding.branch, NO_BRANCHES);
}

/** Whether a binding says more about what a name holds, rather than assigning to it. */
function isNarrowing({ source: { kind } }: Binding): boolean {
  return kind === 'narrowed' || kind === 'excluded';
}

const NO_BRANCHES: ReadonlyMap<object, Branch> = new Map();

/** Whether code in a branch does not run; for uses in the branch itself it does. */
function isDead(innermost: Branch | undefined, around: ReadonlyMap<object, Branch>): boolean {
  for (let branch = innermost; branch !== undefined; branch = branch.parent) {
    if (branch.isDead === true && around.get(branch.compoundStatement) !== branch) return true;
  }
  return false;
}

/** Whether `from module import *` imports a name: those in `__all__`, or else all without a leading underscore. */
function isStarExport({ publicNames }: ModuleScope, name: string): boolean {
  return publicNames === undefined || publicNames.has(name);
}

/** Index of the last binding in effect at an offset; -1 if there is none. */
function lastIndexBefore(bindings: readonly PositionedBinding[], before: number): number {
  return lowerBound(bindings.length, (index) => (bindings[index]?.offset ?? Infinity) <= before) - 1;
}

/** The branches around a use, by the compound statement that each belongs to. */
function enclosingBranches(innermost: Branch | undefined): ReadonlyMap<object, Branch> {
  const branches = new Map<object, Branch>();
  for (let branch = innermost; branch !== undefined; branch = branch.parent) {
    branches.set(branch.compoundStatement, branch);
  }
  return branches;
}

/** Whether a binding has run whenever the code inside of `branches` runs. */
function isCertain({ branch }: Binding, branches: ReadonlyMap<object, Branch>): boolean {
  return branch === undefined || branches.get(branch.compoundStatement) === branch;
}

/** Whether a binding is in a branch that does not run if the code inside of `branches` does. */
function isExcluded({ branch: innermost }: Binding, branches: ReadonlyMap<object, Branch>): boolean {
  if (isDead(innermost, branches)) return true;
  for (let branch = innermost; branch !== undefined; branch = branch.parent) {
    const other = branches.get(branch.compoundStatement);
    if (other !== undefined && other !== branch && branch.isExclusive) return true;
  }
  return false;
}
