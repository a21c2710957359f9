from typing import Callable
from fastapi.dependencies.models import Dependant
from fastapi.utils import ModelField
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute

class APIRoute(Route):
    dependant: Dependant
    body_field: ModelField
    response_field: ModelField
    response_class: type[Response]
    def get_route_handler(self) -> Callable[[Request], Response]: ...
class APIWebSocketRoute(WebSocketRoute):
    dependant: Dependant
