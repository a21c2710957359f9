import { isRecord } from '../../protocol';
import type { TreeNode } from './nodes';

/**
 * Reads the row that a command is called on; `undefined` for anything else. A command may be called by other extensions,
 * with anything.
 */
export function readRow(value: unknown): TreeNode | undefined {
  return isRow(value) ? value : undefined;
}

/** Reads the selected rows that a command is called with, leaving out what is not one. */
export function readRows(value: unknown): readonly TreeNode[] | undefined {
  return Array.isArray(value) ? value.filter(isRow) : undefined;
}

function isRow(value: unknown): value is TreeNode {
  if (!isRecord(value)) return false;
  const { kind, entry, bookmark, source } = value;
  switch (kind) {
    case 'entry':
      return isEntry(entry);
    case 'gone':
      return isRecord(bookmark) && typeof bookmark['id'] === 'string';
    case 'group':
      return source === undefined || typeof source === 'string';
    default:
      return kind === 'problem';
  }
}

function isEntry(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, title, language, posts, translations, source } = value;
  const hasTexts = [id, title, language].every((text) => typeof text === 'string');
  return hasTexts && Array.isArray(posts) && Array.isArray(translations) && isRecord(source);
}
