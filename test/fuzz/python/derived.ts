import type { SyntaxNode } from '@lezer/common';
import type { TopLevelStatement } from '../../../src/core/python/scope';
import type { SourceFile } from '../../../src/core/python/sourceFile';
import { withMarks } from '../../unit/python/notation';

/** All that is read of a text: its statements with what they bind and use, and the occurrences in it. */
export async function derivedFrom(file: SourceFile, text: string): Promise<string> {
  const marked = withMarks(text, await file.occurrences());
  return `${marked}\n${file.statements().map(described).join('\n')}`;
}

function described(statement: TopLevelStatement): string {
  const { originalStart, text, nameUses, importedNames, keywordStrings, starImports, scope } = statement;
  const at = (offset: number): string => String(statement.toModuleOffset(offset));
  const bindings = [...scope.bindings].map(([name, all]) => {
    return `${name} ${all.map(({ source, from }) => `${source.kind} ${at(from)}`).join(' ')}`;
  });
  return [
    `${at(originalStart)} ${JSON.stringify(text)}`,
    `tree ${treeOf(statement.node, at)}`,
    `uses ${nameUses.map(({ node, lookupOffset }) => `${node.name} ${at(node.from)} ${at(lookupOffset)}`).join()}`,
    `imports ${importedNames.map(({ identifier, module }) => `${module} ${at(identifier.start)}`).join()}`,
    `strings ${keywordStrings.map(({ keyword, value }) => `${keyword} ${at(value.from)}`).join()}`,
    `stars ${starImports.map(({ module, from }) => `${module} ${at(from)}`).join()}`,
    `binds ${bindings.join()}`,
  ].join('\n');
}

function treeOf(node: SyntaxNode, at: (offset: number) => string): string {
  const children: string[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    children.push(treeOf(child, at));
  return `${node.name} ${at(node.from)} ${at(node.to)} (${children.join()})`;
}
