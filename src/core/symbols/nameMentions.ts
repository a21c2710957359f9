import type { Variant } from '../model';
import type { SymbolTable } from '../symbolTable/symbolTable';
import { ORDINARY_WORDS, SHARED_NAMES } from './ambiguousNames';
import { documentedNames } from './documentedNames';
import { isCode, sentencesOf, type Sentence } from './proseSentences';

/** A name in a text that is not a code block, and how much the text is about it. */
export interface NameMention {
  /** As written: `['session', 'refresh']`. */
  readonly path: readonly string[];
  /** The strongest of its kind says what the entry is about; `prose` by its points. */
  readonly from: 'title' | 'link' | 'answer' | 'prose';
  /** Index of the variant, the original being zero. */
  readonly variant: number;
  /** Index in the variant's posts; absent in the title. */
  readonly post?: number;
  /** How much a sentence is about it: `EXPLAINED` or more where it is its subject. */
  readonly points: number;
  /** Written as a member or a call: `.join`, `remove()`, "the `items` method". */
  readonly isMember: boolean;
  /** Formatted as code. */
  readonly isCode: boolean;
  /** Written with a leading dot: `.join()`. */
  readonly hasDot: boolean;
  /** The sentence it is in. */
  readonly sentence: string;
}

/** Points from which a text explains a name. */
export const EXPLAINED = 1.5;
/** Points of a name that a heading, a list item or a note's statement is about. */
const SUBJECT = 3;
/** Names in a sentence beyond which each counts half, then a quarter. */
const FEW_NAMES = 3;
const SOME_NAMES = 5;

/** The names in a variant's title, the entry's other names, its answer line, links to documentation and prose. */
export function nameMentions(
  variant: Variant,
  at: number,
  aliases: readonly string[],
  symbols: SymbolTable,
): readonly NameMention[] {
  const sentences = variant.posts.map(({ markdown }) => sentencesOf(markdown));
  const title = [variant.title, ...aliases].flatMap(sentencesOf);
  const answer = variant.answer === undefined ? [] : sentencesOf(variant.answer.text);
  const written = namesInCode([...title, ...answer, ...sentences.flat()]);
  const isName = (word: string): boolean => written.has(word) || symbols.hasName(word);
  const isNameInTitle = (word: string, { text }: Sentence, start: number): boolean =>
    (written.has(word) &&
      word.length > 2 &&
      !ORDINARY_WORDS.has(word) &&
      !SHARED_NAMES.has(word) &&
      !BUILTIN_WORDS.has(word)) ||
    (start > 0 && /^[A-Z][a-z]+[A-Za-z]*$/.test(word) && !isTitleCase(text));
  const mentions: NameMention[] = [];
  const add = (all: readonly Sentence[], from: NameMention['from'], post: number | undefined): void => {
    for (const sentence of all) {
      const names = namesIn(sentence, isName, from === 'title' ? isNameInTitle : () => false);
      const distinct = new Set(names.map(({ path }) => path.join('.'))).size;
      for (const name of names) {
        mentions.push({
          path: name.path,
          from,
          variant: at,
          ...(post === undefined ? {} : { post }),
          points: from === 'prose' ? pointsOf(name, sentence, distinct) : SUBJECT,
          isMember: name.isMember,
          isCode: name.isCode,
          hasDot: name.hasDot,
          sentence: sentence.text,
        });
      }
    }
  };
  add(title, 'title', undefined);
  add(answer, 'answer', variant.answer?.post);
  sentences.forEach((all, post) => {
    add(all, 'prose', post);
  });
  for (const link of variant.links) {
    const post = variant.posts.findIndex(
      ({ span }) => span.start <= link.span.start && link.span.start < span.end,
    );
    for (const path of documentedNames(link)) {
      mentions.push({
        path: path.split('.'),
        from: 'link',
        variant: at,
        ...(post === -1 ? {} : { post }),
        points: SUBJECT,
        isMember: false,
        isCode: false,
        hasDot: false,
        sentence: '',
      });
    }
  }
  return mentions;
}

