import type { SyntaxNode } from '@lezer/common';
import { branchContext } from './controlFlow';
import { alternativesOf, classesOfPattern, narrowName } from './narrowing';
import { childrenOf } from './nodes';
import { UNKNOWN_SOURCE, type BindingSource, type CodeContext, type Expression } from './scope';
import type { NodeInContext, StatementReader } from './statementReader';

/** Classes that the subject is known not to be an instance of: no real `match` has more. */
const MAX_FAILED = 16;

/** The clauses of a `match`: only one of them runs. Each narrows the subject, if that is a name. */
export function readMatchBody(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const compoundStatement = {};
  const subject = node.parent === null ? undefined : childrenOf(node.parent)[1];
  const failed: Expression[] = [];
  const toVisit: NodeInContext[] = [];
  for (const clause of childrenOf(node)) {
    const branch = branchContext(compoundStatement, context, true);
    toVisit.push([clause, branch]);
    const [, pattern] = childrenOf(clause);
    if (clause.name !== 'MatchClause' || pattern === undefined || subject?.name !== 'VariableName') continue;
    const classes = classesOfPattern(pattern, branch, reader);
    const value = reader.expression(subject, context);
    const source: BindingSource =
      classes.length > 0
        ? { kind: 'narrowed', types: classes }
        : { kind: 'excluded', value, types: [...failed] };
    narrowName(subject, source, { context: branch, from: pattern.from }, reader);
    if (isUnconditional(clause) && failed.length < MAX_FAILED) failed.push(...classes);
  }
  reader.visit(toVisit);
}

/** Whether a clause matches all instances of its classes: `case A():` or `case A() | B():`. */
function isUnconditional(clause: SyntaxNode): boolean {
  const [, pattern, guard] = childrenOf(clause);
  if (pattern === undefined || guard?.name === 'Guard') return false;
  return alternativesOf(pattern).every((child) => {
    const list = childrenOf(child).find(({ name }) => name === 'PatternArgList');
    return list === undefined || list.to - list.from === 2;
  });
}

/** `pattern as name`, or a bare `name`, which matches anything. */
export function readCapture(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const children = childrenOf(node);
  const last = children.at(-1);
  if (last?.name === 'VariableName')
    reader.bind(last, context, last.to, sourceOfCapture(node, context, reader));
  reader.visitAll(children.slice(0, -1), context);
}

/** What a pattern binds its name to: an instance of its classes; the subject, if it is the whole pattern. */
function sourceOfCapture(node: SyntaxNode, context: CodeContext, reader: StatementReader): BindingSource {
  const pattern = node.parent?.name === 'OrPattern' ? node.parent : node;
  const types = node.name === 'AsPattern' ? classesOfPattern(pattern, context, reader) : [];
  if (types.length > 0) return { kind: 'narrowed', types };
  const clause = node.name === 'CapturePattern' ? node.parent : null;
  const statement = clause?.name === 'MatchClause' ? clause.parent?.parent : null;
  const value = statement === null || statement === undefined ? undefined : childrenOf(statement)[1];
  return value === undefined
    ? UNKNOWN_SOURCE
    : { kind: 'value', expression: { ...reader.expression(value, context), lookupOffset: node.from } };
}

/** `x=pattern` in `Point(x=pattern)`: `x` is an attribute of what is matched, not a name. */
export function readKeywordPattern(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  reader.visitAll(childrenOf(node).slice(1), context);
}
