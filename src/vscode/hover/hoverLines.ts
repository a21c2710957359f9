import { MAX_ANSWER_LENGTH, type EntryTarget } from '../../core/model';
import { answerMarkdown } from '../base/answerMarkdown';
import { escapeMarkdown } from '../base/escapeMarkdown';
import { trailingStart } from '../../core/text/trailing';

/** An entry as a hover shows it. */
export interface HoverEntry {
  readonly id: string;
  readonly title: string;
  /** Plain text with code between single backticks; shown of the first entry. */
  readonly answer: string | undefined;
  /** Name of a codicon. */
  readonly icon: string;
  /** Its status, and that it is only related, where that differs from the normal case. */
  readonly facts: readonly string[];
  /** That its answer is inferred, and its versions, where they differ from the project's; shown of the first entry. */
  readonly answerFacts?: readonly string[];
  /** Where to open it. */
  readonly target: EntryTarget;
}

/** The line below the entries. */
export interface HoverFooter {
  /** What there is to say about the name: that only older versions have it. */
  readonly note?: string;
  /** "More about Session…" */
  readonly more: string;
  readonly query: string;
  /** URL of the official documentation, and what the link says. */
  readonly docs?: { readonly url: string; readonly label: string };
}

/** Lines of a hover as rendered, at VS Code's width. */
const MAX_LINES = 9;
/** Entries in one hover; the others are behind "more…". */
const MAX_ENTRIES = 3;
/** Pixels of a line: VS Code's 500, without padding, and with some to spare for other fonts. */
const LINE_WIDTH = 460;
/** Pixels of an icon and the space behind it. */
const ICON_WIDTH = 22;
/** Pixels that remain for a title beside its facts. */
const MIN_TITLE_WIDTH = 200;

/** Lines of the first title. */
const MAX_TITLE_LINES = 2;
/** Pixels that may be left at the end of a line, where the next word does not fit. */
const RAGGED_WIDTH = 60;

/**
 * The Markdown of a hover, at most nine rendered lines: the first entry's answer line whole, then its title with status
 * and versions, then a line for each further entry, cut at a word. Links run the extension's own commands.
 */
export function hoverLines(entries: readonly HoverEntry[], footer: HoverFooter): string {
  const [first] = entries;
  const answer = first?.answer === undefined ? [] : [answerMarkdown(first.answer, MAX_ANSWER_LENGTH)];
  const answerLines = first?.answer === undefined ? 0 : renderedLines(first.answer);
  const linesLeft = Math.max(1, MAX_LINES - 1 - answerLines);
  const titled = entries.slice(0, Math.min(MAX_ENTRIES, linesLeft));
  const firstLines = Math.min(MAX_TITLE_LINES, linesLeft - (titled.length - 1));
  const titles = titled.map((entry, at) =>
    at === 0
      ? titleMarkdown(entry, [...entry.facts, ...(entry.answerFacts ?? [])], firstLines)
      : titleMarkdown(entry, entry.facts, 1),
  );
  // Hard breaks: each line of its own, without the space between paragraphs.
  const lines = [...titles, footerMarkdown(footer)].join('  \n');
  return [...answer, lines].join('\n\n');
}

function titleMarkdown(
  { id, title, icon, target }: HoverEntry,
  facts: readonly string[],
  lines: number,
): string {
  const room = lines * LINE_WIDTH - (lines - 1) * RAGGED_WIDTH - ICON_WIDTH;
  const details = cutAtWord(facts.filter((fact) => fact !== '').join(' · '), room - MIN_TITLE_WIDTH);
  const suffix = details === '' ? '' : ` — ${escapeMarkdown(details)}`;
  const titleWidth = room - (details === '' ? 0 : widthOf(` — ${details}`));
  return `$(${icon}) [${escapeMarkdown(cutAtWord(title, titleWidth))}](${commandUri('open', [id, target])})${suffix}`;
}

function footerMarkdown({ note, more, query, docs }: HoverFooter): string {
  const besides = [note, docs?.label].filter((text) => text !== undefined);
  const room = besides.reduce((left, text) => left - ICON_WIDTH - widthOf(text), LINE_WIDTH - ICON_WIDTH);
  const search = `$(search) [${escapeMarkdown(cutAtWord(more, room))}](${commandUri('search', [query])})`;
  return [
    ...(note === undefined ? [] : [`$(history) ${escapeMarkdown(note)}`]),
    search,
    ...(docs === undefined ? [] : [`$(book) [${escapeMarkdown(docs.label)}](${docs.url})`]),
  ].join(' · ');
}

/** How many lines a text fills at the width of a hover: a line ends where the next word does not fit. */
function renderedLines(text: string): number {
  let lines = 1;
  let filled = 0;
  for (const [word] of text.replaceAll('`', '').matchAll(WRAPPED)) {
    const width = widthOf(word.trimEnd());
    if (filled > 0 && filled + width > LINE_WIDTH) {
      lines += 1;
      filled = 0;
    }
    // A word that is longer than a line is broken.
    lines += Math.floor(width / LINE_WIDTH);
    filled = width > LINE_WIDTH ? width % LINE_WIDTH : filled + widthOf(word);
  }
  return lines;
}

/** What stays on one line: words, and single syllables of Korean. */
const WRAPPED = /[\u1100-\uffdc]\s*|[^\s\u1100-\uffdc]+\s*|\s+/g;

/** Pixels of a text in VS Code's font of 13 px: of a Hangul syllable as many. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0);
}

function widthOfLetter(letter: string): number {
  if (/[\u1100-\uffdc]/.test(letter) || letter.length > 1) return 13;
  if (/[MWmw@%—…]/.test(letter)) return 13;
  if (/[A-Z\d&_]/.test(letter)) return 9;
  return /[\s.,:;'|()[\]il]/.test(letter) ? 5 : 7.5;
}

/** A text of at most a width; where it is longer, without the last words. */
function cutAtWord(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const ellipsis = widthOf('…');
  let cut = '';
  let filled = 0;
  for (const letter of Array.from(text)) {
    filled += widthOfLetter(letter);
    if (filled + ellipsis > width) break;
    cut += letter;
  }
  const end = trailingStart(cut.slice(0, trailingStart(cut, /\S/)), /\s/);
  // A text that is one word can only be cut within it.
  return `${end === 0 ? cut : cut.slice(0, end)}…`;
}

function commandUri(name: string, args: readonly unknown[]): string {
  const encoded = encodeURIComponent(JSON.stringify(args)).replace(
    // A parenthesis would end the link.
    /[()]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `command:archiveAnswers.${name}?${encoded}`;
}
