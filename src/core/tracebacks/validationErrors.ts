import type { Entry } from '../model';
import { entryTextOf } from './entryText';
import { codeKey } from './errorCodes';
import type { ErrorCode, RaisedError } from './raisedError';

/** What a model of pydantic is for: its fields are filled in by the environment, or by the program. */
type ModelKind = 'settings' | 'data';

const REPORT = /(?<!\S)\d{1,5} validation errors? for (?<model>\w{1,80})/;
/** Models in a text, such as that of an entry. */
const REPORTED_MODELS = /\bvalidation errors? for (?<model>\w{1,80})/g;
const SETTINGS_NAME = /(?:settings|config|configuration|env|environment)$/i;
const SETTINGS_MODULE = /\bpydantic_settings\b|\benv_settings\b|\bBaseSettings\b/;

/** Whether an error is pydantic's report about the fields of a model. */
export function isValidationError({ details, codes }: RaisedError): boolean {
  return REPORT.test(details) && codes.some(({ family }) => family === 'pydantic');
}

/** Whether an entry prints one of the codes that pydantic's report has. */
export function printsAnyCode(codes: readonly ErrorCode[], entry: Entry): boolean {
  const { codeKeys } = entryTextOf(entry);
  return codes.some((code) => code.family === 'pydantic' && codeKeys.has(codeKey(code)));
}

/**
 * Whether the models that an entry prints reports about are for the same purpose as that of an error: a setting that the
 * environment lacks is another mistake than a field that the program did not pass, in the same words.
 */
export function isAboutModelOf(error: RaisedError, entry: Entry): boolean {
  const kinds = Array.from(entryTextOf(entry).text().matchAll(REPORTED_MODELS), ({ groups }) =>
    kindOf(groups?.['model'] ?? ''),
  );
  return kinds.length === 0 || kinds.includes(modelKindOf(error));
}

function modelKindOf({ details, frames }: RaisedError): ModelKind {
  const isInSettings = frames.some(({ file, module = '', function: called = '' }) =>
    [file, module, called].some((name) => SETTINGS_MODULE.test(name)),
  );
  return isInSettings ? 'settings' : kindOf(REPORT.exec(details)?.groups?.['model'] ?? '');
}

function kindOf(model: string): ModelKind {
  return SETTINGS_NAME.test(model) ? 'settings' : 'data';
}
