import type { Span } from '../model';
import type { Cancellation } from '../base/cancellation';
import type { MaybeYield } from '../archive/archiveSource';
import type { OnSymbolFound } from './expressions';
import { resolveSymbol, type KnownNames } from './knownNames';
import { symbolOf } from './naming';
import { MAX_MODULES_PER_QUERY, type ModuleStore } from './moduleStore';
import { readModule, type PythonModule } from './pythonModule';
import { Resolver } from './resolver';
import type { TopLevelStatement } from './scope';
import { runInSlices } from './runInSlices';

/** An identifier in a Python file that resolves to a symbol. */
export interface Occurrence {
  /** The identifier as written, or the string of a keyword argument. */
  readonly name: string;
  /** Qualified name. */
  readonly symbol: string;
  /** UTF-16 offsets of the identifier in the file's text. */
  readonly span: Span;
  /** Set if this is a string passed by keyword in a call of the symbol: the keyword. */
  readonly keyword?: string;
}

export interface ReadingOptions {
  /** Called between time slices; without it, reading a file holds the thread. */
  readonly maybeYield?: MaybeYield | undefined;
  readonly signal?: Cancellation | undefined;
}

/** Rounds of reading other modules for one query: each round follows imports one module further. */
const MAX_ROUNDS = 12;
/** Name uses per time slice, together a fraction of a millisecond. */
const USES_PER_YIELD = 16;

/** A Python file as it is edited, and the symbols in it. */
export class SourceFile {
  #module: PythonModule | undefined;

  constructor(
    readonly path: string,
    private readonly modules: ModuleStore,
    private readonly known: KnownNames,
  ) {}

  /**
   * Reads the file's current text. Unchanged statements are not read again.
   *
   * @returns Whether it was read to its end. If not, since it was cancelled or the code is nested too deeply, the
   *   file remains in its previous state.
   */
  async update(text: string, { maybeYield, signal }: ReadingOptions = {}): Promise<boolean> {
    const previous = this.#module;
    const module = await runInSlices(readModule(this.path, text, { previous }), maybeYield, signal);
    if (module === undefined) return false;
    this.#module = module;
    return true;
  }

  /** The statements of the text that was read last. */
  statements(): readonly TopLevelStatement[] {
    return this.#module?.statements ?? [];
  }

  /** All occurrences in order of position; none if cancelled. */
  async occurrences(options: ReadingOptions = {}): Promise<readonly Occurrence[]> {
    return this.#find(() => true, options);
  }

  /** The occurrence at an offset, including its end: a cursor after a word is at the word. */
  async occurrenceAt(offset: number, options: ReadingOptions = {}): Promise<Occurrence | undefined> {
    const covers = ({ start, end }: Span): boolean => start <= offset && offset <= end;
    return occurrenceAt(await this.#find(covers, options), offset);
  }

  /** @param isRequested Whether occurrences within a span of the text are requested. */
  async #find(
    isRequested: (span: Span) => boolean,
    { maybeYield, signal }: ReadingOptions,
  ): Promise<readonly Occurrence[]> {
    const module = this.#module;
    if (module === undefined) return [];
    let occurrences: readonly Occurrence[] = [];
    const budget = { modulesLeft: MAX_MODULES_PER_QUERY };
    let loadCount: number | undefined;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const count = await this.modules.load(budget, maybeYield, signal);
      if (signal?.aborted === true) return [];
      if (count === loadCount) break;
      loadCount = count;
      const next = await runInSlices(this.#resolve(module, isRequested), maybeYield, signal);
      if (next === undefined) return [];
      occurrences = next;
    }
    return occurrences;
  }

  *#resolve(
    module: PythonModule,
    isRequested: (span: Span) => boolean,
  ): Generator<undefined, readonly Occurrence[]> {
    const resolver = new Resolver(this.known, this.modules);
    const byStart = new Map<number, Occurrence>();
    let count = 0;
    for (const statement of module.statements) {
      const spanOf = ({ from, to }: { readonly from: number; readonly to: number }): Span => ({
        start: statement.toModuleOffset(from),
        end: statement.toModuleOffset(to),
      });
      const addOccurrence: OnSymbolFound = (identifier, symbol) => {
        const span = spanOf({ from: identifier.start, to: identifier.end });
        if (!isRequested(span)) return;
        const name = statement.textOf({ from: identifier.start, to: identifier.end });
        byStart.set(span.start, { name, symbol, span });
      };
      const end = statement.originalStart + statement.text.length;
      if (!isRequested(spanOf({ from: statement.originalStart, to: end }))) continue;
      this.#readImports(statement, resolver, addOccurrence);
      this.#readKeywordStrings(statement, resolver, isRequested, byStart);
      for (const use of statement.nameUses) {
        if (!isRequested(spanOf(use.node))) continue;
        resolver.resolve(use, addOccurrence);
        count += 1;
        if (count % USES_PER_YIELD === 0) yield;
      }
    }
    return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
  }

  /** Strings are occurrences only as keyword arguments that an archive mentions. */
  #readKeywordStrings(
    statement: TopLevelStatement,
    resolver: Resolver,
    isRequested: (span: Span) => boolean,
    byStart: Map<number, Occurrence>,
  ): void {
    const { isKnownArgument } = this.known;
    if (isKnownArgument === undefined) return;
    for (const { callee, keyword, value, context } of statement.keywordStrings) {
      const name = PLAIN_STRING.exec(statement.textOf(value))?.[2];
      const span = {
        start: statement.toModuleOffset(value.from + 1),
        end: statement.toModuleOffset(value.to - 1),
      };
      if (name === undefined || !isRequested(span) || !isKnownArgument(keyword, name)) continue;
      const symbol = resolver.symbolOfExpression({ node: callee, context });
      if (symbol !== undefined) byStart.set(span.start, { name, symbol, span, keyword });
    }
  }

  #readImports(statement: TopLevelStatement, resolver: Resolver, addOccurrence: OnSymbolFound): void {
    for (const { identifier, module, name } of statement.importedNames) {
      if (name === undefined) {
        // Of modules, only those that an archive declares are occurrences.
        if (this.known.declared.has(module))
          addOccurrence(identifier, resolveSymbol(this.known, module) ?? module);
        continue;
      }
      const value = resolver.valueOfImport({ kind: 'import', module, name, importedIn: statement });
      const symbol = symbolOf(value, this.known);
      if (symbol !== undefined) addOccurrence(identifier, symbol);
    }
  }
}

/** A short string with no prefix and no escapes: its value is the text between the quotes. */
const PLAIN_STRING = /^(["'])([\w ,.-]{1,60})\1$/;

/** The occurrence at an offset, including its end; where two touch, the one that begins there. */
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  return (
    occurrences.find(({ span }) => span.start <= offset && offset < span.end) ??
    occurrences.find(({ span }) => span.end === offset)
  );
}
