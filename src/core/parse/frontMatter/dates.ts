import { oneText } from './values';

/** Years first, with any mark between the parts, or none but a month, or nothing else. */
const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?=$|[T ,])/;
const CJK = /^(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?)?/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** `Mar 5, 2024`, `March 5th 2024`. */
const MONTH_FIRST = /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i;
/** `5 March 2024`, `Tue, 05 Mar 2024 09:30:00 GMT`. */
const DAY_FIRST = /^(?:[a-z]{3,9}, )?(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3})[a-z]*\.?,? (\d{4})\b/i;

/**
 * A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from the forms that sites write. It is the day in the writer's time zone,
 * so times and zones are left out. Forms that leave open which number is the month (`03/05/2024`) are no dates.
 */
export function dateText(value: unknown): string | undefined {
  const text = oneText(value);
  if (text === undefined) return undefined;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return dateOf(yearFirst[1]!, yearFirst[3], yearFirst[4]);
  const cjk = CJK.exec(text);
  if (cjk !== null) return dateOf(cjk[1]!, cjk[2], cjk[3]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return dateOf(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]);
  const dayFirst = DAY_FIRST.exec(text);
  return dayFirst === null ? undefined : dateOf(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]);
}

/** The number of a month by its name in English; zero for other words. */
function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function dateOf(year: string, month?: string, day?: string): string | undefined {
  if (month !== undefined && !isWithin(month, 12)) return undefined;
  if (day !== undefined && !isWithin(day, 31)) return undefined;
  return [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join(
    '-',
  );
}

function isWithin(number: string, last: number): boolean {
  return Number(number) >= 1 && Number(number) <= last;
}
