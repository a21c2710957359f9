import type { WrittenName } from './namesInSentence';
import type { Sentence } from './proseSentences';

/** Points from which a text explains a name. */
export const EXPLAINED = 1.5;
/** Points of a name that a heading, a list item or a note's statement is about. */
export const SUBJECT = 3;
/** Names in a sentence beyond which each counts half, then a quarter. */
const FEW_NAMES = 3;
const SOME_NAMES = 5;

/** A particle of the topic or the subject. */
const SUBJECT_PARTICLE = /^(?:\([^)]{0,20}\) ?)?(?:은|는|이|가|이란|란)(?=[\s,.]|$)/;
/** A particle of what is used, or of where something holds. */
const OTHER_PARTICLE =
  /^(?:\([^)]{0,20}\) ?)?(?:을|를|로|으로|로는|으로는|에|에는|에서|에서는|와|과|만|도|의|보다|처럼|만으로|만으로는|부터|까지|라는|이라는)(?=[\s,.]|$)/;
const BEFORE_SUBJECT =
  /^\W*(?:(?:the|a|an|use|using|with|if|when|to|you|we|can|could|should|also|instead|of|calling|call|in|on|this|that|python's?|built-in|note|both|for|by|while|unlike|since|because)\s+){0,5}$/i;
/** What begins a clause of its own. */
const CLAUSE = /\b(?:how|why|what|whether|that|because|since|if|when|so)\s+(?:(?:the|a|an|your)\s+)?$/i;
const AFTER_SUBJECT =
  /^(?:\(\))?\s*(?:(?:built-in|standard)\s+)*(?:is|are|was|were|will|can|cannot|can't|does|doesn't|do|don't|has|have|takes?|returns?|allows?|lets?|means|raises?|makes|changes?|defines?|works?|gives?|loads?|expects?|accepts?|runs?|uses|automatically|function|methods?|class|classes|objects?|instances?|module|library|package|type|decorator|exception|error|argument|parameter|함수|메서드|메소드|클래스|모듈|데코레이터|라이브러리|예외)\b/i;
const BEFORE_OBJECT =
  /(?:\b(?:use|using|uses|used|call|calls|calling|called|pass|passing|via|with|by|return|returns|raise|raises|override|overriding|subclass|subclassing|through|create|creating|run|running|access|accessing|consider|prefer|replace|add|adding|set|setting|wrap|inherit|from|like)\s+(?:(?:the|a|an|its|your|this|either|python's?|built-in|await)\s+){0,2})$/i;
const EXAMPLES_BEFORE = /\b(?:such as|eg|including|like)\b[^.]{0,170}$/i;
const EXAMPLES_AFTER = /^\s?(?:\(\))?(?:,[^,.]{1,40})*\s?(?:등|같은|따위)(?=\s|,|을|를|이|은|의|에)/;
/** Names beside each other have the same part in a sentence: "`strip`, `lstrip` or `rstrip` take". */
const COORDINATED = /(?:[\uE000-\uF8FF](?:\(\))?(?:,|및|와|과|나|or|and|\/|\s)+)+/g;
const COORDINATED_AFTER = /^(?:(?:,|및|와|과|나|or|and|\/|\s)+[\uE000-\uF8FF](?:\(\))?)+/;
/** Points of what is used, and of a name in a post's first sentence. */
const EXTRA = 0.5;
const EXTRA_OF_FIRST = 0.25;

/** Characters before and after a name that are looked at. */
const MAX_CONTEXT = 160;

/** The text before a name; a word stands for what has been left out, so that it does not seem to begin the sentence. */
function textBefore(text: string, start: number): string {
  return start <= MAX_CONTEXT ? text.slice(0, start) : `… x ${text.slice(start - MAX_CONTEXT, start)}`;
}

/** A text without the names that it ends with. */
function withoutCoordinated(text: string): string {
  return text.replace(COORDINATED, (names, start: number) =>
    start + names.length === text.length ? '' : names,
  );
}

/** How much a sentence is about a name in it, among so many distinct names. */
export function pointsOf(name: WrittenName, sentence: Sentence, distinct: number): number {
  const { text, block } = sentence;
  if (sentence.isReference) return 0;
  const before = withoutCoordinated(textBefore(text, name.start));
  const after = text.slice(name.end, name.end + MAX_CONTEXT).replace(COORDINATED_AFTER, '');
  const factor =
    (distinct <= FEW_NAMES ? 1 : distinct <= SOME_NAMES ? 0.5 : 0.25) *
    (name.isMain ? 1 : 0.5) *
    (isInParentheses(before, after) ? 0.5 : 1) *
    (EXAMPLES_BEFORE.test(before) || EXAMPLES_AFTER.test(after) ? 0.5 : 1);
  const opens = /^\W*$/.test(before.replace(/[\uE000-\uF8FF]/g, 'x'));
  if (name.isMain) {
    if (block === 'heading') return SUBJECT;
    if (sentence.isBold && distinct <= SOME_NAMES) return SUBJECT;
    if (block === 'item' && opens && sentence.opensBlock && EXPLANATION.test(after)) return SUBJECT;
  }
  const isSubject =
    SUBJECT_PARTICLE.test(after) ||
    ((BEFORE_SUBJECT.test(before) || CLAUSE.test(before)) && /^\S*\s/.test(after) && !sentence.hasHangul) ||
    AFTER_SUBJECT.test(after);
  const isObject = OTHER_PARTICLE.test(after) || BEFORE_OBJECT.test(before);
  if (GENERAL_ERROR.test(name.path.at(-1) ?? '') && (RAISED_BEFORE.test(before) || RAISED_AFTER.test(after)))
    return EXTRA * factor;
  const points = 1 + (isSubject ? 1 : isObject ? EXTRA : 0) + (sentence.isFirst ? EXTRA_OF_FIRST : 0);
  return points * factor;
}

/** Errors that anything may raise: that something does, says little about them. */
const GENERAL_ERROR =
  /^(?:(?:Value|Type|Key|Index|Lookup|Attribute|Name|Syntax|Indentation|Runtime|OS|IO|Import|NotImplemented|Assertion|Arithmetic|ZeroDivision|Overflow)Error|(?:Base)?Exception|Warning)$/;
const RAISED_BEFORE =
  /\b(?:rais(?:e[sd]?|ing)|throws?|thrown|gets?|getting|with|causes?|results? in|fails? with|is|an?|the)\s+(?:an?\s+|the\s+)?$/i;
const RAISED_AFTER =
  /^\s?(?:\(\))?(?:가|이|를|을|로|으로)?\s?(?:발생|나|난|납|났|던|뜨|뜹|일으|raise|is raised|was raised|occurs?)/;

/** What follows the name that a list item begins with, where the item explains it. */
const EXPLANATION =
  /^(?:\([^)]*\))?\s*[:：—–-]\s*\S.{8,}|^(?:\(\))?(?:은|는|이|가|을|를|로|으로)\s.{6,}|^\S*\s+(?:\S+\s+){2,}/;

function isInParentheses(before: string, after: string): boolean {
  const open = before.lastIndexOf('(');
  return open > before.lastIndexOf(')') && after.includes(')');
}
