/** Puts archive text on one line of Markdown, escaping everything that Markdown or VS Code's icon syntax would interpret. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_{}[\]()#+\-.!<>&|~:@]/g, '\\$&')
      // VS Code reads `\$(name)` as an icon too.
      .replaceAll('$', '&#36;')
  );
}
