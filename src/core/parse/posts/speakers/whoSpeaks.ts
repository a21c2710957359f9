import { asksSomething, endsWithQuestion } from '../questionCues';
import { CLEAR_POINTS, type Byline } from './byline';
import { nameKey, roleOf } from './speakerNames';
import type { Start, TalkOutline } from './talkOutline';
import { cutTurns, type Turn } from './turns';

/** A talk without any question has at least so many turns, and so many for each speaker. */
const MIN_TURNS_WITHOUT_QUESTION = 6;
const MIN_TURNS_PER_SPEAKER = 2.5;
/** The share of turns that speak to somebody, in a list or without any question. */
const MIN_SPOKEN_SHARE = 0.5;
const SPOKEN =
  /[?？]|\b(?:i|i['’]\w+|you|we|we['’]\w+|your|my|me|us|thanks?|yes|yeah|yep|no|ok|okay|well|hi|hello|ja|nein|danke|sí|gracias|oui|merci|sim|obrigad[oa])\b|(?:요|니다|죠|네|음|[ㅋㅎ])[\s.!~…ㅋㅎ]{0,10}$|(?:です|ます|ました|でした|[ねよ])[。！\s]{0,10}$|谢谢|[吧呢啊]|(?:^|\s)(?:я|вы|мы|ты|да|нет|спасибо)(?=[\s,.!]|$)/imu;
/** Code, links and addresses ask nothing. */
const UNSPOKEN = /`[^`\n]{0,300}`|\[[^[\]\n]{0,300}\]\([^()\n]{0,600}\)|https?:\S{1,600}/g;
/** Japanese and Chinese sentences that ask without a question mark. */
const ASKING_CJK =
  /(?:です|ます|でしょう|のです)か[。」\s]|(?:です|ます|でしょう)か$|[吗呢嗎][。？\s]|[吗呢嗎]$/mu;

/**
 * Which of the lines that look like a byline begin a post. Lines of the same form are judged together: by what they say
 * (a verb, a date, a handle), and where they say no more than a name, by whether the names take turns as people do.
 */
export function speakingStarts(outline: TalkOutline): ReadonlySet<Start> {
  const groups = new Map<string, Set<Start>>();
  for (const start of startsIn(outline)) {
    const key = formOf(start);
    groups.set(key, (groups.get(key) ?? new Set()).add(start));
  }
  const speaking = new Set<Start>();
  for (const plain of [false, true]) {
    if (speaking.size > 0) break;
    for (const group of groups.values()) {
      if (isPlain([...group][0]!.byline) !== plain) continue;
      if (speak(outline, group)) for (const start of group) speaking.add(start);
    }
  }
  return speaking;
}

function* startsIn({ marks }: TalkOutline): Generator<Start, void, void> {
  for (const mark of marks) {
    if (mark.type === 'start') yield mark;
    else if (mark.type === 'nested') yield* startsIn(mark.talk);
  }
}

/** Bylines that say the same things in the same way have the same form. */
function formOf({ byline, place }: Start): string {
  const { hasVerb, isDated, hasHandle, ends, mark } = byline;
  const isInline = ends !== 'line';
  return isPlain(byline)
    ? ['plain', mark, ends, place].join(' ')
    : [hasVerb, isDated, hasHandle, isInline].join(' ');
}

/** Whether a byline says nothing but a name or role. */
function isPlain({ hasVerb, isDated, hasHandle, name, points }: Byline): boolean {
  return !hasVerb && !isDated && !hasHandle && points - Number(roleOf(name) !== undefined) === 0;
}

function speak(outline: TalkOutline, group: ReadonlySet<Start>): boolean {
  const starts = [...group];
  const points = starts.reduce((least, { byline }) => Math.min(least, byline.points), Infinity);
  const isBelowPart = starts.some((start) => start.isBelowPart);
  if (points >= CLEAR_POINTS) return true;
  // With one point less, two of the same form are enough.
  if (!starts.every(({ byline }) => isPlain(byline))) {
    if (isBelowPart || (points === CLEAR_POINTS - 1 && starts.length > 1)) return true;
  }
  if (starts.length < 2) return false;
  const { turns } = cutTurns(outline, (start) => group.has(start));
  return takeTurns(turns, starts[0]!);
}

/** Whether names take turns as people who talk do. */
function takeTurns(turns: readonly Turn[], { byline, place }: Start): boolean {
  const names = turns.map((turn) => nameKey(turn.byline.name));
  const speakers = new Set(names).size;
  const [first] = turns;
  if (speakers < 2 || first === undefined) return false;
  const opens = endsAsking(first.text.text);
  const returns = turns.length > 2 && doesReturn(names);
  const asks = turns.some(({ text }) => asksAnything(text.text));
  if (!isPlain(byline)) return asksAnything(first.text.text) || (returns && asks && place !== 'heading');
  const isSpoken = turns.filter(({ text }) => speaks(text.text)).length >= turns.length * MIN_SPOKEN_SHARE;
  const areRoles = turns.every((turn) => roleOf(turn.byline.name) !== undefined);
  if (byline.ends === 'line')
    return areRoles ? opens || returns : byline.mark === 'bold' && returns && opens && isSpoken;
  const isLong = turns.length >= Math.max(MIN_TURNS_WITHOUT_QUESTION, speakers * MIN_TURNS_PER_SPEAKER);
  if (returns && (asks || isLong) && (isSpoken || (asks && place === 'text'))) return true;
  return (
    place === 'text' &&
    byline.ends === 'colon' &&
    opens &&
    speakers <= 3 &&
    !/[?？]\s*$/.test(turns[1]!.text.text)
  );
}

/** Whether somebody speaks again after somebody else. */
function doesReturn(names: readonly string[]): boolean {
  const last = new Map<string, number>();
  return names.some((name, at) => {
    const before = last.get(name);
    last.set(name, at);
    return before !== undefined && before < at - 1;
  });
}

function speaks(text: string): boolean {
  return SPOKEN.test(text.replace(UNSPOKEN, ' '));
}

export function asksAnything(text: string): boolean {
  const spoken = text.replace(UNSPOKEN, ' ');
  return asksSomething(spoken) || ASKING_CJK.test(spoken);
}

function endsAsking(text: string): boolean {
  const spoken = text.replace(UNSPOKEN, ' ');
  return endsWithQuestion(spoken) || ASKING_CJK.test(spoken.slice(-40));
}
