import { PYTHON_KEYWORDS } from '../text/pythonKeywords';
import { ORDINARY_WORDS } from './ambiguousNames';
import { isCode, type Sentence } from './proseSentences';

/** A name in a sentence. */
export interface WrittenName {
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
export const FILE_OR_HOST =
  /\.(?:py|pyi|md|js|ts|com|io|org|net|txt|toml|json|html?|kr|it|me|dev|app|sh|exe|ya?ml|ini|cfg|db|log|bat|ps1|co|ai|lock|env|rst|sql|csv|png|zip)$/i;
/** Inline code that is a command or a path. */
const COMMAND = /^(?:pip3?|python3?|py|npm|git|uv|poetry|docker|cd|sudo|\$|-|\/)(?:\s|$)|^[\w.~-]*\/|^[!/]\w/;

/** The names in a sentence; `isAlsoName` accepts plain words that are no names elsewhere. */
export function namesIn(
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
  'the this that each every any one new same other own your our his its async inner outer parent base main first last whole standard python special member decorator generator class module helper nested called current single static user given following above below and for with from child'.split(
    ' ',
  ),
);

const METHOD = /^\s*(?:method|메서드|메소드)/i;

function isPlainName(
  path: string,
  isCall: boolean,
  isName: (word: string) => boolean,
  begins: boolean,
): boolean {
  if (path.includes('.')) return !FILE_OR_HOST.test(path);
  if (PYTHON_KEYWORDS.has(path)) return false;
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
    if (PYTHON_KEYWORDS.has(path) || next === '=') continue;
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
export function namesInCode(sentences: readonly Sentence[]): ReadonlySet<string> {
  // The sentences of a post share their codes.
  const bySentence = new Set(sentences.map(({ codes }) => codes));
  const codes = new Set([...bySentence].flatMap((shared) => [...shared.values()]));
  return new Set(
    [...codes].flatMap((code) => namesInCodeText(code).flatMap(({ path }) => path.at(-1) ?? [])),
  );
}
