import { withoutHidden } from '../../core/text/hiddenCharacters';

/** Puts archive text on one line of Markdown, without hidden characters, escaping everything that Markdown or VS Code's icon syntax would interpret. */
export function escapeMarkdown(text: string): string {
  return (
    withoutHidden(text)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_{}[\]()#+\-.!<>&|~:@]/g, '\\$&')
      // VS Code reads `\$(name)` as an icon too.
      .replaceAll('$', '&#36;')
  );
}
