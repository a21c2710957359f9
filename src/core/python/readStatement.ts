import type { SyntaxNode } from '@lezer/common';
import { readArguments, readComprehension } from './comprehensions';
import { readClass, readFunction, readLambda, readTypeDefinition } from './definitions';
import { childrenOf, readAccessChain, subscriptsOf } from './nodes';
import { StatementReader } from './statementReader';
import type { Chunk, CodePosition } from './scope';
import { readQuoted } from './bindingSources';
import * as statements from './statements';

type Handler = (node: SyntaxNode, place: CodePosition, reader: StatementReader) => void;

const comprehension: Handler = (node, place, reader) => {
  readComprehension(childrenOf(node), place, reader);
};

/** What is special about a kind of node; of every other kind the children are read. */
const HANDLERS: Readonly<Record<string, Handler>> = {
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
  AttributePattern: readPath,
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
const NODES = 64;

/** Reads a statement's scopes, bindings and uses of names, and yields after every few nodes. */
export function* readStatement(node: SyntaxNode, chunk: Chunk): Generator<undefined, undefined> {
  const reader = new StatementReader(chunk);
  reader.readAll([node], { scope: chunk.scope, branch: undefined });
  let count = 0;
  for (let next = reader.next(); next !== undefined; next = reader.next()) {
    const handle = HANDLERS[next.node.name];
    if (handle === undefined) reader.readChildren(next.node, next.place);
    else handle(next.node, next.place, reader);
    count += 1;
    if (count % NODES === 0) yield;
  }
}

function readChain(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const { base, steps, inner } = readAccessChain(node);
  if (base.name === 'VariableName' || steps.length > 0) reader.refer(node, place);
  if (base.name !== 'VariableName') {
    // What it begins with has names of its own.
    reader.readAll([base, ...inner], place);
    return;
  }
  const subscripted = place.annotation === true ? node.firstChild : null;
  const written = subscripted === null ? '' : reader.textOf(subscripted);
  const plain: CodePosition = { ...place, annotation: false };
  if (/(?:^|\.)Literal$/.test(written)) {
    reader.readAll(inner, plain);
  } else if (/(?:^|\.)Annotated$/.test(written)) {
    const type = subscriptsOf(node)[0];
    reader.read(inner.map((child) => [child, child.from === type?.from ? place : plain]));
  } else {
    reader.readAll(inner, place);
  }
}

/** `@a.b(c)`: its names stand beside each other, without an expression around them. */
function readDecorator(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  reader.refer(node, place);
  reader.readAll(
    childrenOf(node).filter(({ name }) => name !== 'VariableName'),
    place,
  );
}

/** `case a.b:` */
function readPath(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  reader.refer(node, place);
}

function readAnnotation(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  reader.readChildren(node, { ...place, annotation: true });
}

/** A string is code in an annotation only, and there it may name what comes later in the file. */
function readString(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  if (place.annotation !== true) return;
  const code = readQuoted(node, reader.chunk);
  if (code !== undefined) reader.readChildren(code, { ...place, deferred: true });
}
