import type { MoreFacts, NameFacts } from '../../../scripts/facts/factFiles.mjs';

/** Facts of two packages that do not exist; `shelf` uses `crate`. */
export const NAMES: NameFacts = {
  packages: { crate: '3.0', shelf: '1.2' },
  symbols: [
    {
      name: 'crate.Box',
      kind: 'class',
      aliases: ['crate.boxes.Box', 'shelf.places.Box', 'crate.boxes.OldBox'],
      members: ['close', 'open', 'seal_with_tape'],
      docs: 'https://crate.example/boxes.html#crate.boxes.Box',
    },
    { name: 'crate.Chest', kind: 'class', members: ['close', 'lock', 'open', 'seal_with_tape'] },
    { name: 'crate.pack', kind: 'function', docs: 'https://crate.example/boxes.html#crate.pack' },
    { name: 'crate.pack', kind: 'module', aliases: ['crate.packing'] },
    { name: 'crate.inner.deep.Engine', kind: 'class', members: ['run'] },
    { name: 'crate.errors.BoxError', kind: 'exception' },
    { name: 'crate.LIMIT', kind: 'data' },
    { name: 'shelf.LIMIT', kind: 'data' },
    { name: 'shelf.Place', kind: 'class', aliases: ['shelf.places.Place'], members: ['find'] },
  ],
  sqlalchemyErrorCodes: [{ code: 'ab1c', title: 'Box is full', url: 'https://crate.example/e/ab1c' }],
};

export const MORE: MoreFacts = {
  attributes: [
    { name: 'crate.Box', attributes: { lid: 'Optional[Box]', size: 'int', chest: "'Chest'" } },
    { name: 'crate.Chest', attributes: { lid: 'Optional[Box]', boxes: 'List[Box]' } },
    { name: 'crate.inner.deep.Engine', attributes: { state: 'Box' } },
    { name: 'crate.errors.BoxError', members: ['describe'], attributes: { box: 'Box | None' } },
    { name: 'shelf.Place', attributes: { content: 'dict[str, Box]', other: 'Unheard' } },
  ],
  names: [
    { name: 'shelf.LIMIT', kind: 'data', aliases: ['crate.LIMIT', 'crate.sizes.LIMIT', 'shelf.sizes.LIMIT'] },
    { name: 'crate.MAXIMUM', kind: 'data', aliases: ['shelf.MAXIMUM'], value: '12' },
    { name: 'crate.T', kind: 'data', value: "TypeVar('T')" },
    { name: 'crate.inner.deep.DEPTH', kind: 'data', value: '2' },
    { name: 'crate.inner.deep.Send', kind: 'alias', value: 'Callable[[Box], None]' },
    { name: 'crate.inner', kind: 'module', members: ['deep'] },
    { name: 'crate.Label', kind: 'class', attributes: { text: 'str' } },
    { name: 'crate.Size', kind: 'class', form: 'Enum', attributes: { LARGE: '', SMALL: '' } },
    { name: 'crate.Options', kind: 'class', form: 'TypedDict', attributes: { colour: 'str' } },
  ],
  removed: [
    { name: 'crate.Barrel', kind: 'class', until: '1.4', aliases: ['crate.boxes.Barrel'] },
    { name: 'crate.pack', kind: 'function', until: '1.4' },
    { name: 'crate.wrap', kind: 'function', until: '2.0', now: 'crate.boxes.Box' },
    { name: 'crate.Box', until: '1.4', members: ['nail'], attributes: ['weight'] },
    { name: 'crate.Box', until: '2.0', members: ['glue'] },
  ],
  errorCodes: [
    { code: 'ab1c', class: 'crate.errors.BoxError', messages: ['Box {} is full'] },
    { code: 'ab1c', class: 'crate.errors.BoxError', messages: ['Box {} is full', 'No room in {}'] },
    { code: 'ab1c', messages: ['Boxes fill up'] },
  ],
};
