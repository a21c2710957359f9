from typing import Iterable
from sqlalchemy import Column, ColumnCollection, Constraint

class SchemaItem: ...
class DefaultGenerator(SchemaItem):
    column: Column
class ColumnCollectionMixin:
    columns: ColumnCollection[Column]
class ColumnCollectionConstraint(ColumnCollectionMixin, Constraint, Iterable[Column]):
    c: ColumnCollection[Column]