/** A name in a sentence. */
interface WrittenName {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly isCode: boolean;
  readonly isMember: boolean;
  readonly hasDot: boolean;
  /** Whether it is what an inline code is: not an argument of the call. */
  readonly isMain: boolean;
}

const PLAIN_NAME =
  /(?<![\w.\-/#$\\@])(?<path>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?![\w\-/\\]|\.\w)(?<call>\()?/g;
const NAME_OR_CODE = new RegExp(`[\\uE000-\\uF8FF]|${PLAIN_NAME.source}`, 'g');
/** Files and hosts look like dotted names. */
const FILE_OR_HOST =
  /\.(?:py|pyi|md|js|ts|com|io|org|net|txt|toml|json|html?|kr|it|me|dev|app|sh|exe|ya?ml|ini|cfg|db|log|bat|ps1|co|ai|lock|env|rst|sql|csv|png|zip)$/i;
const KEYWORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield None True False self cls'.split(
    ' ',
  ),
);
/** Inline code that is a command or a path. */
const COMMAND = /^(?:pip3?|python3?|py|npm|git|uv|poetry|docker|cd|sudo|\$|-|\/)(?:\s|$)|^[\w.~-]*\/|^[!/]\w/;

/** Builtins whose names are words of titles as well. */
const BUILTIN_WORDS = new Set('id int input iter list next object open set slice str this type'.split(' '));

function namesIn(
  sentence: Sentence,
  isName: (word: string) => boolean,
  isAlsoName: (word: string, sentence: Sentence, start: number) => boolean,
): readonly WrittenName[] {
  const { text, codes } = sentence;
  const names: WrittenName[] = [];
  for (const match of text.matchAll(NAME_OR_CODE)) {
    const [whole] = match;
    const start = match.index;
    const code = codes.get(whole);
    if (code !== undefined) {
      const isMethod = METHOD.test(text.slice(start + 1, start + 24));
      for (const name of namesInCodeText(code)) {
        names.push({
          ...name,
          isMember: name.isMember || (isMethod && name.isMain),
          start,
          end: start + 1,
          isCode: true,
        });
      }
      continue;
    }
    const path = match.groups?.['path'] ?? '';
    const isCall = match.groups?.['call'] !== undefined;
    const isNamed = isCalledAName(path, text.slice(start + path.length, start + path.length + 16));
    if (
      isCode(whole) ||
      !(
        isNamed ||
        isAlsoName(path, sentence, start) ||
        isPlainName(path, isCall, isName, beginsSentence(text, start, path))
      )
    )
      continue;
    const end = start + path.length;
    names.push({
      path: path.split('.'),
      start,
      end,
      isCode: false,
      isMember: isCall,
      hasDot: false,
      isMain: true,
    });
  }
  return names;
}

/** "the zip function", "current_task 함수": what kind of name it is follows. */
function isCalledAName(word: string, after: string): boolean {
  return (
    /^ (?:module|function|class|decorator|method|exception|모듈|함수|클래스|데코레이터|메서드|메소드)(?![a-z])/.test(
      after,
    ) &&
    /^[a-z_]\w{2,}$/.test(word) &&
    !NO_NAMES.has(word)
  );
}

const NO_NAMES = new Set(
  'the this that each every any one new same other own your our his its async inner outer parent base main first last whole standard python special member decorator generator class module helper async_ nested called current single static user given following above below and for with from child'.split(
    ' ',
  ),
);

