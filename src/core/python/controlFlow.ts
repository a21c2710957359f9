import type { SyntaxNode } from '@lezer/common';
import { narrow, narrowAfter } from './narrowing';
import { childrenOf } from './nodes';
import { UNKNOWN_SOURCE, type BindingSource, type CodeContext } from './scope';
import type { NodeInContext, StatementReader } from './statementReader';
import { addAttribute, bindTargets } from './targets';

/** Conditions before a branch that are known to have failed there: no real chain has more. */
const MAX_FAILED = 16;

const TYPE_CHECKING = /^(?:\w+\.)?TYPE_CHECKING$/;

/** `if`: only one of its branches runs. The one under `TYPE_CHECKING` is taken to be the one that does. */
export function readIf(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const compoundStatement = {};
  const children = childrenOf(node);
  const bodies = children.filter(({ name }) => name === 'Body');
  const conditions = children.filter(
    ({ name }, index) =>
      name !== 'Body' && (children[index - 1]?.name === 'if' || children[index - 1]?.name === 'elif'),
  );
  narrowAfter(node, conditions, bodies, context, reader);
  const [first] = conditions;
  const isForTypes = first !== undefined && TYPE_CHECKING.test(reader.textOf(first));
  let index = -1;
  reader.visit(
    children.map((child): NodeInContext => {
      if (child.name !== 'Body') return [child, context];
      index += 1;
      if (isForTypes && index === 0) return [child, context];
      const branch = branchContext(compoundStatement, context, true, isForTypes);
      const held = conditions.slice(index, index + 1);
      const failed = conditions.slice(0, Math.min(index, MAX_FAILED));
      narrow(held, failed, context, { context: branch, from: child.from }, reader);
      return [child, branch];
    }),
  );
}

/** `assert isinstance(x, T)` */
export function readAssert(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  narrow(childrenOf(node).slice(1, 2), [], context, { context, from: node.to }, reader);
  reader.visitChildren(node, context);
}

/** `while`: its body may not run at all. */
export function readWhile(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const compoundStatement = {};
  reader.visit(
    childrenOf(node).map((child): NodeInContext => [
      child,
      child.name === 'Body' ? branchContext(compoundStatement, context, false) : context,
    ]),
  );
}

export function readFor(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const children = childrenOf(node);
  const targetsStart = children.findIndex(({ name }) => name === 'for') + 1;
  const inIndex = children.findIndex(({ name }) => name === 'in');
  const body = children.find(({ name }) => name === 'Body');
  const compoundStatement = {};
  const bodyContext = branchContext(compoundStatement, context, false);
  reader.visit(
    children.slice(Math.max(targetsStart, inIndex)).map((child): NodeInContext => {
      if (child === body) return [child, bodyContext];
      return [child, child.name === 'Body' ? branchContext(compoundStatement, context, false) : context];
    }),
  );
  if (inIndex <= targetsStart) return;
  const iterable = children.slice(inIndex + 1).find(({ name }) => name !== '⚠');
  const source: BindingSource =
    iterable === undefined || iterable === body
      ? UNKNOWN_SOURCE
      : { kind: 'element', expression: reader.expression(iterable, context) };
  const targets = children.slice(targetsStart, inIndex);
  bindTargets(targets, bodyContext, body?.from ?? node.to, source, reader);
}

/** `try`: its body may end anywhere, a handler may run or not; `else` continues the body, `finally` always runs. */
export function readTry(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const compoundStatement = {};
  const bodyContext = branchContext(compoundStatement, context, false);
  let current = bodyContext;
  const toVisit: NodeInContext[] = [];
  const children = childrenOf(node);
  children.forEach((child, index) => {
    if (child.name === 'except') current = branchContext(compoundStatement, context, false);
    else if (child.name === 'else') current = bodyContext;
    else if (child.name === 'finally') current = context;
    else if (child.name === 'VariableName' && children[index - 1]?.name === 'as') {
      const caught = children[index - 2];
      const isGroup = children[index - 3]?.name === '*';
      const source: BindingSource =
        caught === undefined || isGroup
          ? UNKNOWN_SOURCE
          : { kind: 'caught', expression: reader.expression(caught, current) };
      reader.bind(child, current, child.to, source);
      return;
    }
    toVisit.push([child, current]);
  });
  reader.visit(toVisit);
}

/** Characters that are read of an attribute's name. */
const MAX_ATTRIBUTE_LENGTH = 80;

/**
 * `with a as b, c as d`. The grammar does not support the form in parentheses: there it yields the same children, the
 * first ones in an expression that lacks its closing parenthesis, with error nodes in between. It reads `as self.x` as
 * a name and makes statements of the rest.
 */
export function readWith(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const toVisit: NodeInContext[] = [];
  let manager: SyntaxNode | undefined;
  const children = childrenOf(node);
  children.forEach((child, index) => {
    const isTarget = children[index - 1]?.name === 'as' && child.name !== '⚠' && child.name !== 'Body';
    if (isTarget) {
      const source: BindingSource =
        manager === undefined
          ? UNKNOWN_SOURCE
          : { kind: 'contextManager', expression: reader.expression(manager, context) };
      manager = undefined;
      if (/^\s*[.[]/.test(reader.statement.textAfter(child))) {
        const after = reader.statement.textAfter(child, MAX_ATTRIBUTE_LENGTH);
        const attribute = /^\s*\.\s*(\w+)\s*[,:)]/.exec(after)?.[1];
        if (attribute !== undefined) addAttribute(child, attribute, context, child.to, source, reader);
        toVisit.push([child, context]);
      } else bindTargets([child], context, child.to, source, reader);
      return;
    }
    if (child.name !== 'as' && child.name !== ',' && child.name !== '⚠') manager = lastExpressionIn(child);
    toVisit.push([child, context]);
  });
  reader.visit(toVisit);
}

/** The last expression of `(a(), b()` without its closing parenthesis; any other node itself. */
function lastExpressionIn(node: SyntaxNode): SyntaxNode {
  if (node.name !== 'TupleExpression' && node.name !== 'ParenthesizedExpression') return node;
  const children = childrenOf(node);
  if (children.at(-1)?.name === ')') return node;
  return children.findLast(({ name }) => name !== '⚠' && name !== ',' && name !== '(') ?? node;
}

/** The context of a branch of a compound statement. */
export function branchContext(
  compoundStatement: object,
  context: CodeContext,
  isExclusive: boolean,
  isDead = false,
): CodeContext {
  const branch = { parent: context.branch, compoundStatement, isExclusive, ...(isDead ? { isDead } : {}) };
  return { ...context, branch };
}
