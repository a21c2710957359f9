import { cutLine, type MappedLine } from '../../mappedLine';
import { MappedText } from '../../mappedText';
import type { Byline } from './byline';
import { isLabel, isNameShaped } from './speakerNames';
import { maskLine } from './maskedLine';
import { readWhen } from './when';

const AUTHOR =
  /^(?:author|user|username|name|by|from|who|commenter|speaker|작성자|글쓴이|이름|닉네임|投稿者|名前|作者|用户|昵称|автор|autor|auteur|nome|nombre|benutzer)$/i;
const COMMENT =
  /^(?:comments?|message|reply|text|said|post|answer|댓글|내용|의견|메시지|답변|コメント|内容|发言|评论|回复|комментарий|сообщение|kommentar|nachricht|comentario|mensaje|comentário|mensagem|commentaire)$/i;
const DATE =
  /^(?:date|time|when|created|posted|at|날짜|시간|작성일|일시|日付|日時|日期|时间|дата|datum|fecha|data)$/i;

/** The rows of a table that has a column of authors and one of their comments; none for any other table. */
export function commentRows(
  text: MappedText,
  start: number,
  end: number,
): readonly { readonly byline: Byline; readonly text: MappedText }[] {
  const [head, , ...rows] = text.lines.slice(start, end).map(cellsOf);
  const columnOf = (pattern: RegExp): number => head?.findIndex((cell) => pattern.test(plain(cell))) ?? -1;
  const author = columnOf(AUTHOR);
  const comment = columnOf(COMMENT);
  const when = columnOf(DATE);
  if (author === -1 || comment === -1) return [];
  return rows.flatMap((cells) => {
    const name = plain(cells[author]).replace(/^@/, '');
    const said = cells[comment];
    if (said === undefined || said.text === '' || !isNameShaped(name) || isLabel(name)) return [];
    const date = readWhen(plain(cells[when]), 0)?.date;
    const byline: Byline = {
      name,
      ...(date === undefined ? {} : { date }),
      length: 0,
      ends: 'line',
      mark: 'plain',
      hasVerb: true,
      isDated: when !== -1,
      hasHandle: true,
      points: 3,
    };
    return [{ byline, text: new MappedText([said]) }];
  });
}

function plain(cell: MappedLine | undefined): string {
  return maskLine(cell?.text ?? '')
    .plain.replace(/\s+/g, ' ')
    .trim();
}

/** The cells of a table's row, trimmed; a bar behind a backslash separates none. */
function cellsOf(line: MappedLine): readonly MappedLine[] {
  const cells: MappedLine[] = [];
  let from = 0;
  const add = (to: number): void => {
    const cell = line.text.slice(from, to);
    const start = from + cell.search(/\S|$/);
    cells.push({ ...cutLine(line, start), text: cell.trim() });
    from = to + 1;
  };
  for (let at = 0; at < line.text.length; at += 1) {
    if (line.text[at] === '\\') at += 1;
    else if (line.text[at] === '|') add(at);
  }
  add(line.text.length);
  return /^\s*\|/.test(line.text) ? cells.slice(1) : cells;
}
