import { documents } from './documents';
import { python } from './python';
import type { FuzzedReader } from './reader';
import { frontMatter, manifests, messages, queries, versionFiles } from './settings';
import { tracebacks } from './tracebacks';

/** The readers of untrusted text, by the names that `npm run fuzz` takes. */
export const READERS: Readonly<Record<string, FuzzedReader>> = {
  documents,
  frontMatter,
  manifests,
  messages,
  python,
  queries,
  tracebacks,
  versionFiles,
};
