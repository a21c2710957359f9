/** Dates and times as exports write them beside a name. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +)?';
const END = '(?![\\p{L}\\p{N}])';

const DATES: readonly { readonly pattern: RegExp; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  { pattern: /(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/y, order: ['y', 'm', 'd'] },
  { pattern: /(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]/y, order: ['y', 'm', 'd'] },
  { pattern: /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/y, order: ['d', 'm', 'y'] },
  { pattern: /(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?!\d)/y, order: ['m', 'd', 'y'] },
  { pattern: /(\d{1,2})[-./](\d{1,2})[-./](\d{2})(?!\d)/y, order: [] },
  {
    pattern: new RegExp(`${WEEKDAY}(${MONTH}) +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})${END}`, 'iuy'),
    order: ['m', 'd', 'y'],
  },
  {
    pattern: new RegExp(`${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?\\.? +(${MONTH}),? +(\\d{4})${END}`, 'iuy'),
    order: ['d', 'm', 'y'],
  },
  { pattern: new RegExp(`${WEEKDAY}(?:${MONTH} +\\d{1,2}|\\d{1,2}\\.? +${MONTH})${END}`, 'iuy'), order: [] },
  { pattern: /\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日]/y, order: [] },
  {
    pattern: new RegExp(
      `(?:(?:to|yester)day|last (?:mon|tues|wednes|thurs|fri|satur|sun)day)${END}|오늘|어제|그저께|今日|昨日|昨天|今天`,
      'iuy',
    ),
    order: [],
  },
];

const TIMES: readonly RegExp[] = [
  /(?:오전|오후|午前|午後|上午|下午)\s?\d{1,2}(?::\d{2}|시|時)(?::\d{2})?/y,
  /T?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:Z\b|UTC|GMT|[A-Z]{2,4}T\b|[+-]\d{2}:?\d{2}))?(?![\d:])/iy,
  /(?:Z\b|UTC|GMT|[+-]\d{2}:?\d{2})(?![\p{L}\p{N}])/uy,
  new RegExp(
    `(?:\\d{1,3}|an?|one|a few|few)\\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\\s(?:ago|later)${END}`,
    'iuy',
  ),
  /\d{1,3}\s?(?:초|분|시간|일|주|개월|년|秒|分钟?|分鐘?|時間|小时|小時|天|日|週間|周|ヶ月|か月|个月|年)\s?[전前]/y,
];

/** What may stand before, between and behind the parts of a date. */
const JOINT = /[\s,|@·•—–-]+|(?:on|at|the|am|um|le|el|à|a|在|于|於)(?=\s)/iy;

export interface When {
  /** Offset behind it. */
  readonly end: number;
  /** The ISO date, where day, month and year are certain. */
  readonly date?: string;
}

/** The date, time or both that begin at an offset of a text. */
export function readWhen(text: string, start: number): When | undefined {
  let end: number | undefined;
  let date: string | undefined;
  let at = start;
  for (let parts = 0; parts < 6; parts += 1) {
    const found = readDate(text, at) ?? readTime(text, at);
    if (found === undefined) break;
    date ??= found.date;
    end = found.end;
    at = skip(JOINT, text, end);
  }
  return end === undefined ? undefined : { end, ...(date === undefined ? {} : { date }) };
}

function skip(pattern: RegExp, text: string, start: number): number {
  let at = start;
  for (let match = matchAt(pattern, text, at); match !== null; match = matchAt(pattern, text, at)) {
    at += match[0].length;
  }
  return at;
}

function readTime(text: string, at: number): When | undefined {
  for (const pattern of TIMES) {
    const match = matchAt(pattern, text, at);
    if (match !== null) return { end: at + match[0].length };
  }
  return undefined;
}

function readDate(text: string, at: number): When | undefined {
  for (const { pattern, order } of DATES) {
    const match = matchAt(pattern, text, at);
    if (match === null) continue;
    const part = (name: 'y' | 'm' | 'd'): string => match[order.indexOf(name) + 1] ?? '';
    const date = order.length === 0 ? undefined : isoDate(part('y'), part('m'), part('d'));
    return { end: at + match[0].length, ...(date === undefined ? {} : { date }) };
  }
  return undefined;
}

function isoDate(year: string, month: string, day: string): string | undefined {
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
