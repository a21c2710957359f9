import { addToGroup } from '../base/grouping';
/** Names of a Python file by Python's rules of scope: what binds them, where, and under which condition. */

import type { SyntaxNode } from '@lezer/common';

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
  readonly compoundStatement: object;
  /** Whether only one of the statement's arms runs: `if` and `else` do not see each other, `try` and `except` do. */
  readonly isExclusive: boolean;
}

/** Where a piece of code stands. */
export interface CodeContext {
  readonly scope: Scope;
  readonly branch: Branch | undefined;
  /** In an annotation strings are code. */
  readonly isAnnotation?: boolean;
  /** Evaluated once the whole file has run, as a quoted annotation is. */
  readonly isDeferred?: boolean;
}

/** An expression, and the offset at which its names are looked up: bindings that take effect later are not seen. */
export interface Expression {
  readonly node: SyntaxNode;
  readonly context: CodeContext;
  readonly lookupOffset: number;
}

export interface Parameter {
  readonly name: string;
  readonly annotation?: Expression;
  readonly default?: Expression;
  /** `*args` and `**kwargs`. */
  readonly isVariadic: boolean;
  /** What follows a bare `*` or `*args` can be given by its name only. */
  readonly isKeywordOnly: boolean;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns?: Expression;
  readonly decorators: readonly Expression[];
  /** What `return` gives, `None` aside, and `yield`, where that is one expression. */
  readonly returnedExpressions: (Expression | undefined)[];
  readonly yieldedExpressions: (Expression | undefined)[];
  readonly statement: TopLevelStatement;
  /** The class whose body it stands in. */
  readonly owner?: ClassDefinition;
}

export interface ClassDefinition {
  readonly name: string;
  /** Base classes, in order; arguments by keyword are none. */
  readonly bases: readonly Expression[];
  /** Names of its type parameters, `class A[T]`. */
  readonly typeParameters: readonly string[];
  /** Holds what its body binds. */
  readonly scope: Scope;
  /** What its methods bind on `self`. */
  readonly attributes: Map<string, Binding[]>;
}

/** Where a bound name gets its value from. */
export type BindingSource =
  /** `import module`, which binds the module; `from module import name`. Relative ones begin with dots. */
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly name?: string;
      readonly in: TopLevelStatement;
    }
  | { readonly kind: 'value'; readonly expression: Expression }
  /** `= a, b`: a tuple without parentheses. */
  | { readonly kind: 'items'; readonly items: readonly BindingSource[] }
  /** One of the things on the right of `a, b = …`. */
  | { readonly kind: 'item'; readonly of: BindingSource; readonly index: number }
  /** `for x in code` */
  | { readonly kind: 'element'; readonly expression: Expression }
  /** `with code as x` */
  | { readonly kind: 'context'; readonly expression: Expression }
  /** What holds under `if isinstance(x, code)`. */
  | { readonly kind: 'narrowed'; readonly expression: Expression }
  /** `except code as x` */
  | { readonly kind: 'caught'; readonly expression: Expression }
  /** An annotation says what the name holds, whatever is assigned to it. */
  | { readonly kind: 'annotation'; readonly expression: Expression; readonly value?: Expression }
  /** `type X = code`, `X: TypeAlias = code` */
  | { readonly kind: 'alias'; readonly expression: Expression }
  | { readonly kind: 'typeVariable'; readonly name: string; readonly bound?: Expression }
  | { readonly kind: 'parameter'; readonly parameter: Parameter; readonly of: FunctionDefinition }
  | { readonly kind: 'function'; readonly definition: FunctionDefinition }
  | { readonly kind: 'class'; readonly definition: ClassDefinition }
  | { readonly kind: 'none' }
  /** The file's own value of which nothing is known. */
  | { readonly kind: 'own' };

export const UNKNOWN_SOURCE: BindingSource = { kind: 'own' };

export interface Binding {
  readonly source: BindingSource;
  /** Offset from which the name has this value. */
  readonly from: number;
  readonly branch: Branch | undefined;
}

/** A binding made from within a function (`global x`) may have happened or not: a branch that no use is in. */
const UNORDERED_BRANCH: Branch = { parent: undefined, compoundStatement: {}, isExclusive: false };

/** `types` holds a definition's type parameters and is transparent otherwise. */
type ScopeKind = 'module' | 'class' | 'function' | 'comprehension' | 'types';

export class Scope {
  readonly bindings = new Map<string, Binding[]>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();

  /**
   * @param chunk The piece of the file it is in.
   * @param owner Of a class's scope the class, of a function's the function.
   */
  constructor(
    readonly kind: ScopeKind,
    readonly statement: TopLevelStatement,
    readonly parent?: Scope,
    readonly owner?: ClassDefinition | FunctionDefinition,
  ) {}

