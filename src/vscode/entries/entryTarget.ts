import type { EntryTarget } from '../../core/model';
import { isRecord, readTarget } from '../../protocol';

/** UTF-16 units of a language tag. */
const MAX_LANGUAGE_LENGTH = 100;

/** Reads a target that a command is called with, leaving out what is not valid. */
export function readEntryTarget(value: unknown): EntryTarget {
  const language = isRecord(value) ? value['language'] : undefined;
  return { ...readTarget(value), ...(isLanguage(language) ? { language } : {}) };
}

function isLanguage(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_LANGUAGE_LENGTH;
}
