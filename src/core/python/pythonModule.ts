import type { SyntaxNode } from '@lezer/common';
import { addToGroup } from '../base/grouping';
import { cleanLinesAfterEdit, withBracketsClosed } from './brackets';
import { withoutLongLines } from './longLines';
import { childrenOf, identifierAt, isSameTree } from './nodes';
import { editBetween, parsePython, topLevelOf, type ParsedText } from './parsePython';
import { readStatement } from './readStatement';
import {
  LOOKAHEAD_LENGTH,
  TopLevelStatement,
  type ModuleBinding,
  type ModuleScope,
  type NameUse,
} from './scope';

/** A longer file, in UTF-16 units, is data: the last step of building its tree would hold the thread for too long. */
const MAX_FILE_LENGTH = 2_000_000;

/** What reading the next version of a file starts from. */
interface ReadState {
  readonly parsed: ParsedText;
  /** As `withBracketsClosed` finds them. */
  readonly cleanLines: readonly number[] | undefined;
}

/** A Python file: its top-level statements, and what they bind together. */
export class PythonModule implements ModuleScope {
  readonly bindings = new Map<string, ModuleBinding[]>();
  readonly starImports: { readonly module: string; readonly offset: number }[] = [];
  #arguments: ReadonlyMap<string, readonly NameUse[]> | undefined;
  #publicNames: { readonly names: ReadonlySet<string> | undefined } | undefined;

  /**
   * @param path Identifies the module; relative imports start from here.
   * @param stubName Of a library's stub, the qualified name of the module.
   * @param starts Current offsets of the statements.
   */
  constructor(
    readonly path: string,
    readonly stubName: string | undefined,
    readonly readState: ReadState | undefined,
    readonly statements: readonly TopLevelStatement[],
    starts: readonly number[],
  ) {
    statements.forEach((statement, index) => {
      statement.moveTo(this, starts[index] ?? 0);
      for (const [name, bindings] of statement.scope.bindings) {
        for (const binding of bindings) {
          addToGroup(this.bindings, name, { ...binding, offset: statement.toModuleOffset(binding.from) });
        }
      }
      for (const { module, from } of statement.starImports) {
        this.starImports.push({ module, offset: statement.toModuleOffset(from) });
      }
    });
  }

  get publicNames(): ReadonlySet<string> | undefined {
    this.#publicNames ??= { names: namesInLiteral(this.bindings.get('__all__')) };
    return this.#publicNames.names;
  }

  get defersAnnotations(): boolean {
    return (this.bindings.get('annotations') ?? []).some(
      ({ source }) => source.kind === 'import' && source.module === '__future__',
    );
  }

  argumentsNamed(name: string): readonly NameUse[] {
    this.#arguments ??= argumentsIn(this.statements);
    return this.#arguments.get(name) ?? [];
  }

  get isPackage(): boolean {
    return this.path.endsWith('/__init__.py');
  }
}

function argumentsIn(statements: readonly TopLevelStatement[]): ReadonlyMap<string, readonly NameUse[]> {
  const found = new Map<string, NameUse[]>();
  for (const statement of statements) {
    for (const use of statement.nameUses) {
      const isArgument = use.node.name === 'VariableName' && use.node.parent?.name === 'ArgList';
      if (isArgument) addToGroup(found, identifierAt(use.node, statement).name, use);
    }
  }
  return found;
}

function namesInLiteral(bindings: readonly ModuleBinding[] = []): ReadonlySet<string> | undefined {
  const [binding, ...others] = bindings;
  if (binding?.source.kind !== 'value' || others.length > 0) return undefined;
  const { node, context } = binding.source.expression;
  if (node.name !== 'ArrayExpression' && node.name !== 'TupleExpression') return undefined;
  const strings = childrenOf(node).filter(({ name }) => name === 'String');
  return new Set(strings.map((string) => context.scope.statement.textOf(string).slice(1, -1)));
}

/**
 * Reads a Python file in time slices. Invalid code binds nothing; the code around it is still read.
 *
 * @param previous An earlier version of the file, whose unchanged statements are reused. It must not be used
 *   afterwards: the statements belong to the new module then.
 */
export function* readModule(
  path: string,
  text: string,
  { stubName, previous }: { readonly stubName?: string; readonly previous?: PythonModule | undefined } = {},
): Generator<undefined, PythonModule> {
  if (text.length > MAX_FILE_LENGTH) return new PythonModule(path, stubName, undefined, [], []);
  const code = withoutLongLines(text);
  const previousParsed = previous?.readState?.parsed;
  const edit = previousParsed === undefined ? undefined : editBetween(previousParsed.text, code);
  const previousLines = previous?.readState?.cleanLines;
  const editedLines =
    edit === undefined || previousLines === undefined
      ? undefined
      : cleanLinesAfterEdit(code, edit, previousLines);
  const { text: closed, cleanLines } =
    editedLines === undefined ? yield* withBracketsClosed(code) : { text: code, cleanLines: editedLines };
  const parsed = yield* parsePython(closed, previousParsed, closed === code ? edit : undefined);
  const reusable = new Map<string, TopLevelStatement[]>();
  // The groups are stacks: the first statement of each text is on top.
  for (const statement of previous?.statements.toReversed() ?? [])
    addToGroup(reusable, statement.text, statement);
  const statements: TopLevelStatement[] = [];
  const starts: number[] = [];
  for (let node = topLevelOf(parsed).firstChild; node !== null; node = node.nextSibling) {
    if (isBlank(node)) continue;
    const statementText = closed.slice(node.from, node.to + LOOKAHEAD_LENGTH);
    const candidate = reusable.get(statementText)?.pop();
    // Where the code around it is broken, the same text may be read as another tree.
    const unchanged = candidate !== undefined && isSameTree(candidate.node, node) ? candidate : undefined;
    statements.push(unchanged ?? (yield* readTopLevelStatement(node, statementText)));
    starts.push(node.from);
  }
  return new PythonModule(path, stubName, { parsed, cleanLines }, statements, starts);
}

function* readTopLevelStatement(node: SyntaxNode, text: string): Generator<undefined, TopLevelStatement> {
  const statement = new TopLevelStatement(text, node);
  yield* readStatement(node, statement);
  return statement;
}

function isBlank({ name, from, to }: SyntaxNode): boolean {
  return from === to || name === 'Comment';
}