/** Whether most words of a title are capitalised, so that a capital means nothing. */
function isTitleCase(title: string): boolean {
  const words = title.match(/[A-Za-z][\w']{3,}/g) ?? [];
  return words.length > 1 && words.filter((word) => /^[A-Z]/.test(word)).length > words.length / 2;
}

const METHOD = /^\s*(?:method|메서드|메소드)/i;

function isPlainName(
  path: string,
  isCall: boolean,
  isName: (word: string) => boolean,
  begins: boolean,
): boolean {
  if (path.includes('.')) return !FILE_OR_HOST.test(path);
  if (KEYWORDS.has(path)) return false;
  if (isCall || /[a-z\d]_[a-zA-Z\d]|[a-z\d][A-Z]|[A-Z]{2}[a-z]/.test(path)) return true;
  if (ORDINARY_WORDS.has(path.toLowerCase()) || /^[A-Z]+\d*$/.test(path)) return false;
  if (/^[A-Z]/.test(path)) return !begins && isName(path);
  return path.length >= MIN_LOWERCASE_LENGTH && isName(path);
}

const MIN_LOWERCASE_LENGTH = 6;

/** Whether a word begins an English sentence, so that its capital means nothing. */
function beginsSentence(text: string, start: number, word: string): boolean {
  return start === 0 && /^ [a-z]/.test(text.slice(word.length, word.length + 2));
}

const NAME_IN_CODE = /(?<![\w])(?<dot>\.)?(?<path>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*(?<next>\(|==?)?/g;

type NameInCode = Pick<WrittenName, 'path' | 'isMember' | 'hasDot' | 'isMain'>;

/** The names in inline code: what it calls or reads first, then its arguments. Members in between are names too. */
function namesInCodeText(code: string): readonly NameInCode[] {
  if (COMMAND.test(code) || FILE_OR_HOST.test(code)) return [];
  const names: NameInCode[] = [];
  for (const match of code.replace(/(["'])(?:(?!\1).)*\1/g, ' ').matchAll(NAME_IN_CODE)) {
    const { dot, path = '', next } = match.groups ?? {};
    // A keyword of a call, or the target of an assignment.
    if (KEYWORDS.has(path) || next === '=') continue;
    const parts = path.split('.');
    const isMain = names.length === 0;
    const hasDot = dot !== undefined;
    names.push({ path: parts, isMember: hasDot || next === '(', hasDot, isMain });
    for (let end = parts.length - 1; end > 1; end -= 1) {
      names.push({ path: parts.slice(0, end), isMember: false, hasDot, isMain });
    }
  }
  return names;
}

/** The words that are formatted as code anywhere in the sentences. */
function namesInCode(sentences: readonly Sentence[]): ReadonlySet<string> {
  const codes = new Set(sentences.flatMap((sentence) => [...sentence.codes.values()]));
  return new Set(
    [...codes].flatMap((code) => namesInCodeText(code).flatMap(({ path }) => path.at(-1) ?? [])),
  );
}

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
const EXAMPLES_BEFORE = /\b(?:such as|eg|including|like)\b[^.]*$/i;
const EXAMPLES_AFTER = /^\s?(?:\(\))?(?:,[^,.]{1,40})*\s?(?:등|같은|따위)(?=\s|,|을|를|이|은|의|에)/;
/** Names beside each other have the same part in a sentence: "`strip`, `lstrip` or `rstrip` take". */
const COORDINATED_BEFORE = /(?:[\uE000-\uF8FF](?:\(\))?\s*(?:,|및|와|과|나|or|and|\/|\s)+)+$/;
const COORDINATED_AFTER = /^(?:(?:,|및|와|과|나|or|and|\/|\s)+[\uE000-\uF8FF](?:\(\))?)+/;
/** Points of what is used, and of a name in a post's first sentence. */
const EXTRA = 0.5;
const EXTRA_OF_FIRST = 0.25;

/** How much a sentence is about a name in it. */
function pointsOf(name: WrittenName, sentence: Sentence, distinct: number): number {
  const { text, block } = sentence;
  if (sentence.isReference) return 0;
  const before = text.slice(0, name.start).replace(COORDINATED_BEFORE, '');
  const after = text.slice(name.end).replace(COORDINATED_AFTER, '');
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
    ((BEFORE_SUBJECT.test(before) || CLAUSE.test(before)) && /^\S*\s/.test(after) && !/[가-힣]/.test(text)) ||
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
