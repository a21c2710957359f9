import type { SyntaxNode } from '@lezer/common';
import { readAccessChain } from './accessChain';
import { readArguments } from './argumentLists';
import { parseQuotedAnnotation } from './bindingSources';
import { readComprehension } from './comprehensions';
import * as controlFlow from './controlFlow';
import { readClass, readFunction, readLambda, readTypeDefinition } from './definitions';
import * as matchStatements from './matchStatements';
import { childrenOf, subscriptsOf } from './nodes';
import type { CodeContext, TopLevelStatement } from './scope';
import { StatementReader } from './statementReader';
import * as statements from './statements';

type NodeReader = (node: SyntaxNode, context: CodeContext, reader: StatementReader) => void;

const comprehension: NodeReader = (node, context, reader) => {
  readComprehension(childrenOf(node), context, reader);
};

/** Readers by node name; of any other node the children are read. */
const NODE_READERS: Readonly<Record<string, NodeReader>> = {
  ImportStatement: statements.readImportStatement,
  AssignStatement: statements.readAssignment,
  UpdateStatement: statements.readUpdate,
  DeleteStatement: statements.readDelete,
  NamedExpression: statements.readWalrus,
  ScopeStatement: statements.readScopeStatement,
  IfStatement: controlFlow.readIf,
  WhileStatement: controlFlow.readWhile,
  ForStatement: controlFlow.readFor,
  TryStatement: controlFlow.readTry,
  WithStatement: controlFlow.readWith,
  ReturnStatement: statements.readReturn,
  AssertStatement: controlFlow.readAssert,
  YieldStatement: statements.readYield,
  YieldExpression: statements.readYield,
  MatchBody: matchStatements.readMatchBody,
  CapturePattern: matchStatements.readCapture,
  AsPattern: matchStatements.readCapture,
  KeywordPattern: matchStatements.readKeywordPattern,
  AttributePattern: readAttributePattern,
  FunctionDefinition: readFunction,
  ClassDefinition: readClass,
  LambdaExpression: readLambda,
  TypeDefinition: readTypeDefinition,
  Decorator: readDecorator,
  ArgList: readArguments,
  ComprehensionExpression: comprehension,
  ArrayComprehensionExpression: comprehension,
  DictionaryComprehensionExpression: comprehension,
  SetComprehensionExpression: comprehension,
  VariableName: readChain,
  MemberExpression: readChain,
  CallExpression: readChain,
  TypeDef: readAnnotation,
  String: readString,
};

/** Nodes per time slice, together a fraction of a millisecond. */
const NODES_PER_YIELD = 64;

/** Reads a statement's scopes, bindings and name uses in time slices. */
export function* readStatement(
  node: SyntaxNode,
  statement: TopLevelStatement,
): Generator<undefined, undefined> {
  const reader = new StatementReader(statement);
  reader.visitAll([node], { scope: statement.scope, branch: undefined });
  let count = 0;
  for (let next = reader.takeNext(); next !== undefined; next = reader.takeNext()) {
    const readNode = NODE_READERS[next.node.name];
    if (readNode === undefined) reader.visitChildren(next.node, next.context);
    else readNode(next.node, next.context, reader);
    count += 1;
    if (count % NODES_PER_YIELD === 0) yield;
  }
}

function readChain(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const { base, trailers, inner } = readAccessChain(node);
  if (base.name === 'VariableName' || trailers.length > 0) reader.addNameUse(node, context);
  if (base.name !== 'VariableName') {
    reader.visitAll([base, ...inner], context);
    return;
  }
  const subscripted = context.isAnnotation === true ? node.firstChild : null;
  const form = subscripted === null ? '' : reader.textOf(subscripted);
  const outsideAnnotation: CodeContext = { ...context, isAnnotation: false };
  if (/(?:^|\.)Literal$/.test(form)) {
    reader.visitAll(inner, outsideAnnotation);
  } else if (/(?:^|\.)Annotated$/.test(form)) {
    const type = subscriptsOf(node)[0];
    reader.visit(inner.map((child) => [child, child.from === type?.from ? context : outsideAnnotation]));
  } else {
    reader.visitAll(inner, context);
  }
}

/** `@a.b(c)`: the chain's parts are children of the decorator itself. */
function readDecorator(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  reader.addNameUse(node, context);
  reader.visitAll(
    childrenOf(node).filter(({ name }) => name !== 'VariableName'),
    context,
  );
}

/** `case a.b:` */
function readAttributePattern(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  reader.addNameUse(node, context);
}

function readAnnotation(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  reader.visitChildren(node, { ...context, isAnnotation: true });
}

/** A string in an annotation is code, which may use names that are defined later in the file. */
function readString(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  if (context.isAnnotation !== true) return;
  const annotation = parseQuotedAnnotation(node, reader.statement);
  if (annotation !== undefined) reader.visitChildren(annotation, { ...context, isDeferred: true });
}
