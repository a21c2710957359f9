/** Archive text on one line of Markdown, with nothing in it that Markdown or an icon would be made of. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_{}[\]()#+\-.!<>&|~:@]/g, '\\$&')
      // Of an escaped dollar VS Code would still make an icon.
      .replaceAll('$', '&#36;')
  );
}
