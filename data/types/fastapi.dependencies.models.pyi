from fastapi.utils import ModelField

class Dependant:
    path_params: list[ModelField]
    query_params: list[ModelField]
    header_params: list[ModelField]
    cookie_params: list[ModelField]
    body_params: list[ModelField]
    dependencies: list[Dependant]
