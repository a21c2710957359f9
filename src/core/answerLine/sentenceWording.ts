import { matchesAny } from '../parse/posts/matchCount';

/** Wording heuristics for sentences that may answer a question, in Korean and English. */

/** A sentence about the text instead of about the subject, or one that only leads to what follows. */
const ABOUT_THE_TEXT: readonly RegExp[] = [
  /[:：,，;]$|(?:[^\s.]면|며|지만|는데|거나|어서|아서)$/u,
  /^(?:\(|\[|#|\*|→|=>|[-–—•]\s)/u,
  /^(?:let['’]?s|let me|here(?:['’]s| is| are| we)|below|as (?:shown|follows|you can see)|see|check(?: out)?|read|learn more|refer|visit|click|have a look|take a look|for (?:more|further|example|instance)|more (?:info|information|details)|example|source|references?|edit|update|p\.?s|tl;?dr|disclaimer|credits?)\b/i,
  /^(?:장점|단점|장단점|pros?|cons?|advantages?|disadvantages?|benefits?|drawbacks?)\s*[:：]/iu,
  /^(?:note|tip|warning|hint|important|caution)\s*[:!]/i,
  /\b(?:in this (?:section|article|post|chapter|guide|example)|i(?:['’]ll| will) (?:explain|show)|following|below|(?:code|example|section|snippet|link|table|list|picture|image|diagram) above|above (?:code|example|snippet)|shown above|next section|suppose|imagine|let['’]?s say|consider the|\bhere,|see (?:the|also|our|this|https?)|refer to|consult|(?:documentation|docs) (?:for|on) (?:more|details)|as (?:mentioned|noted|said|described|explained))\b/i,
  /^there (?:are|is|can be|may be|might be|could be) (?:[\w-]+ ){0,3}(?:ways?|reasons?|options?|methods?|types?|kinds?|cases?|possibilit(?:y|ies)|solutions?|approach(?:es)?|things?)\b/i,
  /(?:가지|종류|방법|이유|경우)(?:가|이|는|들이|도)? ?(?:존재|있)/u,
  // The rest of a sentence that code has interrupted.
  /^(?:should|will|would|can|is|are|was|to|and|or|which|that|in|on|for|with|then|the|a|an|you|it|as|of|if)\b/,
  /(?:다음과 같|언급|앞서|아래(?:와|의|를|에|처럼| )|위(?:의|와 같|에서) ?|예를 들|예시|참고|참조|출처|살펴보|알아보(?:자|겠|도록)|설명하(?:겠|자면)|설명 ?드리|가정(?:하|한|해)|정리(?:하면|했|하겠)|보시면|보자[.!]?$|보죠[.!]?$|링크|그림|아카이빙|(?:정리|공유|소개|작성|기록) ?(?:하고|드리|드립|합니다|해 ?(?:봤|둡|드)|할게)|올(?:려|립|릴)|남(?:겨|깁|길))/u,
  /(?:如下|下面|见下|參考|参考|参见|请看|请参阅|以下|详见|例如[:：])|\bconsulte\b|الرجوع|смотрите|обратитесь|см\./u,
];

const GREETING: readonly RegExp[] = [
  /^(?:hi|hello|hey|dear|welcome|congrat\w*|good (?:morning|question|point|luck)|great (?:question|point)|hope (?:this|that|it)|thanks?|thank you|cheers|there we go|sure|no problem|you(?:['’]re| are) welcome|happy to help)\b/i,
  /^(?:안녕|반갑|좋은 (?:질문|글)|수고|감사|고맙|축하|환영|네[,.!~ㅎㅋ]*$|넵|ㅎㅎ|ㅋㅋ)/u,
];

/** A story of the author's own, an opinion about the question, or doubt. */
const STORY: readonly RegExp[] = [
  /\b(?:i|we) (?:had|have|had had|ran into|met|faced|saw) (?:the|a|this|that|an?) (?:same|similar)\b/i,
  /\b(?:me too|same here|not sure|no idea|i guess|i (?:don['’]t|do not) know|i wonder|if i (?:recall|remember)|iirc|afaik)\b/i,
  /\bI (?:get|got|am getting|keep getting|see|saw|receive|tried)\b/i,
  /^(?:(?:when|if|but|so|and) )?I(?:['’]ve|['’]m| have| had| was| am| try| tried| get| got| see| want)\b/i,
  /^(?:저도|저희도) (?:같은|비슷한|똑같은)|모르겠|헷갈|잘 모르|아마도?\s|(?:것|거) ?같(?:아요|습니다|은데요?|네요)/u,
];

/** A view that the sentence or the next one rejects, or how things seem. */
const REJECTED_VIEW: readonly RegExp[] = [
  /\b(?:tempt(?:ing|ed) to|(?:may|might|would|could|probably|would) (?:think|expect|assume|guess|wonder|be surprised)|misconception|one might|many people|people (?:often|think|believe)|at first (?:glance|sight)|(?:have you|do you|did you) ever|ever (?:wondered|wanted|needed)|isn['’]t obvious|surprising(?:ly)?|wtf|weird|(?:may|might|can) (?:seem|look|appear|sound)|originally|the original|traditionally|historically|in the past|used to be)\b/i,
  /(?:흔히|얼핏|오해|생각하기 쉽|생각할 수(?:도)? 있|기대했|예상(?:했|과 달리)|예전에|과거에|원래는?\s|이상하(?:게|네)|놀랍)/u,
];

/** Describes the trouble rather than the way out of it. */
const PROBLEM: readonly RegExp[] = [
  /却|遇到|报错|\b(?:you (?:may|might|will|can) (?:see|get|notice|encounter|run into|be seeing|find))\b/iu,
  /(?:오류|에러|문제|현상)(?:가|이|를|을) ?(?:발생|생기|나타|겪|만나)|안 ?(?:되는|돼는) (?:경우|문제|현상)|싶(?:은데|었는데|어서|어요)|하려(?:는데|고 하는데|다가)/u,
  /\bha(?:ve|s|ving) (?:an?|the|some) (?:issue|problem|error)s?\b/i,
];

/** A beginning that restricts or contradicts what was said before. */
const CONTRASTS =
  /^(?:however|but|yet|nevertheless|nonetheless|on the other hand|in contrast|that said|unfortunately|actually|in fact|대신|하지만|그러나|그런데|그렇지만|다만|반면|반대로|허나|但是?|然而|不过|Но|Однако|Mas|Porém)(?![\p{L}\p{N}])/iu;

/** A beginning that points back to something said before. */
const POINTS_BACK: readonly RegExp[] = [
  /\b(?:achieve|do|avoid|fix|solve|prevent|handle|use|make|makes) (?:this|that|it)\b|\bthis (?:can|will|to|in|by|with|for)\b|^(?:despite|although|even though|while)\b|에도 불구하고/iu,
  /^(?:note that|notice|remember|this|that|these|those|it|its|they|them|their|he|she|his|her|there|then|here|however|but|also|so|and|or|otherwise|moreover|furthermore|additionally|besides|therefore|thus|hence|consequently|instead(?! of)|likewise|similarly|again|alternatively|in (?:this|that|these|those|such|other|addition|contrast|the (?:first|second|latter|former))|for (?:this|that|these|those)|because of (?:this|that)|as (?:a result|such)|on the other hand|at (?:this|that)|by (?:doing|contrast)|with (?:this|that)|after (?:this|that)|of course|finally|second(?:ly)?|third(?:ly)?|next|such|same|both|either|neither|one of (?:these|those|them)|another|the (?:latter|former|above|other|second|last|same|first) )\b/i,
  /^(?:이는|이때|이 때|이를|이와|이런|이렇|이러|이것|이게|이 (?!글)|그(?:는|것|게|런|렇|러|래|리|때|중|걸|건|뒤|후| )|저(?:것|런|는|도)|여기|거기|따라서|하지만|그러나|또(?:한|는)?\s|또한|반면|반대로|다만|즉|한편|특히|만약 (?:이|그)|결국|마지막|두 ?번째|세 ?번째|둘째|셋째|물론|때문에|위와|추가로|추가적으로|일단|둘 ?다|양쪽|해당 |앞(?:의|에서)|같은 )/u,
  /^(?:这|那|它|此|但|而|所以|因此|另外|同时|それ|これ|この|その|しかし|また|だから|Это|Этот|Она?и?\s|Но|Также|Isso|Este|Ele|Ela|Mas)/u,
];

/** Wording that states a fact. */
const STATES: readonly RegExp[] = [
  /\b(?:is|are|means?|returns?|refers?|allows?|lets?|enables?|contains?|creates?|represents?|provides?|evaluates?|supports?)\b/i,
  /[임함됨음것말]$|(?:이다|입니다|이에요|예요|의미|뜻|말한다|한다|합니다|된다|됩니다|이란|란 )/u,
  /是|为|—|является|é |são/u,
];

/** Wording of a cause, a rule or advice. */
const ADVISES: readonly RegExp[] = [
  /\b(?:because|since|due to|caused by|happens? (?:when|because)|occurs?)\b/i,
  /\b(?:you (?:can|should|need|must|have to|may)|should|must|use|call|add|set|install|run|pass|make sure|ensure|try|avoid|prefer|instead of|to (?:fix|solve|avoid|do|get|make|enable|disable|use|change)|don['’]t|do not|never|always|not supported|recommend(?:ed|s)?|better|safer?)\b/i,
  /(?:때문|수 있|해야|하세요|쓰세요|마세요|해 ?주|하면 (?:됩|된|돼)|방법|원인|사용|필요|(?:편이|것이|게|것을|걸) (?:좋|낫|안전|권장|추천)|권장|추천)/u,
  /可以|需要|因为|应该|请|使用|можно|нужно|потому|porque|deve|pode/u,
];

const ANSWERING_HEADING =
  /explanation|explained|answer|solution|resolution|fix|why|설명|해설|해답|정답|답변|해결|이유|원인|解决|原因|答案/iu;

const END_OF_WORD = String.raw`(?=[\s,.!;:—–-]|$)`;
const YES = new RegExp(
  String.raw`^(?:yes|yep|yeah|correct|네|예|맞(?:습니다|아요)|그렇습니다|可以|是的|да|sim)${END_OF_WORD}`,
  'iu',
);
const NO = new RegExp(
  String.raw`^(?:no|nope|not (?:yet|really|exactly|directly|currently)|아니요|아뇨|아니오|그렇지 않|不可以|不能|нет|não)${END_OF_WORD}`,
  'iu',
);

/** Titles that can be answered by yes or no. */
const ASKS_YES_OR_NO =
  /^\P{L}*(?:q\s*[.:]\s*)?(?:is|are|am|was|were|do|does|did|can|could|should|will|would|has|have|may|must)\b|(?:나요?|까요|가요|는지|인가|할까|될까|습니까|입니까)\P{L}*$|吗|是否/iu;

const ASKS_FOR_ADVICE =
  /\b(?:how|why|error|exception|fail\w*|can['’]?t|cannot|doesn['’]t|does not|isn['’]t|won['’]t|not (?:working|found|allowed)|unable|issue|problem|troubleshoot\w*|i['’]m|my|fix|avoid|should)\b|왜|어떻게|방법|안 ?(?:되|돼|됩)|오류|에러|실패|문제|하려면|해야|을까|할까|为什么|为何|怎么|如何|无法|报错|как|почему|como|por ?qu/iu;

/** Titles of pages, which ask nothing. */
const PAGE_TITLE =
  /^\P{L}*(?:faqs?|frequently asked questions|introduction|overview|resources|tools|translations?|references?|links?|contents|table of contents|contributing|about|credits|licen[cs]e|changelog|see also|자주 묻는 질문|소개|목차|개요|참고 ?자료|링크|常见问题|简介|目录|часто задаваемые вопросы|perguntas frequentes|الأسئلة (?:المتكررة|الشائعة))\P{L}*$/iu;
/** Titles that ask how things compare. */
const ASKS_FOR_COMPARISON =
  /\b(?:vs\.?|versus|differen(?:ce|t)s?|compare[ds]?|comparison)\b|차이|비교|区别|差异/iu;
/** Titles that ask for a number or a time, and what answers them. */
const ASKS_HOW_MUCH =
  /\bhow (?:often|many|much|long|soon|big|large|fast)\b|\bwhen\b|(?:몇|얼마|언제)|多少|多久|什么时候|сколько|quant[oa]s?/iu;
const NUMBER_OR_TIME =
  /\p{N}|\b(?:one|two|three|four|five|six|ten|once|twice|every|daily|weekly|monthly|hours?|days?|minutes?|seconds?|weeks?|months?|years?|always|never|only|no limit|unlimited|as (?:soon|long|often|many|much))\b|(?:한|두|세|네) ?(?:번|개|가지)|매(?:일|주|달|번)|항상|때(?:마다|에|만)?/iu;

export function asksForComparison(title: string): boolean {
  return ASKS_FOR_COMPARISON.test(title);
}

export function isPageTitle(title: string): boolean {
  return PAGE_TITLE.test(title);
}

/** Whether a title asks for a number or a time and the sentence has none. */
export function lacksNumber(title: string, sentence: string): boolean {
  return ASKS_HOW_MUCH.test(title) && !NUMBER_OR_TIME.test(sentence);
}

export function isAboutTheText(sentence: string): boolean {
  return matchesAny(sentence, ABOUT_THE_TEXT);
}

export function isGreeting(sentence: string): boolean {
  return matchesAny(sentence, GREETING);
}

export function isStory(sentence: string): boolean {
  return matchesAny(sentence, STORY);
}

export function isRejectedView(sentence: string): boolean {
  return matchesAny(sentence, REJECTED_VIEW);
}

/** Whether a sentence holds only in a case that it names first. */
export function isConditional(sentence: string): boolean {
  return /^(?:if|when|unless|in case|만약|만일|如果|если|se)\b|^만[약일]|^如果|^если/iu.test(sentence);
}

export function pointsBack(sentence: string): boolean {
  return matchesAny(sentence, POINTS_BACK);
}

export function contrasts(sentence: string): boolean {
  return CONTRASTS.test(sentence);
}

export function describesProblem(sentence: string): boolean {
  return matchesAny(sentence, PROBLEM);
}

export function statesSomething(sentence: string): boolean {
  return matchesAny(sentence, STATES);
}

export function advises(sentence: string): boolean {
  return matchesAny(sentence, ADVISES);
}

/** Whether a title asks how or why, or tells of trouble, so that a cause or advice answers it. */
export function asksForAdvice(title: string): boolean {
  return ASKS_FOR_ADVICE.test(title);
}

export function isAnsweringHeading(heading: string): boolean {
  return ANSWERING_HEADING.test(heading);
}

/** Whether a text begins with a yes. */
export function isYes(text: string): boolean {
  return YES.test(text);
}

/** Whether a text begins with a no. */
export function isNo(text: string): boolean {
  return NO.test(text);
}

export function isYesOrNo(sentence: string): boolean {
  return isYes(sentence) || isNo(sentence);
}

export function asksYesOrNo(title: string): boolean {
  return ASKS_YES_OR_NO.test(title);
}
