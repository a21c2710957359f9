import type { SyntaxNode } from '@lezer/common';
import { addToGroup } from '../base/grouping';

/** An identifier. Python compares identifiers in NFKC: `name` is normalised and may differ from the source text. */
export interface Identifier {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Code that may not run: a branch of an `if`, the body of a `try` or of a loop. */
export interface Branch {
  readonly parent: Branch | undefined;
  /** Identifies the `if`, `try`, `match` or loop: all its branches have the same object. */
  readonly compoundStatement: object;
  /** Whether only one branch of the statement runs: true of `if` and `else`, false of `try` and `except`. */
  readonly isExclusive: boolean;
  /** It does not run: the `else` of `if TYPE_CHECKING`. */
  readonly isDead?: boolean;
}

/** Where code stands: decides how its names are looked up. */
export interface CodeContext {
  readonly scope: Scope;
  readonly branch: Branch | undefined;
  /** Strings in an annotation are code. */
  readonly isAnnotation?: boolean;
  /** Evaluated after the whole file has run, as quoted annotations are. */
  readonly isDeferred?: boolean;
}

/** An expression, and the offset at which its names are looked up: later bindings are not visible. */
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
  /** It follows a bare `*` or `*args`. */
  readonly isKeywordOnly: boolean;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns?: Expression;
  readonly decorators: readonly Expression[];
  /** What its `return` statements return, other than `None`. */
  readonly returned: BindingSource[];
  /** What its `yield` expressions yield. */
  readonly yielded: BindingSource[];
  readonly statement: TopLevelStatement;
  /** Where it is written, if it is a lambda. */
  readonly lambda?: Expression;
  /** The class, if it is a method. */
  readonly owner?: ClassDefinition;
}

export interface ClassDefinition {
  readonly name: string;
  /** Base classes in order, without keyword arguments. */
  readonly bases: readonly Expression[];
  /** Names of its declared type parameters: `class A[T]`. */
  readonly typeParameters: readonly string[];
  /** The scope of its body. */
  readonly scope: Scope;
  /** Bindings of `self.name` in its methods, by name. */
  readonly attributes: Map<string, Binding[]>;
}

/** Where a binding gets its value from. */
export type BindingSource =
  /** `import module`, or `from module import name`. Relative modules begin with dots. */
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly name?: string;
      readonly importedIn: TopLevelStatement;
    }
  | { readonly kind: 'value'; readonly expression: Expression }
  /** `= a, b`: a tuple without parentheses */
  | { readonly kind: 'tuple'; readonly items: readonly BindingSource[] }
  /** `a` or `b` in `a, b = sequence` */
  | { readonly kind: 'item'; readonly sequence: BindingSource; readonly index: number }
  /** `for x in expression` */
  | { readonly kind: 'element'; readonly expression: Expression }
  /** `with expression as x` */
  | { readonly kind: 'contextManager'; readonly expression: Expression }
  /** `if isinstance(x, A)`, `case A() | B() as x` */
  | { readonly kind: 'narrowed'; readonly types: readonly Expression[] }
  /** The `else` of `if isinstance(x, A)`: what `x` was before, unless it is one of the types. */
  | { readonly kind: 'excluded'; readonly value: Expression; readonly types: readonly Expression[] }
  /** `except expression as x` */
  | { readonly kind: 'caught'; readonly expression: Expression }
  /** `x: expression = value`: the annotation wins over anything that is assigned. */
  | { readonly kind: 'annotation'; readonly expression: Expression; readonly value?: Expression }
  /** `type X = expression`, `X: TypeAlias = "expression"` */
  | { readonly kind: 'alias'; readonly expression: Expression }
  | { readonly kind: 'typeVariable'; readonly name: string; readonly bound?: Expression }
  | { readonly kind: 'parameter'; readonly parameter: Parameter; readonly definition: FunctionDefinition }
  | { readonly kind: 'function'; readonly definition: FunctionDefinition }
  | { readonly kind: 'class'; readonly definition: ClassDefinition }
  /** `x = None` */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

export const UNKNOWN_SOURCE: BindingSource = { kind: 'unknown' };

export interface Binding {
  readonly source: BindingSource;
  /** Offset from which the binding is in effect, in the text that its statement was read from. */
  readonly from: number;
  readonly branch: Branch | undefined;
}

/** The branch of bindings made by another function (`global x`), which may or may not have run: no use is inside it. */
export const UNORDERED_BRANCH: Branch = { parent: undefined, compoundStatement: {}, isExclusive: false };

/** `typeParameters`: those of a definition; names that the definition binds go to the scope outside of it. */
type ScopeKind = 'module' | 'class' | 'function' | 'comprehension' | 'typeParameters';

export class Scope {
  readonly bindings = new Map<string, Binding[]>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();

