import { documentLinks } from '../../src/core/archive/documentLinks';
import { readArchive, type Archive } from '../../src/core/archive/readArchive';
import { relatedTo } from '../../src/core/library/relatedEntries';
import type { Entry } from '../../src/core/model';
import type { RenderContext } from '../../src/core/render/renderEntry';
import { archiveTitle } from '../../src/vscode/entries/labels';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import { memorySource } from '../unit/memory';

/** A picture of an archive. */
export interface Picture {
  readonly body: string | Buffer;
  /** Bytes that it is said to have, where they matter. */
  readonly bytes?: number;
}

export interface RoomContents {
  /** The archive's id. */
  readonly name?: string;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly pictures?: Readonly<Record<string, Picture>>;
}

/** Folder of the page's origin in which an archive's pictures are. */
export const PICTURES = '/archive/';

/** An archive in memory whose documents may change. */
export class Room {
  readonly pictures: Readonly<Record<string, Picture>>;
  #archive: Archive | undefined;
  #files: Readonly<Record<string, string>>;

  private constructor(
    readonly name: string,
    { files, pictures = {} }: RoomContents,
  ) {
    this.#files = files;
    this.pictures = pictures;
  }

  static async open(contents: RoomContents): Promise<Room> {
    const room = new Room(contents.name ?? 'room', contents);
    await room.#read();
    return room;
  }

  get archive(): Archive {
    if (this.#archive === undefined) throw new Error('The room was not read yet.');
    return this.#archive;
  }

  /** The entry with that pinned id, or that is the only one of that document. */
  entry(id: string): Entry | undefined {
    return this.archive.entries.find((entry) => entry.id === this.idOf(id));
  }

  /** An entry's whole id. */
  idOf(id: string): string {
    return `${this.name}/${id}`;
  }

  /** Writes documents anew; `undefined` removes one. */
  async write(changes: Readonly<Record<string, string | undefined>>): Promise<void> {
    const files = Object.entries({ ...this.#files, ...changes });
    this.#files = Object.fromEntries(
      files.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
    );
    await this.#read();
  }

  /** What the extension tells the renderer of an entry's surroundings. */
  contextOf(entry: Entry): RenderContext {
    const { archive } = this;
    return {
      words: panelLabels(),
      image: (path) => `${PICTURES}${path}`,
      links: documentLinks(archive.entries),
      related: relatedTo(entry, archive.entries),
      archive: archiveTitle(archive),
    };
  }

  async #read(): Promise<void> {
    const sizes = Object.entries(this.pictures).map(([path, { bytes = 1 }]) => [path, bytes] as const);
    const images = Object.keys(this.pictures);
    const options = { name: this.name, images, sizes: Object.fromEntries(sizes) };
    this.#archive = await readArchive(memorySource(this.#files, options));
  }
}
