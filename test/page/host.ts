import type { Entry } from '../../src/core/model';
import { variantIn } from '../../src/core/model';
import { renderEntry } from '../../src/core/render/renderEntry';
import { renderMissingEntry } from '../../src/core/render/missingEntry';
import {
  readPageMessage,
  readPanelState,
  type HostMessage,
  type PageMessage,
  type PanelState,
  type ShowMessage,
  type VisitTarget,
} from '../../src/protocol';
import { missingEntryMessage } from '../../src/vscode/entries/missingEntry';
import { PanelNavigation } from '../../src/vscode/panel/panelNavigation';
import { pageMessages, renderPage } from '../../src/vscode/panel/pageRendering';
import type { Room } from './room';

/** Delivers messages to the page, in order. */
type Deliver = (messages: readonly HostMessage[]) => Promise<void>;

type Received<Type extends PageMessage['type']> = Extract<PageMessage, { readonly type: Type }>;

/** The panel's navigation keys; see `contributes.keybindings` in `package.json`. */
const KEYS: Readonly<Record<string, (host: Host) => Promise<void>>> = {
  'Alt+ArrowDown': (host) => host.send({ type: 'moveByPosts', by: 1 }),
  'Alt+ArrowUp': (host) => host.send({ type: 'moveByPosts', by: -1 }),
  'Alt+ArrowLeft': (host) => host.go(-1),
  'Alt+ArrowRight': (host) => host.go(1),
};

/** The extension's side of the panel: shows entries of a room and answers the page as `EntryPanel` does. */
export class Host {
  /** All messages received from the page, oldest first. */
  readonly messages: PageMessage[] = [];
  /** Whether chunks after the first are held back until `sendChunks` or `sendRest`. */
  holdsChunks = false;
  /** Whether copying succeeds. */
  canCopy = true;
  /** Text of the comparison with the project's versions, for entries that have versions. */
  comparison = '';
  #navigation = new PanelNavigation();
  #isReady = false;
  #hasEntry = false;
  #run = 0;
  /** Messages of the current render that were not sent yet. */
  #rest: HostMessage[] = [];

  constructor(
    private readonly room: Room,
    private readonly language: string,
    private readonly deliver: Deliver,
  ) {}

  /** Opens an entry by its id within the room. */
  async open(id: string, target: VisitTarget = {}): Promise<void> {
    this.#navigation.open(this.#nameOf(id), target);
    this.#hasEntry = true;
    await this.render();
  }

  async preview(id: string, target: VisitTarget = {}): Promise<void> {
    this.#navigation.preview(this.#nameOf(id), target);
    this.#hasEntry = true;
    await this.render();
  }

  async endPreview(): Promise<void> {
    this.#navigation.discardPreview();
    await this.render();
  }

  /** Goes back (negative) or forward in the history. */
  async go(by: number): Promise<void> {
    if (this.#navigation.go(by)) await this.render();
  }

  /** Renders and sends the current entry, as after a change of its archive. */
  async render(): Promise<void> {
    this.#run += 1;
    if (!this.#isReady || !this.#hasEntry) return;
    const { first, rest } = this.#messagesOf(this.#run);
    this.#rest = rest;
    if (this.holdsChunks) await this.send(first);
    else await this.send(first, ...this.#rest.splice(0));
  }

  /** Sends the next `count` messages that are held back. */
  async sendChunks(count: number): Promise<void> {
    await this.send(...this.#rest.splice(0, count));
  }

  /** Sends all messages that are held back. */
  async sendRest(): Promise<void> {
    await this.sendChunks(this.#rest.length);
  }

  /** Sends a comparison with the project's versions. */
  async compare(text: string): Promise<void> {
    await this.send({ type: 'comparison', run: this.#run, text });
  }

  async send(...messages: readonly HostMessage[]): Promise<void> {
    if (this.#isReady) await this.deliver(messages);
  }

  /** Called before the page is unloaded; its next `ready` shows the same entry. */
  pageIsGone(): void {
    this.#isReady = false;
  }

  /** Restores the history from the state that the page stored, as after a reload of the window. */
  restore(kept: unknown): void {
    const state = readPanelState(kept);
    if (state === undefined) throw new Error('The page stored no state.');
    this.#navigation = new PanelNavigation(state);
  }

  /** Messages of one type, in order. */
  received<Type extends PageMessage['type']>(type: Type): readonly Received<Type>[] {
    return this.messages.filter((message): message is Received<Type> => message.type === type);
  }

  async receive(value: unknown): Promise<void> {
    const message = readPageMessage(value);
    if (message === undefined) throw new Error(`Not a page message: ${JSON.stringify(value)}`);
    this.messages.push(message);
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.render();
      case 'chooseLanguage':
        this.#navigation.updateCurrent({ ...this.#navigation.current, language: message.language }, {});
        return this.render();
      case 'followLink':
        this.#navigation.moveTo(message.post);
        return this.send({ type: 'moved', visit: this.#navigation.current, state: this.#state });
      case 'openEntry':
        return this.open(message.id.slice(this.room.idOf('').length));
      case 'copyPost':
      case 'copyText':
        return this.#confirm(message.request);
      case 'action': {
        if (message.action === 'back' || message.action === 'forward')
          return this.go(message.action === 'back' ? -1 : 1);
        const isCopy = message.action === 'copyLink' || message.action === 'copyMarkdown';
        return this.#confirm(message.request, isCopy);
      }
      default:
    }
  }

  /** Runs the command bound to a key. */
  async pressed(key: string): Promise<void> {
    await KEYS[key]?.(this);
  }

  async #confirm(request: number | undefined, isCopy = true): Promise<void> {
    if (request === undefined) return;
    await this.send({ type: 'copied', request, isDone: isCopy && this.canCopy });
  }

  #nameOf(id: string): { entry: string; language: string; title: string } {
    const entry = this.room.entry(id);
    if (entry === undefined) {
      const ids = this.room.archive.entries.map((known) => known.id).join(', ');
      throw new Error(`The room has no entry "${id}". It has: ${ids}.`);
    }
    const { language, title } = variantIn(entry, this.language);
    return { entry: entry.id, language, title };
  }

  #messagesOf(run: number): { readonly first: ShowMessage; readonly rest: HostMessage[] } {
    const { current } = this.#navigation;
    const entry = this.room.archive.entries.find(({ id }) => id === current.entry);
    const page = renderPage(current, entry, {
      renderer: { renderEntry, renderMissingEntry },
      contextOf: (shown) => this.room.contextOf(shown),
      missingReason: () => missingEntryMessage({ archives: [this.room.archive] }, current.entry),
    });
    if (page.reference !== undefined) this.#navigation.updateCurrent(page.reference, page.target);
    const context = { run, visit: this.#navigation.current, state: this.#state };
    const [first, ...rest] = pageMessages(page, context);
    if (first?.type !== 'show') throw new Error('A page begins with its shell.');
    const text = entry === undefined ? '' : this.#comparisonFor(entry);
    return { first, rest: [...rest.slice(0, -1), { type: 'comparison', run, text }, ...rest.slice(-1)] };
  }

  #comparisonFor({ versions }: Entry): string {
    return versions.length === 0 ? '' : this.comparison;
  }

  get #state(): PanelState {
    return { ...this.#navigation.history, isKept: false };
  }
}
