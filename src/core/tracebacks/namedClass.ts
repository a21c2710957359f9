import { classOf } from './exceptionClasses';
import { isExceptionName } from './exceptionNames';
import type { RaisedError } from './raisedError';

/** UTF-16 units of a text that is a question, and the names in it that are read. */
const MAX_LENGTH = 2000;
const MAX_NAMES = 12;
const NAME = /(?<![\w.])(?:[a-z_]\w{0,40}\.){0,6}[A-Z]\w{3,80}(?![\w(])/g;
/** What says that an exception occurs: before its name in English, behind it in Korean, Japanese and Chinese. */
const BEFORE =
  /(?:\b(?:get|gets|getting|got|see|sees|seeing|saw|hit|hits|hitting|have|having|with|throws?|into|shows?|keeps?|from|by|causes?|fix|solve|debug|handle)\b|报|出现|抛出|遇到)(?: (?:an?|the|this|that|my|some|random|weird|constant|those|these))?[\s"'`“‘*]{0,4}$/i;
const KIND = '(?:에러|오류|예외|エラー|例外|错误|异常)?';
const PARTICLE = '(?:가|이|은|는|를|을|도|만|로|으로|라고|이라고|라는|이라는|が|は|を|に|で)?';
const ADVERB = '(?:자꾸|계속|또|가끔|바로|막|간헐적으로)?';
const VERB =
  '나[네는오와요옵]|났|난다|납|날 |떠|떴|뜨|뜹|뜬|뜰|발생|터[지져졌집]|던[지져졌]|뱉|걸[리려렸]|보[이여]|생[기겨겼]|죽|실패|해결|出|発生|报';
const BEHIND = new RegExp(
  String.raw`^["'\u0060”’*]{0,3}\s?(?:\(\w{1,10}\)\s?)?${KIND}\s?(?:때문에|관련|[?!…ㅠㅜ]|怎么|${PARTICLE}\s?${ADVERB}\s?(?:${VERB}))`,
);

/**
 * The exception that a question names in its prose: a class that is raised for one kind of mistake, of which the text
 * says that it occurs. `undefined` where it names several, or only speaks of one, as documentation and code do.
 */
export function namedClass(text: string): RaisedError | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const named = Array.from(text.matchAll(NAME))
    .slice(0, MAX_NAMES)
    .filter(([name]) => isExceptionName(name));
  const [first] = named;
  if (first === undefined || new Set(named.map(([name]) => classOf(name).name)).size > 1) return undefined;
  const { isSpecific, isDatabaseError } = classOf(first[0]);
  const occurring = named.find(({ 0: name, index }) => occurs(text, index, index + name.length));
  if (!isSpecific || isDatabaseError || occurring === undefined) return undefined;
  const { 0: type, index: start } = occurring;
  const span = { start, end: start + type.length };
  return { type, message: '', details: '', codes: [], frames: [], role: 'raised', span };
}

function occurs(text: string, start: number, end: number): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - 40), start)) || BEHIND.test(text.slice(end, end + 40));
}
