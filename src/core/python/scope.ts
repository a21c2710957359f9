/** Names of a Python file by Python's rules of scope: what binds them, where, and under which condition. */

/** An identifier in the file. Python compares identifiers in NFKC, so `name` may differ from what is written. */
export interface Identifier {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A path through the file that may not be taken: an arm of an `if`, the body of a `try`, of a loop. */
export interface Branch {
  readonly parent: Branch | undefined;
  /** The same for all arms of one statement. */
  readonly statement: number;
  /** Whether only one of the statement's arms runs: `if` and `else` do not see each other, `try` and `except` do. */
  readonly exclusive: boolean;
}

/** Where a piece of code stands. */
export interface Place {
  readonly scope: Scope;
  readonly branch: Branch | undefined;
  /** In an annotation strings are code. */
  readonly annotation?: boolean;
  /** Evaluated once the whole file has run, as a quoted annotation is. */
  readonly deferred?: boolean;
}

/** A name with the attributes, calls and subscripts that follow it: `sa.orm.sessionmaker(engine)`. */
export interface Chain {
  readonly head: Identifier;
  readonly steps: readonly Step[];
  readonly place: Place;
  /** Offset at which the name is looked up: bindings that take effect later are not seen. */
  readonly at: number;
}

export type Step =
  | { readonly kind: 'attribute'; readonly identifier: Identifier }
  | { readonly kind: 'call' }
  /** A subscript. */
  | { readonly kind: 'other' };

/** Where a bound name gets its value from. */
export type Source =
  /** Qualified name, with leading dots where it is relative. */
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'expression'; readonly chain: Chain }
  /** What `with … as` yields: the context manager itself, of those known here. */
  | { readonly kind: 'context'; readonly chain: Chain }
  /** An annotation says what the name holds, whatever is assigned to it. */
  | { readonly kind: 'annotation'; readonly chain: Chain }
  /** The file's own: a parameter, a function, a class, a value of any other kind. */
  | { readonly kind: 'own' };

export const OWN: Source = { kind: 'own' };

export interface Binding {
  readonly source: Source;
  /** Offset from which the name has this value. */
  readonly from: number;
  readonly branch: Branch | undefined;
}

/** A binding made from within a function (`global x`) may have happened or not: a branch that no use is in. */
const ELSEWHERE: Branch = { parent: undefined, statement: -1, exclusive: false };

/** `types` holds a definition's type parameters and is transparent otherwise. */
type ScopeKind = 'module' | 'class' | 'function' | 'comprehension' | 'types';

export class Scope {
  readonly bindings = new Map<string, Binding[]>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  /** Modules of star imports. */
  readonly stars: { readonly module: string; readonly from: number }[] = [];

  constructor(
    readonly kind: ScopeKind,
    readonly parent?: Scope,
  ) {}

  /** Binds a name in this scope, or where `global` or `nonlocal` says it lives. */
  bind(name: string, binding: Binding): void {
    const home = this.globals.has(name)
      ? moduleOf(this)
      : this.nonlocals.has(name)
        ? this.#enclosingFunction(name)
        : this;
    const made = home === this ? binding : { ...binding, from: 0, branch: ELSEWHERE };
    const known = home.bindings.get(name);
    if (known === undefined) home.bindings.set(name, [made]);
    else known.push(made);
  }

  #enclosingFunction(name: string): Scope {
    let scope = this.parent;
    while (scope !== undefined && !(scope.kind === 'function' && scope.bindings.has(name)))
      scope = scope.parent;
    return scope ?? this;
  }
}

/** The outermost scope: the file. */
export function moduleOf(inner: Scope): Scope {
  let scope = inner;
  while (scope.parent !== undefined) scope = scope.parent;
  return scope;
}

/** The function, class or module that the names of a statement or a walrus belong to. */
export function blockOf(inner: Scope): Scope {
  let scope = inner;
  while (scope.parent !== undefined && (scope.kind === 'comprehension' || scope.kind === 'types')) {
    scope = scope.parent;
  }
  return scope;
}
