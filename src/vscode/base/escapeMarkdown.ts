import { withoutHidden } from '../../core/text/hiddenCharacters';
import { oneLine } from '../../core/text/shorten';

/**
 * Puts archive text on one line of Markdown, without hidden characters, escaping everything that Markdown or VS Code's icon
 * syntax would interpret. Brackets are entities: VS Code's parser unescapes the text of a link and reads it once more, as a
 * link inside the link.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(withoutHidden(text))
      .replace(/[\\`*_{}()#+\-.!<>&|~:@]/g, '\\$&')
      .replaceAll('[', '&#91;')
      .replaceAll(']', '&#93;')
      // VS Code reads `\$(name)` as an icon too.
      .replaceAll('$', '&#36;')
  );
}
