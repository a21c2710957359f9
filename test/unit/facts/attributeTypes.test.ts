import { describe, expect, it } from 'vitest';
import { attributeTypes } from '../../../scripts/facts/attributeTypes.mjs';
import { ClassNames } from '../../../scripts/facts/classNames.mjs';
import { stubType } from '../../../scripts/facts/stubTypes.mjs';
import { MORE, NAMES } from './inventedFacts';

const classNamed = (name: string): string | undefined =>
  ['Box', 'Chest', 'Sequence'].includes(name) ? `crate.${name}` : undefined;

describe('stubType', () => {
  it.each([
    ['Box', 'crate.Box'],
    ['Box | None', 'crate.Box'],
    ['None | Box', 'crate.Box'],
    ['Optional[Box]', 'crate.Box'],
    ["Optional['Box']", 'crate.Box'],
    ["'Optional[Box]'", 'crate.Box'],
    ['"Box"', 'crate.Box'],
    ['Union[Box, None]', 'crate.Box'],
    ['Union[Box, Chest]', 'crate.Box|crate.Chest'],
    ['Box | Chest | None', 'crate.Box|crate.Chest'],
    ['typing.Optional[Box]', 'crate.Box'],
    ['ClassVar[Box]', 'crate.Box'],
    ['Final[Optional[Box]]', 'crate.Box'],
    ['Annotated[Box, Chest]', 'crate.Box'],
    ['Box[Any]', 'crate.Box'],
    ['list[Box]', 'list[crate.Box]'],
    ['Sequence[Box]', 'list[crate.Box]'],
    ['_typing_Sequence[Box]', 'list[crate.Box]'],
    ['List[Optional[Box]]', 'list[crate.Box]'],
    ['Tuple[Box, ...]', 'tuple[crate.Box,...]'],
    ['dict[str, Box]', 'dict[Any,crate.Box]'],
    ['Mapping[Tuple[str, int], List[Box]]', 'dict[Any,list[crate.Box]]'],
    ['Type[Box]', 'type[crate.Box]'],
    // A container alone is as likely a class of the package.
    ['Sequence', undefined],
    ['', undefined],
    ['str', undefined],
    ['None', undefined],
    ['Any', undefined],
    ['Box | str', undefined],
    ['Union[Box, _NoArg]', undefined],
    ['Type[Box] | Box', undefined],
    ['Tuple[Box, Chest]', undefined],
    ['Tuple', undefined],
    ['dict[Box, str]', undefined],
    ['Callable[[Box], Chest]', undefined],
    ["Literal['Box']", undefined],
    ["Box | Literal['x']", undefined],
    ['Annotated[str, Form(pattern="Box")]', undefined],
    ['generic_fn_descriptor[Box]', undefined],
    ['hybrid_property[Box]', undefined],
    ['list[Box', undefined],
    ['list[Box]]', undefined],
    ['Box Chest', undefined],
    ['Box,', undefined],
    ['[', undefined],
    ['|', undefined],
    ['Box[', undefined],
    ['Optional[]', undefined],
    ['가방', undefined],
  ])('%j → %j', (annotation, type) => {
    expect(stubType(annotation, classNamed)).toBe(type);
  });
});

describe('ClassNames', () => {
  const names = new ClassNames(NAMES, MORE);

  it.each([
    ['what a module of the class imports', 'Box', 'shelf.Place', 'crate.Box'],
    ['a name of the same package', 'Chest', 'crate.Box', 'crate.Chest'],
    ['a name of a package that it uses', 'Chest', 'shelf.Place', 'crate.Chest'],
    ['a dotted name in the package around', 'boxes.OldBox', 'crate.Chest', 'crate.Box'],
    ['a qualified name', 'crate.Chest', 'shelf.Place', 'crate.Chest'],
    ['a name of a package that it does not use', 'Place', 'crate.Box', undefined],
    ['a dotted name that leads elsewhere', 'elsewhere.Box', 'crate.Chest', undefined],
    ['a function', 'pack', 'crate.Box', undefined],
    ['an enumeration', 'Size', 'crate.Box', undefined],
    ['a class without members', 'Options', 'crate.Box', undefined],
    ['an unknown name', 'Unheard', 'crate.Box', undefined],
  ])('%s', (_, written, owner, expected) => {
    expect(names.meantBy(written, owner)).toBe(expected);
  });

  it('does not decide between two classes of one name', () => {
    const twice = {
      ...NAMES,
      symbols: [...NAMES.symbols, { name: 'crate.old.Chest', kind: 'class', members: ['x'] }],
    };
    expect(new ClassNames(twice, MORE).meantBy('Chest', 'crate.errors.BoxError')).toBeUndefined();
  });
});

describe('attributeTypes', () => {
  it('has the attributes whose type is a public class with members', () => {
    expect(attributeTypes(NAMES, MORE).types).toEqual({
      crate: { Box: 'chest:crate.Chest lid:crate.Box', Chest: 'boxes:list[crate.Box] lid:crate.Box' },
      'crate.errors': { BoxError: 'box:crate.Box' },
      shelf: { Place: 'content:dict[Any,crate.Box]' },
    });
  });
});
