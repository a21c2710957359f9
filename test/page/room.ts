import { documentLinks } from '../../src/core/archive/documentLinks';
import { readArchive, type Archive } from '../../src/core/archive/readArchive';
import { relatedTo } from '../../src/core/library/relatedEntries';
import type { Entry } from '../../src/core/model';
import type { RenderContext } from '../../src/core/render/renderContext';
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

/** Archives that were read, by their files: tests share some. */
const read = new WeakMap<RoomContents['files'], Promise<Archive>>();

/** An archive in memory whose documents may change. */
export class Room {
  #files: RoomContents['files'];

  private constructor(
    readonly name: string,
    readonly pictures: Readonly<Record<string, Picture>>,
    files: RoomContents['files'],
    public archive: Archive,
  ) {
    this.#files = files;
  }

  static async open({ name = 'room', files, pictures = {} }: RoomContents): Promise<Room> {
    const archive = read.get(files) ?? readFiles(name, files, pictures);
    read.set(files, archive);
    return new Room(name, pictures, files, await archive);
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
    this.archive = await readFiles(this.name, this.#files, this.pictures);
  }

  /** What the extension tells the renderer of an entry's surroundings. */
  contextOf(entry: Entry): RenderContext {
    const { archive } = this;
    return {
      labels: panelLabels(),
      imageUrl: (path) => `${PICTURES}${path}`,
      links: documentLinks(archive.entries),
      related: relatedTo(entry, archive.entries),
      archiveTitle: archiveTitle(archive),
    };
  }
}

function readFiles(
  name: string,
  files: RoomContents['files'],
  pictures: Readonly<Record<string, Picture>>,
): Promise<Archive> {
  const sizes = Object.entries(pictures).map(([path, { bytes = 1 }]) => [path, bytes] as const);
  const options = { name, images: Object.keys(pictures), sizes: Object.fromEntries(sizes) };
  return readArchive(memorySource(files, options));
}
