import type { SyntaxNode } from '@lezer/common';
import { sourceOfValue } from './bindingSources';
import { readComprehension } from './comprehensions';
import { childrenOf, splitAtCommas } from './nodes';
import type { CodeContext } from './scope';
import type { NodeInContext, StatementReader } from './statementReader';

const CAST = /^(?:(?:typing|t)\.)?cast$/;

/** Reads the arguments of a call or the bases of a class. Names of keyword arguments are not names of the file. */
export function readArguments(
  list: SyntaxNode,
  { scope, branch }: CodeContext,
  reader: StatementReader,
): void {
  const children = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  const context: CodeContext = { scope, branch };
  const callee = list.parent?.name === 'CallExpression' ? list.parent.firstChild : null;
  // `cast("X", value)`: the string is a type.
  const [type] = callee !== null && CAST.test(reader.textOf(callee)) ? children : [];
  const toVisit: NodeInContext[] = [];
  for (const argument of splitAtCommas(children)) {
    const [name, operator, value] = argument;
    const isKeyword = name?.name === 'VariableName' && operator?.name === 'AssignOp';
    if (isKeyword && value?.name === 'String' && callee !== null) {
      const keyword = reader.identifier(name).name;
      reader.statement.keywordStrings.push({ callee, keyword, value, context });
    }
    const nodes = isKeyword ? argument.slice(2) : argument;
    if (isKeyword && reader.textOf(operator) === ':=') {
      reader.bind(name, context, nodes.at(-1)?.to ?? operator.to, sourceOfValue(nodes[0], context, reader));
    }
    if (nodes.some((node) => node.name === 'for')) readComprehension(nodes, context, reader);
    else {
      toVisit.push(
        ...nodes.map((node): NodeInContext => [
          node,
          node === type ? { ...context, isAnnotation: true } : context,
        ]),
      );
    }
  }
  reader.visit(toVisit);
}
