import * as vscode from 'vscode';
import type { Library, LocatedProblem } from '../core/library';
import { PROBLEM_MESSAGES } from '../core/problems';
import { changesSources, openSources } from './sources';

/** The library, opened on first use and again when its sources change. */
export class Answers implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #opening: Promise<Library> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesSources(event)) this.#opening = undefined;
    });
  }

  /** The library; a failed opening is tried anew at the next call. */
  library(): Promise<Library> {
    if (this.#opening === undefined) {
      const opening = this.#open();
      this.#opening = opening;
      opening.catch(() => {
        if (this.#opening === opening) this.#opening = undefined;
      });
    }
    return this.#opening;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #open(): Promise<Library> {
    const bundle = await import('./lazy/library');
    const sources = await openSources(this.extensionUri, bundle);
    const library = await bundle.openLibrary(sources, {
      createIndex: bundle.createMiniSearchIndex,
      breathe: breather(),
    });
    for (const { id, entries, location } of library.archives) {
      this.log.info(vscode.l10n.t('{0}: {1} entries from {2}', id, entries.length, readable(location)));
    }
    for (const problem of library.problems) this.#report(problem);
    return library;
  }

  #report(problem: LocatedProblem): void {
    const message = vscode.l10n.t(PROBLEM_MESSAGES[problem.kind], ...problem.args);
    const line = problem.line === undefined ? '' : `:${String(problem.line)}`;
    const text = `${readable(problem.location)}${line}: ${message}`;
    if (problem.severity === 'error') this.log.error(text);
    else if (problem.severity === 'warning') this.log.warn(text);
    else this.log.info(text);
  }
}

/** Milliseconds after which other extensions get the thread. */
const TURN = 8;

/** Lets other work on the thread have its turn whenever ours has held it for a turn's length. */
function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}

/** A location as a person writes it: a path where it is a file. */
function readable(location: string): string {
  const uri = vscode.Uri.parse(location);
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote' ? uri.fsPath : location;
}
