import type { SyntaxNode } from '@lezer/common';
import { readArguments, readComprehension } from './comprehensions';
import { readClass, readFunction, readLambda, readTypeDefinition } from './definitions';
import { childrenOf, readAccessChain, subscriptsOf } from './nodes';
import { StatementReader } from './statementReader';
import type { TopLevelStatement, CodeContext } from './scope';
import { parseQuotedAnnotation } from './bindingSources';
import * as statements from './statements';

type NodeReader = (node: SyntaxNode, context: CodeContext, reader: StatementReader) => void;

const comprehension: NodeReader = (node, context, reader) => {
  readComprehension(childrenOf(node), context, reader);
};

/** What is special about a kind of node; of every other kind the children are read. */
const NODE_READERS: Readonly<Record<string, NodeReader>> = {
  ImportStatement: statements.readImportStatement,
  AssignStatement: statements.readAssignment,
  UpdateStatement: statements.readUpdate,
  DeleteStatement: statements.readDelete,
  NamedExpression: statements.readWalrus,
  ScopeStatement: statements.readScopeStatement,
  IfStatement: statements.readIf,
  WhileStatement: statements.readWhile,
  ForStatement: statements.readFor,
  TryStatement: statements.readTry,
  WithStatement: statements.readWith,
  ReturnStatement: statements.readReturn,
  AssertStatement: statements.readAssert,
  YieldStatement: statements.readYield,
  YieldExpression: statements.readYield,
  MatchBody: statements.readMatchBody,
  CapturePattern: statements.readCapture,
  AsPattern: statements.readCapture,
  KeywordPattern: statements.readKeywordPattern,
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

/** Nodes between two pauses: a fraction of a millisecond. */
const NODES_PER_YIELD = 64;

/** Reads a statement's scopes, bindings and uses of names, and yields after every few nodes. */
export function* readStatement(
  node: SyntaxNode,
  statement: TopLevelStatement,
): Generator<undefined, undefined> {
  const reader = new StatementReader(statement);
  reader.visitAll([node], { scope: statement.scope, branch: undefined });
  let count = 0;
  for (let next = reader.takeNext(); next !== undefined; next = reader.takeNext()) {
    const handle = NODE_READERS[next.node.name];
    if (handle === undefined) reader.visitChildren(next.node, next.context);
    else handle(next.node, next.context, reader);
    count += 1;
    if (count % NODES_PER_YIELD === 0) yield;
  }
}

function readChain(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const { base, trailers, inner } = readAccessChain(node);
  if (base.name === 'VariableName' || trailers.length > 0) reader.addNameUse(node, context);
  if (base.name !== 'VariableName') {
    // What it begins with has names of its own.
    reader.visitAll([base, ...inner], context);
    return;
  }
  const subscripted = context.isAnnotation === true ? node.firstChild : null;
  const written = subscripted === null ? '' : reader.textOf(subscripted);
  const plain: CodeContext = { ...context, isAnnotation: false };
  if (/(?:^|\.)Literal$/.test(written)) {
    reader.visitAll(inner, plain);
  } else if (/(?:^|\.)Annotated$/.test(written)) {
    const type = subscriptsOf(node)[0];
    reader.visit(inner.map((child) => [child, child.from === type?.from ? context : plain]));
  } else {
    reader.visitAll(inner, context);
  }
}

/** `@a.b(c)`: its names stand beside each other, without an expression around them. */
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

/** A string is code in an annotation only, and there it may name what comes later in the file. */
function readString(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  if (context.isAnnotation !== true) return;
  const annotation = parseQuotedAnnotation(node, reader.statement);
  if (annotation !== undefined) reader.visitChildren(annotation, { ...context, isDeferred: true });
}
