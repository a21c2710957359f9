import MarkdownIt from 'markdown-it';
import { marked, type Token } from 'marked';

const markdownIt = new MarkdownIt({ html: true });
// Every address is a link here: what a surface blocks is not asked.
markdownIt.validateLink = () => true;

/** The targets of links and images in Markdown, and its HTML, as two parsers read it: CommonMark and VS Code's. */
export function activeParts(markdown: string): readonly string[] {
  const parts: string[] = [];
  for (const block of markdownIt.parse(markdown, {})) {
    if (block.type === 'html_block') parts.push(block.content);
    for (const token of block.children ?? []) {
      if (token.type === 'html_inline') parts.push(token.content);
      const target = token.attrGet('href') ?? token.attrGet('src');
      if (target !== null) parts.push(String(target));
    }
  }
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'html') parts.push(token.raw);
    if (token.type === 'link' || token.type === 'image')
      parts.push(String((token as { href: unknown }).href));
  });
  return parts;
}

/** The icons that VS Code shows in a label: https://code.visualstudio.com/api/references/icons-in-labels */
export function iconsIn(label: string): readonly string[] {
  return Array.from(label.matchAll(/(\\)?\$\(([\w-]+(?:~\w+)?)\)/g)).flatMap(([icon, escape]) =>
    escape === undefined ? [icon] : [],
  );
}

/** Links of a notification, as VS Code's `LinkedText` reads them. */
export function notificationLinks(message: string): readonly string[] {
  return (
    message.match(/\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (?:"[^"]+"|'[^']+'))?\)/gi) ?? []
  );
}
