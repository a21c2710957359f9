import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { ModuleStore } from '../../core/python/moduleStore';
import type { Occurrence, SourceFile } from '../../core/python/sourceFile';
import type { Cancellation } from '../../core/search/searchIndex';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import { abortedWhen } from '../base/cancellation';
import { DisposableStore } from '../base/disposables';
import { joinedDocuments, joinedText, type JoinedText } from './notebooks';
import { WorkspaceModules } from './workspaceModules';

/** What was read of one document, or of the notebook it is a cell of. */
interface ReadFile {
  readonly file: SourceFile;
  readonly library: Library;
  /** The text that the file was read from. */
  text?: string;
  /** The reading that goes on, or the last one. */
  reading: Promise<boolean>;
  /** All occurrences, where they were asked for. */
  all?: {
    readonly text: string;
    readonly generation: number;
    readonly occurrences: Promise<readonly Occurrence[]>;
  };
}

/** The symbols in Python documents, by the archives and the other modules that are there. */
export class PythonFiles implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when archives or other modules have changed, so that names may stand for something else. */
  readonly onDidChange = this.#changed.event;
  readonly #read = new WeakMap<object, ReadFile>();
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

  /** All occurrences in a document, in order of position; none where it was edited or closed meanwhile. */
  async occurrences(
    document: vscode.TextDocument,
    token?: vscode.CancellationToken,
  ): Promise<readonly Occurrence[]> {
    const joined = joinedText(document);
    const signal = signalFor(document, token);
    const read = await this.#update(joined, signal);
    if (read === undefined) return [];
    const { generation } = this.#modules;
    if (read.all?.text !== joined.text || read.all.generation !== generation) {
      const edited = signalFor(document);
      const occurrences = read.file.occurrences({ maybeYield: createYielder(), signal: edited });
      const all = { text: joined.text, generation, occurrences };
      read.all = all;
      const isDone = await occurrences.then(
        () => !edited.aborted,
        () => false,
      );
      // What was given up half-way, or failed, is no answer for the next one who asks.
      if (!isDone && read.all === all) delete read.all;
      if (!isDone) return within(await occurrences, joined);
    }
    return read.all === undefined ? [] : within(await read.all.occurrences, joined);
  }

  /** The occurrence at a position of a document. */
  async occurrenceAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    token?: vscode.CancellationToken,
  ): Promise<Occurrence | undefined> {
    const joined = joinedText(document);
    const signal = signalFor(document, token);
    const read = await this.#update(joined, signal);
    if (read === undefined) return undefined;
    const offset = joined.start + document.offsetAt(position);
    const found = await read.file.occurrenceAt(offset, { maybeYield: createYielder(), signal });
    return found === undefined ? undefined : within([found], joined)[0];
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Reads a text as it is now: one reading of a file after the other. */
  async #update(joined: JoinedText, signal: Cancellation): Promise<ReadFile | undefined> {
    const library = await this.libraryService.library();
    const read = await this.#fileOf(joined, library);
    const reading = read.reading.then(async () => {
      if (signal.aborted) return false;
      if (read.text === joined.text) return true;
      if (!(await read.file.update(joined.text, { maybeYield: createYielder(), signal }))) return false;
      read.text = joined.text;
      return true;
    });
    // A failure is the one's who asked, and not the next one's.
    read.reading = reading.catch(() => false);
    return (await reading) ? read : undefined;
  }

  async #fileOf({ owner, path }: JoinedText, library: Library): Promise<ReadFile> {
    const known = this.#read.get(owner);
    if (known?.library === library) return known;
    const bundle = await import('../lazy/library');
    this.#store ??= Promise.resolve(new bundle.ModuleStore(bundle.STUBS, this.#modules));
    const store = await this.#store;
    this.#modules.connect(store);
    const names = {
      symbols: bundle.SYMBOLS,
      declared: library.declaredSymbols(),
      speaksOf: (keyword: string, value: string) => library.speaksOfArgument(keyword, value),
    };
    const read: ReadFile = {
      file: new bundle.SourceFile(path, store, names),
      library,
      reading: Promise.resolve(true),
    };
    this.#read.set(owner, read);
    return read;
  }
}

/** A reading is given up when the document has changed, or nobody waits for it any more. */
function signalFor(document: vscode.TextDocument, token?: vscode.CancellationToken): Cancellation {
  const cells = joinedDocuments(document);
  const versions = cells.map(({ version }) => version);
  return abortedWhen(() => {
    const isEdited = cells.some(({ isClosed, version }, at) => isClosed || version !== versions[at]);
    return isEdited || token?.isCancellationRequested === true;
  });
}

/** Those inside of a document, by its own offsets. */
function within(occurrences: readonly Occurrence[], { start, end }: JoinedText): readonly Occurrence[] {
  return occurrences.flatMap(({ span, ...rest }) =>
    span.start >= start && span.end <= end
      ? [{ ...rest, span: { start: span.start - start, end: span.end - start } }]
      : [],
  );
}
