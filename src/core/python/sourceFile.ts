import type { Span } from '../model';
import type { Cancellation } from '../search/searchIndex';
import type { MaybeYield } from '../archive/archiveSource';
import { resolveSymbol, type KnownNames } from './evaluator';
import { readModule, type PythonModule } from './pythonModule';
import { MAX_MODULES_PER_QUERY, type ModuleStore } from './moduleStore';
import type { OnSymbolFound } from './expressions';
import { Resolver } from './resolver';
import type { TopLevelStatement, Identifier } from './scope';
import { runInSlices } from './steps';

/** A place in a Python file that resolves to a symbol. */
export interface Occurrence {
  /** The identifier as it is written. */
  readonly name: string;
  /** Qualified name. */
  readonly symbol: string;
  /** UTF-16 offsets of the identifier in the file's text. */
  readonly span: Span;
  /** Of a string that is given by keyword in a call of the symbol, the keyword; `name` is the string. */
  readonly keyword?: string;
}

export interface ReadingOptions {
  /** Without it the whole file may hold the thread. */
  readonly maybeYield?: MaybeYield | undefined;
  readonly signal?: Cancellation | undefined;
}

/** Times that other modules are read for one question: one behind the other, as imports lead to them. */
const MAX_ROUNDS = 12;
/** Uses between two pauses: a fraction of a millisecond. */
const USES_PER_YIELD = 16;

/** A Python file, read anew as it is edited, and the symbols in it. */
export class SourceFile {
  #module: PythonModule | undefined;

  constructor(
    readonly path: string,
    private readonly modules: ModuleStore,
    private readonly known: KnownNames,
  ) {}

  /**
   * Reads the file as it is now. What a statement says is not read again while the statement stays the same.
   *
   * @returns Whether it was read to its end. Where it was not, the file is still known as it was before: it may have
   *   been cancelled, or be nested too deeply.
   */
  async update(text: string, { maybeYield, signal }: ReadingOptions = {}): Promise<boolean> {
    const previous = this.#module;
    const module = await runInSlices(readModule(this.path, text, { previous }), maybeYield, signal);
    if (module === undefined) return false;
    this.#module = module;
    return true;
  }

  /** All occurrences, in order of position; none where the reading was cancelled. */
  async occurrences(options: ReadingOptions = {}): Promise<readonly Occurrence[]> {
    return this.#find(() => true, options);
  }

  /** The occurrence at an offset, its end included, as a cursor behind a word is at it. */
  async occurrenceAt(offset: number, options: ReadingOptions = {}): Promise<Occurrence | undefined> {
    const covers = ({ start, end }: Span): boolean => start <= offset && offset <= end;
    return occurrenceAt(await this.#find(covers, options), offset);
  }

  /** @param isWanted Says of a stretch of the text whether what is in it is asked for. */
  async #find(
    isWanted: (span: Span) => boolean,
    { maybeYield, signal }: ReadingOptions,
  ): Promise<readonly Occurrence[]> {
    const module = this.#module;
    if (module === undefined) return [];
    let found: readonly Occurrence[] = [];
    const budget = { modulesLeft: MAX_MODULES_PER_QUERY };
    let seen: number | undefined;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const count = await this.modules.load(budget, maybeYield, signal);
      if (signal?.aborted === true) return [];
      if (count === seen) break;
      seen = count;
      const next = await runInSlices(this.#resolve(module, isWanted), maybeYield, signal);
      if (next === undefined) return [];
      found = next;
    }
    return found;
  }

  *#resolve(
    module: PythonModule,
    isWanted: (span: Span) => boolean,
  ): Generator<undefined, readonly Occurrence[]> {
    const resolver = new Resolver(this.known, this.modules);
    const found = new Map<number, Occurrence>();
    let count = 0;
    for (const statement of module.statements) {
      const at = ({ from, to }: { readonly from: number; readonly to: number }): Span => ({
        start: statement.toModuleOffset(from),
        end: statement.toModuleOffset(to),
      });
      const add: OnSymbolFound = (identifier, symbol) => {
        const span = at({ from: identifier.start, to: identifier.end });
        if (!isWanted(span)) return;
        const name = statement.textOf({ from: identifier.start, to: identifier.end });
        found.set(span.start, { name, symbol, span });
      };
      const end = statement.originalStart + statement.text.length;
      if (!isWanted(at({ from: statement.originalStart, to: end }))) continue;
      this.#readImports(statement, resolver, add);
      this.#readKeywordStrings(statement, resolver, isWanted, found);
      for (const use of statement.nameUses) {
        if (!isWanted(at(use.node))) continue;
        resolver.resolve(use, add);
        count += 1;
        if (count % USES_PER_YIELD === 0) yield;
      }
    }
    return [...found.values()].sort((a, b) => a.span.start - b.span.start);
  }

  /** The one exception to silence in strings: values that an archive speaks of. */
  #readKeywordStrings(
    statement: TopLevelStatement,
    resolver: Resolver,
    isWanted: (span: Span) => boolean,
    found: Map<number, Occurrence>,
  ): void {
    const { isKnownArgument } = this.known;
    if (isKnownArgument === undefined) return;
    for (const { callee, keyword, value, context } of statement.keywordStrings) {
      const name = PLAIN_STRING.exec(statement.textOf(value))?.[2];
      const span = {
        start: statement.toModuleOffset(value.from + 1),
        end: statement.toModuleOffset(value.to - 1),
      };
      if (name === undefined || !isWanted(span) || !isKnownArgument(keyword, name)) continue;
      const symbol = resolver.symbolOfExpression({ node: callee, context });
      if (symbol !== undefined) found.set(span.start, { name, symbol, span, keyword });
    }
  }

  #readImports(
    statement: TopLevelStatement,
    resolver: Resolver,
    add: (identifier: Identifier, symbol: string) => void,
  ): void {
    for (const { identifier, module, name } of statement.importedNames) {
      if (name === undefined) {
        // A module by its place, whatever else has that path.
        if (this.known.declared.has(module)) add(identifier, resolveSymbol(this.known, module) ?? module);
        continue;
      }
      const value = resolver.valueOfImport({ kind: 'import', module, name, in: statement });
      const symbol = value?.kind === 'named' ? resolveSymbol(this.known, value.path) : undefined;
      if (symbol !== undefined) add(identifier, symbol);
    }
  }
}

/** What stands between a string's quotes, where it is a plain one. */
const PLAIN_STRING = /^(["'])([\w ,.-]{1,60})\1$/;

/** The occurrence at an offset, its end included. */
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  return (
    occurrences.find(({ span }) => span.start <= offset && offset < span.end) ??
    occurrences.find(({ span }) => span.end === offset)
  );
}
