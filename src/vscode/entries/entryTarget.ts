import type { EntryTarget } from '../../core/model';
import { isRecord, readTarget } from '../../protocol';

/** Reads a target that a command is called with, leaving out what is not valid. */
export function readEntryTarget(value: unknown): EntryTarget {
  const language = isRecord(value) ? value['language'] : undefined;
  return { ...readTarget(value), ...(typeof language === 'string' ? { language } : {}) };
}
