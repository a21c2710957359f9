import type { ProjectVersion } from './projectVersion';

/** A file to read with another one. */
export interface FileReference {
  /** Relative to the project's root. */
  readonly path: string;
  /** Whether it says what is required, or only narrows down what others require. */
  readonly role: 'requirements' | 'constraints';
}

/** The content of one version file. */
export interface VersionFile {
  /** One version per package. */
  readonly versions: readonly ProjectVersion[];
  /** What narrows down these versions; one per package. */
  readonly constraints?: readonly ProjectVersion[];
  /** Files to read with it; they have the same precedence. */
  readonly references: readonly FileReference[];
}
