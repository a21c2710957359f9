import { documentLinks } from '../../src/core/archive/documentLinks';
import { readArchive, type Archive } from '../../src/core/archive/readArchive';
import { relatedTo } from '../../src/core/library/relatedEntries';
import type { Entry } from '../../src/core/model';
import type { RenderContext } from '../../src/core/render/renderContext';
import { archiveTitle } from '../../src/vscode/entries/labels';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import { memorySource } from '../unit/memory';

/** An image file of an archive. */
export interface Picture {
  readonly body: string | Buffer;
  /** File size in bytes that the archive reports, where it differs from the body's. */
  readonly bytes?: number;
}

export interface RoomContents {
  /** The archive's id. */
  readonly name?: string;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly pictures?: Readonly<Record<string, Picture>>;
}

/** Path prefix under which the page's origin serves the archive's images. */
export const PICTURES = '/archive/';

/** Parsed archives by their files: many tests share the same ones. */
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

  /** The entry with that id, given without the archive's. */
  entry(id: string): Entry | undefined {
    return this.archive.entries.find((entry) => entry.id === this.idOf(id));
  }

  /** An entry's full id. */
  idOf(id: string): string {
    return `${this.name}/${id}`;
  }

  /** Replaces documents; `undefined` removes one. */
  async write(changes: Readonly<Record<string, string | undefined>>): Promise<void> {
    const files = Object.entries({ ...this.#files, ...changes });
    this.#files = Object.fromEntries(
      files.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
    );
    this.archive = await readFiles(this.name, this.#files, this.pictures);
  }

  /** The rendering context that the extension passes for an entry. */
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
  const bodies = Object.fromEntries(Object.entries(pictures).map(([path, { body }]) => [path, body]));
  const options = { name, images: Object.keys(pictures), sizes: Object.fromEntries(sizes), bodies };
  return readArchive(memorySource(files, options));
}
