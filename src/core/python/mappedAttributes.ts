import type { Evaluator } from './evaluator';
import { instanceOf, type ClassRef, type Instance, type Value } from './values';

const MAPPED = 'sqlalchemy.orm.Mapped';
const INSTRUMENTED_ATTRIBUTE: ClassRef = { kind: 'named', path: 'sqlalchemy.orm.InstrumentedAttribute' };
/** What attributes hold on instances whose annotation is more than `Mapped`. */
const COLLECTIONS: Readonly<Record<string, ClassRef>> = {
  'sqlalchemy.orm.DynamicMapped': { kind: 'named', path: 'sqlalchemy.orm.AppenderQuery' },
  'sqlalchemy.orm.WriteOnlyMapped': { kind: 'named', path: 'sqlalchemy.orm.WriteOnlyCollection' },
};
const COLUMN_CLASSES = new Set([
  'sqlalchemy.Column',
  'sqlalchemy.orm.MappedColumn',
  'sqlalchemy.orm.Relationship',
  'sqlalchemy.orm.RelationshipProperty',
]);

/** SQLAlchemy's mapped attributes are expressions on the user's classes, and plain values on their instances. */
export function valueOfMappedAttribute(
  value: Instance,
  receiver: Value,
  evaluator: Evaluator,
): Value | undefined {
  const path = value.classRef.kind === 'named' ? value.classRef.path : '';
  const symbol = evaluator.known.symbols.resolve(path)?.name ?? path;
  const isUserClass =
    receiver.kind === 'class' || (receiver.kind === 'instance' && receiver.classRef.kind === 'class');
  if (!isUserClass) return value;
  const collection = Object.hasOwn(COLLECTIONS, symbol) ? COLLECTIONS[symbol] : undefined;
  if (collection === undefined && symbol !== MAPPED && !COLUMN_CLASSES.has(symbol)) return value;
  const types = collection !== undefined || symbol === MAPPED ? value.arguments : [];
  // Of the classes above only a `Column` is an expression with the same members itself.
  if (receiver.kind !== 'instance' && symbol === 'sqlalchemy.Column') return value;
  if (receiver.kind !== 'instance') return instanceOf(INSTRUMENTED_ATTRIBUTE, types);
  return collection === undefined ? types[0] : instanceOf(collection, types);
}
