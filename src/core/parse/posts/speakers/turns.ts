import { blockTokens } from '../../../markdown/markdown';
import { MappedText, type MappedLine } from '../../mappedText';
import { markdown } from '../../markdownParser';
import { maskLine } from './maskedLine';
import type { Byline } from './byline';
import { nameKey } from './speakerNames';
import type { Start, TalkOutline } from './talkOutline';
import { readWhen } from './when';

/** What one person says at a time. */
export interface Turn {
  readonly start: Start;
  readonly byline: Byline;
  readonly text: MappedText;
  /** Index of the turn whose quote or list item it is in. */
  readonly parent?: number;
}

/** A text cut at the lines where somebody begins to speak. */
export interface CutTalk {
  /** The text above the first turn. */
  readonly preface: MappedText;
  /** Whether a heading says that the preface is what was asked (`Description`). */
  readonly isOpening: boolean;
  readonly turns: readonly Turn[];
  /** The archivist's notes, each with the number of turns above it. */
  readonly notes: readonly { readonly text: MappedText; readonly turnsAbove: number }[];
}

interface OpenTurn {
  readonly start: Start;
  readonly lines: MappedLine[];
  readonly parent: number | undefined;
}

const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Cuts a text into turns at those starts that `begins` accepts. Turns without text are left out. */
export function cutTurns(outline: TalkOutline, begins: (start: Start) => boolean): CutTalk {
  const cutter = new TurnCutter(begins);
  cutter.cut(outline, undefined);
  return cutter.finish();
}

class TurnCutter {
  readonly #preface: MappedLine[] = [];
  readonly #turns: OpenTurn[] = [];
  readonly #notes: { readonly text: MappedText; readonly turnsAbove: number }[] = [];
  #isOpening = false;

  constructor(private readonly begins: (start: Start) => boolean) {}

  /** @param outer Index of the turn that the text is inside of. */
  cut({ text, marks }: TalkOutline, outer: number | undefined): void {
    /** Whose text the next lines are. */
    let current = outer;
    /** Whom a quote answers. */
    let speaker = outer;
    let next = 0;
    /** The last heading, which leads to the turn below it. */
    let title: MappedLine[] = [];
    const addUntil = (line: number): void => {
      const lines = text.lines.slice(next, line);
      next = Math.max(next, line);
      if (lines.some(({ text: written }) => written.trim() !== '')) {
        this.#add(current, title);
        title = [];
      }
      this.#add(current, lines);
    };
    for (const mark of marks) {
      if (mark.type === 'title') {
        addUntil(mark.line);
        if (mark.part === 'opening' && this.#turns.length === 0) this.#isOpening = true;
        this.#add(current, title);
        title = mark.part === undefined ? [...text.lines.slice(mark.line, mark.endLine)] : [];
        next = mark.endLine;
      } else if (mark.type === 'note') {
        addUntil(mark.line);
        this.#notes.push({ text: mark.text, turnsAbove: this.#turns.length });
        next = mark.endLine;
      } else if (mark.type === 'start') {
        if (!this.begins(mark)) continue;
        addUntil(mark.line);
        const isRow = mark.text !== undefined;
        current = this.#begin(mark, outer, isRow ? mark.text.lines : [...title, ...mark.rest.lines]);
        speaker = current;
        title = [];
        next = mark.endLine;
      } else {
        if (!hasTurns(mark.talk, this.begins)) continue;
        addUntil(mark.line);
        this.cut(mark.talk, mark.isReply ? speaker : outer);
        current ??= this.#turns.length > 0 ? this.#turns.length - 1 : undefined;
        next = mark.endLine;
      }
    }
    addUntil(text.lines.length);
    this.#add(current, title);
  }

  finish(): CutTalk {
    const kept: Turn[] = [];
    /** For each open turn its index among those that are kept. */
    const indices: (number | undefined)[] = [];
    /** How many of the first turns are kept. */
    const keptAbove = [0];
    for (const { start, lines, parent } of this.#turns) {
      const { text, date } = turnText(start, lines);
      const keptParent = parent === undefined ? undefined : indices[parent];
      indices.push(hasContent(text) ? kept.length : keptParent);
      if (hasContent(text)) {
        const byline =
          date === undefined || start.byline.date !== undefined ? start.byline : { ...start.byline, date };
        kept.push({ start, byline, text, ...(keptParent === undefined ? {} : { parent: keptParent }) });
      }
      keptAbove.push(kept.length);
    }
    const notes = this.#notes
      .filter(({ text }) => hasContent(text))
      .map(({ text, turnsAbove }) => ({ text, turnsAbove: keptAbove[turnsAbove]! }));
    return { preface: trimmed(this.#preface), isOpening: this.#isOpening, turns: kept, notes };
  }

  #begin(start: Start, parent: number | undefined, lines: readonly MappedLine[]): number {
    // A heading below that of the turn before it is a reply to it.
    const before = this.#turns.at(-1);
    const isBelow = start.level > 0 && (before?.start.level ?? 0) > 0;
    const above = isBelow ? this.#turns.findLastIndex((turn) => turn.start.level < start.level) : -1;
    const isReply = above !== -1 && this.#turns[above]!.start.level > 0;
    this.#turns.push({
      start,
      lines: [...lines],
      parent: this.#addressed(start.byline) ?? parent ?? (isReply ? above : undefined),
    });
    return this.#turns.length - 1;
  }

