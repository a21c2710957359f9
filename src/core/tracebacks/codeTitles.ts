import { SYMBOLS } from '../symbolTable/symbolTable';
import type { RaisedError } from './raisedError';

/** The titles of an error's codes that are messages rather than names of classes. */
export function codeTitles(error: RaisedError): readonly string[] {
  return error.codes.flatMap(({ family, code }) => {
    const title = family === 'sqlalchemy' ? SYMBOLS.errorCode(code)?.title : undefined;
    return title?.includes(' ') === true ? [title] : [];
  });
}
