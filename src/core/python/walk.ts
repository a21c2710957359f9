import type { SyntaxNode } from '@lezer/common';
import { readArguments, readComprehension } from './comprehensions';
import { readClass, readDecorator, readFunction, readLambda, readTypeDefinition } from './definitions';
import { childrenOf, identifierAt, readSpine } from './nodes';
import { Reader } from './reader';
import type { Place, Step } from './scope';
import { readQuoted, subscriptedName, subscriptsOf } from './sources';
import * as statements from './statements';

type Handler = (node: SyntaxNode, place: Place, reader: Reader) => void;

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
  MatchClause: statements.readMatchClause,
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
const NODES = 64;

/** Reads a file's scopes, bindings and uses of names, and yields after every few nodes. */
export function* readTree(top: SyntaxNode, text: string): Generator<undefined, Reader> {
  const reader = new Reader(text);
  reader.readAll([top], { scope: reader.module, branch: undefined });
  let count = 0;
  for (let next = reader.next(); next !== undefined; next = reader.next()) {
    const { node, place } = next;
    const handle = HANDLERS[node.name];
    if (handle === undefined) reader.readChildren(node, place);
    else handle(node, place, reader);
    count += 1;
    if (count % NODES === 0) yield;
  }
  return reader;
}

function readChain(node: SyntaxNode, place: Place, reader: Reader): void {
  const { head, steps, inner } = readSpine(node, reader.text);
  if (head !== undefined) reader.refer(head, place, steps);
  const base = place.annotation === true ? subscriptedName(node, reader.text) : '';
  const plain: Place = { ...place, annotation: false };
  if (/(?:^|\.)Literal$/.test(base)) {
    reader.readAll(inner, plain);
  } else if (/(?:^|\.)Annotated$/.test(base)) {
    const type = subscriptsOf(node)[0];
    reader.read(inner.map((child) => [child, child.from === type?.from ? place : plain]));
  } else {
    reader.readAll(inner, place);
  }
}

function readAttributePattern(node: SyntaxNode, place: Place, reader: Reader): void {
  const [head, ...rest] = childrenOf(node);
  if (head === undefined) return;
  const steps = rest
    .filter(({ name }) => name === 'PropertyName')
    .map((name): Step => ({ kind: 'attribute', identifier: identifierAt(name, reader.text) }));
  reader.refer(identifierAt(head, reader.text), place, steps);
}

function readAnnotation(node: SyntaxNode, place: Place, reader: Reader): void {
  reader.readChildren(node, { ...place, annotation: true });
}

/** A string is code in an annotation only, and there it may name what comes later in the file. */
function readString(node: SyntaxNode, place: Place, reader: Reader): void {
  if (place.annotation !== true) return;
  const code = readQuoted(node, reader.text);
  if (code !== undefined) reader.readChildren(code, { ...place, deferred: true });
}
