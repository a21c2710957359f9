from pydantic.fields import FieldInfo

class ModelField:
    field_info: FieldInfo
