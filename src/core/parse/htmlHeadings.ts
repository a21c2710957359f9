import type { Token } from '../markdown/markdown';
import { isQuestionTitle } from './questionTitles';

/**
 * The levels whose HTML headings begin sections: those of a page that has no Markdown headings below its title, or on
 * which most HTML headings of a level ask. Elsewhere they lay out a page, as centred headers do.
 */
export function htmlHeadingLevels(tokens: readonly Token[]): ReadonlySet<number> {
  const questions = new Map<number, { all: number; asking: number }>();
  let markdownHeadings = 0;
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open') return;
    if (token.markup !== 'html') {
      markdownHeadings += 1;
      return;
    }
    const level = Number(token.tag.slice(1));
    const counts = questions.get(level) ?? { all: 0, asking: 0 };
    counts.all += 1;
    if (isQuestionTitle(tokens[at + 1]?.content.trim() ?? '')) counts.asking += 1;
    questions.set(level, counts);
  });
  const isSection = ({ all, asking }: { all: number; asking: number }): boolean =>
    all > 1 && (asking * 2 > all || markdownHeadings < 2);
  return new Set([...questions].flatMap(([level, counts]) => (isSection(counts) ? [level] : [])));
}
