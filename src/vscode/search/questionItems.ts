import { t } from '../base/l10n';
import { messageItem, section, type SearchItem } from './rows';

/** The row that copies a question to ask people; `titles` are those of the nearest entries. */
export function copyQuestionItems(query: string, titles: readonly string[]): readonly SearchItem[] {
  return section(t('Ask the room'), [
    {
      ...messageItem(
        t('Copy a question for the room'),
        'copy',
        t('Includes your search, similar threads and prompts for details'),
      ),
      copyText: questionText(query, titles),
    },
  ]);
}

/** A question to paste into a chat room: the query, the nearest entries, and what helpers usually ask for. */
function questionText(query: string, titles: readonly string[]): string {
  const nearest =
    titles.length === 0
      ? [t('The archive has nothing similar.')]
      : [t('Related threads that did not help:'), ...titles.map((title) => `- ${title}`)];
  return [
    t('Question: {0}', query),
    '',
    ...nearest,
    '',
    t('What I want to do:'),
    t('What happens instead (error message, versions):'),
    '',
  ].join('\n');
}
