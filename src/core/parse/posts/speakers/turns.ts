import { blockTokens } from '../../../markdown/markdown';
import type { MappedLine } from '../../mappedLine';
import { MappedText } from '../../mappedText';
import { markdown } from '../../markdownParser';
import { maskLine } from './maskedLine';
import type { Byline } from './byline';
import { readPreface, type Preface } from './preface';
import { nameKey } from './speakerNames';
import type { Start, TalkOutline } from './talkOutline';
import { trimmed } from './trimmed';
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
export interface CutTalk extends Preface {
  readonly turns: readonly Turn[];
  /** The archivist's notes, each with the number of turns above it. */
  readonly notes: readonly { readonly text: MappedText; readonly turnsAbove: number }[];
}

interface OpenTurn {
  readonly start: Start;
  readonly lines: MappedLine[];
  readonly parent: number | undefined;
}

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
  /** The last turn at each depth of quotes, at each level of headings, and of each speaker. */
  readonly #lastAtDepth: (number | undefined)[] = [];
  readonly #lastAtLevel: (number | undefined)[] = [];
  readonly #lastOf = new Map<string, number>();
  /** How many lines are above the heading of what was asked. */
  #linesAboveOpening: number | undefined;

  constructor(private readonly begins: (start: Start) => boolean) {}

  /** @param outer Index of the turn that the text is inside of. */
  cut({ text, marks }: TalkOutline, outer: number | undefined): void {
    /** Whose text the next lines are. */
    let current = outer;
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
        if (mark.part === 'opening' && this.#turns.length === 0)
          this.#linesAboveOpening ??= this.#preface.length;
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
        current = this.#begin(mark, isRow ? mark.text.lines : [...title, ...mark.rest.lines]);
        title = [];
        next = mark.endLine;
      } else {
        if (!hasTurns(mark.talk, this.begins)) continue;
        addUntil(mark.line);
        this.cut(mark.talk, current);
        current ??= this.#turns.length - 1;
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
    return { ...readPreface(this.#preface, this.#linesAboveOpening), turns: kept, notes };
  }

  #begin(start: Start, lines: readonly MappedLine[]): number {
    const { depth, level, byline } = start;
    const addressed =
      byline.addressee === undefined ? undefined : this.#lastOf.get(nameKey(byline.addressee));
    const parent = addressed ?? latest(this.#lastAtDepth, depth) ?? latest(this.#lastAtLevel, level);
    const index = this.#turns.push({ start, lines: [...lines], parent }) - 1;
    this.#lastAtDepth[depth] = index;
    if (level > 0) this.#lastAtLevel[level] = index;
    this.#lastOf.set(nameKey(byline.name), index);
    return index;
  }

  #add(turn: number | undefined, lines: readonly MappedLine[]): void {
    const target = turn === undefined ? this.#preface : this.#turns[turn]!.lines;
    for (const line of lines) target.push(line);
  }
}

/** The last turn of those at a smaller depth or level. */
function latest(turns: readonly (number | undefined)[], below: number): number | undefined {
  let last: number | undefined;
  for (const turn of turns.slice(0, below)) {
    if (turn !== undefined && turn > (last ?? -1)) last = turn;
  }
  return last;
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

function hasContent(text: MappedText): boolean {
  return blockTokens(markdown, text.text, {}).some(({ type }) => type !== 'hr' && type !== 'archive_comment');
}