  /**
   * @param statement The top-level statement that contains it.
   * @param owner The class or function whose body it is.
   */
  constructor(
    readonly kind: ScopeKind,
    readonly statement: TopLevelStatement,
    readonly parent?: Scope,
    readonly owner?: ClassDefinition | FunctionDefinition,
  ) {}

  /** Binds a name in this scope, or in the one that `global` or `nonlocal` names. */
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

/** The scope of the function, class or module around: assignments and walruses bind names there. */
export function enclosingBlock(inner: Scope): Scope {
  let scope = inner;
  while (scope.parent !== undefined && (scope.kind === 'comprehension' || scope.kind === 'typeParameters')) {
    scope = scope.parent;
  }
  return scope;
}

/** The function or lambda that a scope belongs to, comprehensions included; `undefined` in a class body or module. */
export function enclosingFunction(inner: Scope): FunctionDefinition | undefined {
  const { kind, owner } = enclosingBlock(inner);
  return kind === 'function' && owner !== undefined && 'parameters' in owner ? owner : undefined;
}

/** An identifier in an import statement. */
export interface ImportedName {
  readonly identifier: Identifier;
  /** The module that has the name, or that the identifier itself names; relative ones begin with dots. */
  readonly module: string;
  /** The name imported from the module; absent if the identifier names a module. */
  readonly name?: string;
}

/** A binding of a module's top level; `offset` is its `from` in the module's current text. */
export interface ModuleBinding extends Binding {
  readonly offset: number;
}

/** The top level of a whole module. */
export interface ModuleScope {
  /** Identifies the module; relative imports start from here. */
  readonly path: string;
  /** Whether it is a package: names that it does not define may be modules in its folder. */
  readonly isPackage: boolean;
  /** In the order of the file. */
  readonly starImports: readonly { readonly module: string; readonly offset: number }[];
  /** The names in `__all__`, if that is one literal list or tuple. */
  readonly publicNames: ReadonlySet<string> | undefined;
  /** The qualified name of the library's module that this is the stub of; `undefined` for the user's modules. */
  readonly stubName: string | undefined;
  readonly bindings: ReadonlyMap<string, readonly ModuleBinding[]>;
  /** Whether annotations may use later names: `from __future__ import annotations`. */
  readonly defersAnnotations: boolean;
  /** Where a name by itself is an argument of a call, in the order of the file's statements. */
  argumentsNamed(name: string): readonly NameUse[];
}

/** Characters after a statement that are kept with its text: what follows can change how the statement is read. */
export const LOOKAHEAD_LENGTH = 9;

/** A name that is used, with the attributes, calls and subscripts that follow it. */
export type NameUse = Expression;

/** A string passed as a keyword argument: `lazy="selectin"`. */
export interface KeywordString {
  readonly callee: SyntaxNode;
  readonly keyword: string;
  readonly value: SyntaxNode;
  readonly context: CodeContext;
}

/**
 * One statement of a module's top level, as it was read. While other statements are edited it moves without being read
 * again: offsets in it keep counting in the text it was read from, and `toModuleOffset` converts them.
 */
export class TopLevelStatement {
  readonly scope = new Scope('module', this);
  /** In no particular order. */
  readonly nameUses: NameUse[] = [];
  readonly importedNames: ImportedName[] = [];
  readonly keywordStrings: KeywordString[] = [];
  readonly starImports: { readonly module: string; readonly from: number }[] = [];
  /** Contexts inside comprehensions and lambdas, by the offset at which these begin. */
  readonly innerContexts = new Map<number, CodeContext>();
  #module: ModuleScope | undefined;
  #shift = 0;

  /**
   * @param text The statement's text and `LOOKAHEAD_LENGTH` characters more.
   * @param node The statement in the tree it was read from.
   */
  constructor(
    readonly text: string,
    readonly node: SyntaxNode,
  ) {}

  /** Its offset in the text it was read from. */
  get originalStart(): number {
    return this.node.from;
  }

  /** @throws if the statement has not been placed in a module yet. */
  get module(): ModuleScope {
    if (this.#module === undefined) throw new Error('Archive Answers: a statement outside of any module');
    return this.#module;
  }

  /** Sets the module it is in and its offset there. */
  moveTo(module: ModuleScope, start: number): void {
    this.#module = module;
    this.#shift = start - this.originalStart;
  }

  /** Converts an offset in the text it was read from to one in the module's current text. */
  toModuleOffset(offset: number): number {
    return offset + this.#shift;
  }

  /** The source text of one of its nodes. */
  textOf({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from - this.originalStart, to - this.originalStart);
  }

  /** The source text after one of its nodes. */
  textAfter({ to }: { readonly to: number }, characters = LOOKAHEAD_LENGTH): string {
    return this.text.slice(to - this.originalStart, to - this.originalStart + characters);
  }
}
