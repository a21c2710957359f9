import { addToGroup } from '../base/grouping';
import type { SyntaxNode } from '@lezer/common';
import { isClosed, withBracketsClosed } from './brackets';
import { childrenOf } from './nodes';
import { editBetween, parsePython, topLevelOf, type TextEdit, type ParsedText } from './parsePython';
import { LOOKAHEAD_LENGTH, TopLevelStatement, type ModuleBinding, type ModuleScope } from './scope';
import { readStatement } from './readStatement';

/** A longer file, in UTF-16 units, is data: the last step of building its tree would hold the thread for too long. */
const MAX_FILE_LENGTH = 2_000_000;

/** A longer line, in UTF-16 units, is data as well: it is read as if it were empty. */
const MAX_LINE_LENGTH = 100_000;

function withoutLongLines(text: string): string {
  let kept = '';
  let copied = 0;
  for (let start = 0; text.length - start > MAX_LINE_LENGTH;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start > MAX_LINE_LENGTH) {
      kept += text.slice(copied, start) + blank(end - start);
      copied = end;
    }
    start = end + 1;
  }
  return copied === 0 ? text : kept + text.slice(copied);
}

/** As much of nothing, in lines that take no time each. */
function blank(length: number): string {
  return BLANK_LINE.repeat(Math.ceil(length / BLANK_LINE.length)).slice(0, length);
}

const BLANK_LINE = `${' '.repeat(99)}\n`;

/** What the next version of a file is read from. */
interface ReadState {
  readonly parsed: ParsedText;
  /** Whether all brackets are closed. */
  readonly isBalanced: boolean;
}

/** A Python file as it was read: its statements, and what they bind at the top level. */
export class PythonModule implements ModuleScope {
  readonly bindings = new Map<string, ModuleBinding[]>();
  /** Modules of star imports, in the order of the file. */
  readonly starImports: { readonly module: string; readonly at: number }[] = [];
  #offered: { readonly names: ReadonlySet<string> | undefined } | undefined;

  /**
   * @param path What tells it from other modules, and says where relative imports begin.
   * @param stubName Of a library's module its qualified name: what it defines is known by that.
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
      for (const [bound, bindings] of statement.scope.bindings) {
        for (const binding of bindings) {
          addToGroup(this.bindings, bound, { ...binding, offset: statement.toModuleOffset(binding.from) });
        }
      }
      for (const { module, from } of statement.starImports)
        this.starImports.push({ module, at: statement.toModuleOffset(from) });
    });
  }

  /** What `__all__` lists, where it is one plain list. */
  get publicNames(): ReadonlySet<string> | undefined {
    this.#offered ??= { names: namesInLiteral(this.bindings.get('__all__')) };
    return this.#offered.names;
  }

  /** Whether annotations may name what comes later: `from __future__ import annotations`. */
  get defersAnnotations(): boolean {
    return (this.bindings.get('annotations') ?? []).some(
      ({ source }) => source.kind === 'import' && source.module === '__future__',
    );
  }

  /** Whether it is a package: what it does not define may be a module in its folder. */
  get isPackage(): boolean {
    return this.path.endsWith('/__init__.py');
  }
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
 * Reads a Python file. Any text will do: what cannot be understood binds nothing, what stands around it still does.
 *
 * @param previous An earlier version of the file: statements that are the same are not read again. It must not be
 *   used any more, since they move from one to the other.
 */
export function* readModule(
  path: string,
  text: string,
  { name, previous }: { readonly name?: string; readonly previous?: PythonModule | undefined } = {},
): Generator<undefined, PythonModule> {
  if (text.length > MAX_FILE_LENGTH) return new PythonModule(path, name, undefined, [], []);
  const plain = withoutLongLines(text);
  const before = previous?.readState?.parsed;
  const difference = before === undefined ? undefined : editBetween(before.text, plain);
  const { text: closed, isBalanced } =
    previous !== undefined && staysBalanced(plain, previous, difference)
      ? { text: plain, isBalanced: true }
      : yield* withBracketsClosed(plain);
  const parsed = yield* parsePython(closed, before, closed === plain ? difference : undefined);
  const known = new Map<string, TopLevelStatement[]>();
  for (const statement of previous?.statements ?? []) addToGroup(known, statement.text, statement);
  const statements: TopLevelStatement[] = [];
  const starts: number[] = [];
  for (let node = topLevelOf(parsed).firstChild; node !== null; node = node.nextSibling) {
    if (isBlank(node)) continue;
    const written = closed.slice(node.from, node.to + LOOKAHEAD_LENGTH);
    const same = known.get(written)?.shift();
    statements.push(same ?? (yield* readChunk(node, written)));
    starts.push(node.from);
  }
  return new PythonModule(path, name, { parsed, isBalanced }, statements, starts);
}

/** Longer statements are not worth a second look: the whole text is scanned. */
const MAX_SCANNED_LENGTH = 20_000;

/** Whether all brackets were closed before an edit, and are so in the statements that it touched. */
function staysBalanced(text: string, previous: PythonModule, difference: TextEdit | undefined): boolean {
  const { readState: state, statements } = previous;
  if (state?.isBalanced !== true || difference === undefined) return false;
  const { start: from, oldEnd: before, newEnd: after } = difference;
  let start = 0;
  let end = state.parsed.text.length;
  for (const statement of statements) {
    const at = statement.toModuleOffset(statement.originalStart);
    // One that the edit touches at its very beginning may now belong to the one before.
    if (at < from) start = at;
    else if (at > before) {
      end = at;
      break;
    }
  }
  const newEnd = end + after - before;
  if (end - start > MAX_SCANNED_LENGTH || newEnd - start > MAX_SCANNED_LENGTH) return false;
  return isClosed(state.parsed.text.slice(start, end)) && isClosed(text.slice(start, newEnd));
}

function* readChunk(node: SyntaxNode, text: string): Generator<undefined, TopLevelStatement> {
  const statement = new TopLevelStatement(text, node.from);
  yield* readStatement(node, statement);
  return statement;
}

function isBlank({ name, from, to }: SyntaxNode): boolean {
  return from === to || name === 'Comment';
}
