import * as vscode from 'vscode';
import { DisposableStore } from './disposables';

/** What is kept for all windows under one key. VS Code does not tell when another window writes: it is looked at again when this window gets the focus. */
export class SharedValue<Kept, Read> implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when this window writes, and when it sees that another one has. */
  readonly onDidChange = this.#changed.event;
  /** What was read last, and what became of it. */
  #read: { readonly raw: unknown; readonly value: Read } | undefined;
  /** What listeners know of, as JSON. */
  #seen: string | undefined;

  /**
   * @param read Makes of what is kept what is asked for. It may be anything, and nothing at first.
   * @param onDidChangeWindowState Another one than the window's is for tests.
   */
  constructor(
    private readonly memory: vscode.Memento,
    private readonly key: string,
    private readonly read: (kept: unknown) => Read,
    onDidChangeWindowState: WindowStateEvent = vscode.window.onDidChangeWindowState,
  ) {
    this.#seen = this.#json();
    this.#disposables.add(
      onDidChangeWindowState(({ focused }) => {
        if (focused) this.refresh();
      }),
    );
  }

  /** The same value until something else is kept. */
  get(): Read {
    const raw = this.memory.get<unknown>(this.key);
    if (this.#read === undefined || this.#read.raw !== raw) this.#read = { raw, value: this.read(raw) };
    return this.#read.value;
  }

  async set(kept: Kept): Promise<void> {
    const written = this.memory.update(this.key, kept);
    this.#seen = this.#json();
    await written;
    this.#changed.fire();
  }

  /** Fires where another window has written. */
  refresh(): void {
    const now = this.#json();
    if (now === this.#seen) return;
    this.#seen = now;
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #json(): string | undefined {
    return JSON.stringify(this.memory.get<unknown>(this.key));
  }
}

/** What tells that a window gets or loses the focus. */
export type WindowStateEvent = vscode.Event<Pick<vscode.WindowState, 'focused'>>;
