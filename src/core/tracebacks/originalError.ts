import { ErrorCollector } from './errorCollector';
import { firstExceptionIn } from './exceptionLines';
import type { RaisedError } from './raisedError';

/** What SQLAlchemy puts before the message of the exception that it reports within another message. */
const ORIGINAL = 'Original exception was: ';

/** The error that the message of another one reports, as its cause; `undefined` where it reports none. */
export function originalError({ details, span }: RaisedError): RaisedError | undefined {
  const at = details.indexOf(ORIGINAL);
  if (at === -1) return undefined;
  const lines = details.slice(at + ORIGINAL.length).split('\n');
  const [first = ''] = lines;
  const exception = firstExceptionIn(first);
  const reported =
    exception?.column === 0 ? { type: exception.type, message: exception.message } : { message: first };
  const errors = new ErrorCollector();
  errors.add({ ...reported, details: lines, frames: [], role: 'cause', span, report: 0, depth: 0 });
  return errors.sorted()[0];
}
