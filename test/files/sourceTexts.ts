import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './run';

/** A place in the source, as `src/vscode/search.ts:12`, and what stands there. */
interface SourceText {
  readonly at: string;
  readonly text: string;
}

/** What is handed to `t` in a source file: its text where that is a literal, and the source of what is none. */
interface TranslatedText extends SourceText {
  readonly isLiteral: boolean;
}

/** Tables whose values are translated: handed to `t` by a key. */
const TABLES = new Set(['PROBLEM_MESSAGES', 'EXPECTATIONS', 'REASONS']);
/** What a template fills in. */
const VALUE = '\u25A1';
/** A word beside another word or a value, or one that is written as a sentence is. */
const WORDS = new RegExp(
  `\\p{L}{2}[,.:;!?…]* [\\p{L}${VALUE}]|[\\p{L}${VALUE}][,.:;!?…]* \\p{L}{2}|^\\p{Lu}\\p{Ll}+[.:!?…]*$`,
  'u',
);
/** The product's name is the same in every language. */
const NAME = 'Archive Answers';
/** Python, maybe below a comment that is filled in, directives of a page's policy, and names of keys. */
const CODE =
  /^((# \u25A1\s+)?from [\w.]+ import |[a-z]+-src |(Alt|Arrow|Control|End|Enter|Escape|Home|Meta|Shift|Space|Tab)$)/;
/** Values of these names are compared, never shown. */
const UNSEEN_NAMES = new Set(['className', 'contextValue', 'id']);
const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);
/** Arguments of these are selectors, and messages of mistakes in the code. */
const UNSEEN_CALLS = /^(closest|matches|querySelector|querySelectorAll|Error|RangeError|TypeError)$/;

/** The files of a folder below `src`, read. */
export function sourceFiles(folder: string): readonly ts.SourceFile[] {
  const root = join(ROOT, 'src', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => parsed(`src/${folder}/${name}`, readFileSync(join(root, name), 'utf8')));
}

/** A source text as a file of that path. */
export function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** What a file hands to `t`, but for the tables of texts. */
export function translatedTexts(file: ts.SourceFile): readonly TranslatedText[] {
  return nodesOf(file).flatMap((node): readonly TranslatedText[] => {
    if (!isCallOfT(node)) return [];
    const [text] = node.arguments;
    if (text !== undefined && ts.isStringLiteralLike(text)) {
      return [{ ...placeOf(text), text: text.text, isLiteral: true }];
    }
    const isOfTable =
      text !== undefined && ts.isElementAccessExpression(text) && TABLES.has(text.expression.getText());
    return isOfTable ? [] : [{ ...placeOf(node), text: node.getText(), isLiteral: false }];
  });
}

/** Texts of a file that a reader would see in English whatever the language: words that are not handed to `t`. */
export function untranslatedTexts(file: ts.SourceFile): readonly SourceText[] {
  return nodesOf(file).flatMap((node) => {
    const text = textOf(node);
    if (text === undefined || isUnseen(node)) return [];
    const said = text
      .replace(/<[^>]*>/g, '')
      .replaceAll(NAME, '')
      .trim();
    return WORDS.test(said) && !CODE.test(said) ? [{ ...placeOf(node), text: said }] : [];
  });
}

function nodesOf(node: ts.Node): readonly ts.Node[] {
  const all: ts.Node[] = [node];
  node.forEachChild((child) => {
    all.push(...nodesOf(child));
  });
  return all;
}

function isCallOfT(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 't';
}

/** A literal's text, a template's with a mark for each value; `undefined` for what is no text. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(VALUE);
}

/** Whether a text is translated, or stands where nothing is shown. */
function isUnseen(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent)) return isUnseen(parent);
  if (ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent) || ts.isCaseClause(parent)) return true;
  if (ts.isPropertyAssignment(parent)) return UNSEEN_NAMES.has(parent.name.getText());
  if (ts.isBinaryExpression(parent)) {
    return COMPARISONS.has(parent.operatorToken.kind) || UNSEEN_NAMES.has(lastName(parent.left));
  }
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  return isCallOfT(parent) || UNSEEN_CALLS.test(lastName(parent.expression));
}

function lastName(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

function placeOf(node: ts.Node): { readonly at: string } {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return { at: `${file.fileName}:${String(line + 1)}` };
}
