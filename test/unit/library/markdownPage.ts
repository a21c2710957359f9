import MarkdownIt from 'markdown-it';

/** What a reader of Markdown sees of a paragraph that is one link: its text, and where it leads. */
export function renderMarkdown(markdown: string): { readonly text: string; readonly address: string } {
  const [paragraph] = new MarkdownIt().parseInline(markdown, {});
  const tokens = paragraph?.children ?? [];
  return {
    text: tokens.map(({ content }) => content).join(''),
    address: String(tokens.find(({ type }) => type === 'link_open')?.attrGet('href')),
  };
}
