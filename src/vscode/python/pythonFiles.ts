import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { ModuleStore } from '../../core/python/moduleStore';
import type { Occurrence, SourceFile } from '../../core/python/sourceFile';
import type { Cancellation } from '../../core/base/cancellation';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import { abortedWhen } from '../base/cancellation';
import { DisposableStore } from '../base/disposables';
import { joinedDocuments, joinedText, type JoinedText } from './notebooks';
import { WorkspaceModules } from './workspaceModules';

/** The analysis of one document or notebook. */
interface AnalysedFile {
  readonly file: SourceFile;
  readonly library: Library;
  /** The text that was analysed. */
  text?: string;
  /** The current or last update; its result tells whether it was completed. */
  updating: Promise<boolean>;
  /** All occurrences, if they were requested. */
  all?: {
    readonly text: string;
    readonly generation: number;
    readonly occurrences: Promise<readonly Occurrence[]>;
  };
}

/** Finds symbols in Python documents, given the archives and the modules of the workspace. */
export class PythonFiles implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when archives or modules have changed, so that names may resolve differently. */
  readonly onDidChange = this.#changed.event;
  readonly #files = new WeakMap<object, AnalysedFile>();
  readonly #modules = this.#disposables.add(new WorkspaceModules());
  #store: Promise<ModuleStore> | undefined;

  constructor(private readonly libraryService: LibraryService) {
    this.#disposables.addAll(
      libraryService.onDidChange(() => {
        this.#changed.fire();
      }),
      this.#modules.onDidChange(() => {
        this.#changed.fire();
      }),
    );
  }

  /** All occurrences in a document, sorted by position; none if it was edited or closed meanwhile. */
  async occurrences(
    document: vscode.TextDocument,
    token?: vscode.CancellationToken,
  ): Promise<readonly Occurrence[]> {
    const joined = joinedText(document);
    const signal = signalFor(document, token);
    const analysed = await this.#update(joined, signal);
    if (analysed === undefined) return [];
    const { generation } = this.#modules;
    if (analysed.all?.text !== joined.text || analysed.all.generation !== generation) {
      const edited = signalFor(document);
      const occurrences = analysed.file.occurrences({ maybeYield: createYielder(), signal: edited });
      const all = { text: joined.text, generation, occurrences };
      analysed.all = all;
      const isDone = await occurrences.then(
        () => !edited.aborted,
        () => false,
      );
      // An aborted or failed analysis must not be cached.
      if (!isDone && analysed.all === all) delete analysed.all;
      if (!isDone) return inDocument(await occurrences, joined);
    }
    return analysed.all === undefined ? [] : inDocument(await analysed.all.occurrences, joined);
  }

  /** The occurrence at a position of a document. */
  async occurrenceAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    token?: vscode.CancellationToken,
  ): Promise<Occurrence | undefined> {
    const joined = joinedText(document);
    const signal = signalFor(document, token);
    const analysed = await this.#update(joined, signal);
    if (analysed === undefined) return undefined;
    const offset = joined.start + document.offsetAt(position);
    const occurrence = await analysed.file.occurrenceAt(offset, { maybeYield: createYielder(), signal });
    return occurrence === undefined ? undefined : inDocument([occurrence], joined)[0];
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Analyses the current text. Updates of the same file run one after the other. */
  async #update(joined: JoinedText, signal: Cancellation): Promise<AnalysedFile | undefined> {
    const library = await this.libraryService.library();
    const analysed = await this.#fileOf(joined, library);
    const updating = analysed.updating.then(async () => {
      if (signal.aborted) return false;
      if (analysed.text === joined.text) return true;
      const options = { maybeYield: createYielder(), signal };
      if (!(await analysed.file.update(joined.text, options))) return false;
      analysed.text = joined.text;
      return true;
    });
    // A failure is reported to this caller only.
    analysed.updating = updating.catch(() => false);
    return (await updating) ? analysed : undefined;
  }

  async #fileOf({ owner, path }: JoinedText, library: Library): Promise<AnalysedFile> {
    const known = this.#files.get(owner);
    if (known?.library === library) return known;
    const bundle = await import('../lazy/library');
    this.#store ??= Promise.resolve(new bundle.ModuleStore(bundle.STUBS, this.#modules));
    const store = await this.#store;
    this.#modules.connect(store);
    const names = {
      symbols: bundle.SYMBOLS,
      declared: library.declaredSymbols(),
      isKnownArgument: (keyword: string, value: string) => library.hasEntriesForArgument(keyword, value),
    };
    const analysed: AnalysedFile = {
      file: new bundle.SourceFile(path, store, names),
      library,
      updating: Promise.resolve(true),
    };
    this.#files.set(owner, analysed);
    return analysed;
  }
}

/** A signal that is aborted when the document or its notebook has changed, or the token is cancelled. */
function signalFor(document: vscode.TextDocument, token?: vscode.CancellationToken): Cancellation {
  const cells = joinedDocuments(document);
  const versions = cells.map(({ version }) => version);
  return abortedWhen(() => {
    const isEdited = cells.some(({ isClosed, version }, at) => isClosed || version !== versions[at]);
    return isEdited || token?.isCancellationRequested === true;
  });
}

/** The occurrences inside a document, with its own offsets. */
function inDocument(occurrences: readonly Occurrence[], { start, end }: JoinedText): readonly Occurrence[] {
  return occurrences.flatMap(({ span, ...rest }) =>
    span.start >= start && span.end <= end
      ? [{ ...rest, span: { start: span.start - start, end: span.end - start } }]
      : [],
  );
}