  /** Binds a name in this scope, or where `global` or `nonlocal` says it lives. */
  bind(name: string, binding: Binding): void {
    const home = this.globals.has(name)
      ? this.statement.scope
      : this.nonlocals.has(name)
        ? this.#nonlocalScope(name)
        : this;
    addToGroup(
      home.bindings,
      name,
      home === this ? binding : { ...binding, from: -Infinity, branch: UNORDERED_BRANCH },
    );
  }

  #nonlocalScope(name: string): Scope {
    let scope = this.parent;
    while (scope !== undefined && !(scope.kind === 'function' && scope.bindings.has(name)))
      scope = scope.parent;
    return scope ?? this;
  }
}

/** The function, class or module that the names of a statement or a walrus belong to. */
export function enclosingBlock(inner: Scope): Scope {
  let scope = inner;
  while (scope.parent !== undefined && (scope.kind === 'comprehension' || scope.kind === 'types')) {
    scope = scope.parent;
  }
  return scope;
}

/** The function around a place, comprehensions and lambdas aside; none in a class body or a module. */
export function enclosingFunction(inner: Scope): FunctionDefinition | undefined {
  const { kind, owner } = enclosingBlock(inner);
  return kind === 'function' && owner !== undefined && 'parameters' in owner ? owner : undefined;
}

/** A word of an import statement that names something. */
export interface ImportedName {
  readonly identifier: Identifier;
  /** The module it is in, or that it is; relative ones begin with dots. */
  readonly module: string;
  /** What is taken from the module; absent where the word is a module by its place. */
  readonly name?: string;
}

/** A binding of a module's top level; `at` is its place in the module's text as it is now. */
export interface ModuleBinding extends Binding {
  readonly offset: number;
}

/** What the top level of a whole module binds, whatever statement it is in. */
export interface ModuleScope {
  /** What tells it from other modules, and says where relative imports begin. */
  readonly path: string;
  /** Whether it is a package: what it does not define may be a module in its folder. */
  readonly isPackage: boolean;
  /** Modules of star imports, in the order of the file. */
  readonly starImports: readonly { readonly module: string; readonly at: number }[];
  /** What `__all__` lists, where it is one plain list. */
  readonly publicNames: ReadonlySet<string> | undefined;
  /** Of a library's module its qualified name. */
  readonly stubName: string | undefined;
  readonly bindings: ReadonlyMap<string, readonly ModuleBinding[]>;
  /** Whether annotations may name what comes later: `from __future__ import annotations`. */
  readonly defersAnnotations: boolean;
}

/** Characters behind a statement that its text has as well: they tell what comes next. */
export const LOOKAHEAD_LENGTH = 9;

/** A name or an expression of names that is used somewhere, and is no part of a longer one. */
export interface NameUse {
  readonly node: SyntaxNode;
  readonly context: CodeContext;
  /** Offset at which its names are looked up. */
  readonly lookupOffset: number;
}

/** A string that is given by keyword: `lazy="selectin"`. */
export interface KeywordString {
  /** What is called. */
  readonly callee: SyntaxNode;
  readonly keyword: string;
  readonly value: SyntaxNode;
  readonly context: CodeContext;
}

/**
 * One statement of a module's top level, as it was read. Offsets in it are those of the text it was read from; while
 * other statements are edited it moves without being read again, so that only `position` knows where it stands now.
 */
export class TopLevelStatement {
  readonly scope = new Scope('module', this);
  /** In no particular order. */
  readonly nameUses: NameUse[] = [];
  readonly importedNames: ImportedName[] = [];
  readonly keywordStrings: KeywordString[] = [];
  /** Modules of star imports. */
  readonly starImports: { readonly module: string; readonly from: number }[] = [];
  /** Where comprehensions and lambdas are, by where their code begins: how names look from inside of them. */
  readonly innerContexts = new Map<number, CodeContext>();
  #module: ModuleScope | undefined;
  #shift = 0;

  /**
   * @param text The statement's own text, and `AFTER` characters more.
   * @param originalStart Its offset in the text it was read from.
   */
  constructor(
    readonly text: string,
    readonly originalStart: number,
  ) {}

  /** The module it stands in. */
  get module(): ModuleScope {
    if (this.#module === undefined) throw new Error('Archive Answers: a statement outside of any module');
    return this.#module;
  }

  /** Says where it stands now. */
  moveTo(module: ModuleScope, start: number): void {
    this.#module = module;
    this.#shift = start - this.originalStart;
  }

  /** Where an offset of the text it was read from is in the module's text now. */
  toModuleOffset(offset: number): number {
    return offset + this.#shift;
  }

  /** What is written at a node of it. */
  textOf({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from - this.originalStart, to - this.originalStart);
  }

  /** A few characters behind a node. */
  textAfter({ to }: { readonly to: number }, characters = LOOKAHEAD_LENGTH): string {
    return this.text.slice(to - this.originalStart, to - this.originalStart + characters);
  }
}