  /** The last turn of the one whom a byline says it answers. */
  #addressed({ addressee }: Byline): number | undefined {
    if (addressee === undefined) return undefined;
    const at = this.#turns.findLastIndex(({ start }) => nameKey(start.byline.name) === nameKey(addressee));
    return at === -1 ? undefined : at;
  }

  #add(turn: number | undefined, lines: readonly MappedLine[]): void {
    const target = turn === undefined ? this.#preface : this.#turns[turn]!.lines;
    for (const line of lines) target.push(line);
  }
}

function hasTurns({ marks }: TalkOutline, begins: (start: Start) => boolean): boolean {
  return marks.some((mark) =>
    mark.type === 'start' ? begins(mark) : mark.type === 'nested' && hasTurns(mark.talk, begins),
  );
}

/** The text of a turn without rules at its ends, the date below its byline, and the quote around all of it. */
function turnText(
  { byline }: Start,
  lines: readonly MappedLine[],
): { readonly text: MappedText; readonly date?: string } {
  const whole = trimmed(lines);
  if (byline.ends !== 'line') return { text: whole };
  const date = whole.lines.length > 1 ? dateLine(whole.lines[0]!.text) : undefined;
  const text = date === undefined ? whole : trimmed(whole.lines.slice(1));
  const isQuoted = text.lines.length > 0 && text.lines.every((line) => /^\s*(?:>|$)/.test(line.text));
  return {
    text: isQuoted ? trimmed(text.unquoted().lines) : text,
    ...(date?.date === undefined ? {} : { date: date.date }),
  };
}

/** The date and time that are all there is in a line. */
function dateLine(line: string): { readonly date?: string } | undefined {
  const plain = maskLine(line).plain.trim();
  const when = readWhen(plain, 0);
  return when !== undefined && !/[\p{L}\p{N}]/u.test(plain.slice(when.end)) ? when : undefined;
}

function trimmed(lines: readonly MappedLine[]): MappedText {
  let first = 0;
  let last = lines.length;
  while (first < last && isEmpty(lines[first]!)) first += 1;
  while (last > first && isEmpty(lines[last - 1]!)) last -= 1;
  return new MappedText(lines.slice(first, last));
}

function isEmpty({ text }: MappedLine): boolean {
  return text.trim() === '' || RULE.test(text) || /^\s*(?:<br *\/?>|<!--[^<>]{0,300}-->)\s*$/i.test(text);
}

function hasContent(text: MappedText): boolean {
  return blockTokens(markdown, text.text, {}).some(({ type }) => type !== 'hr' && type !== 'archive_comment');
}
