from starlette.datastructures import State, URLPath
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Router

class Starlette:
    state: State
    router: Router
    routes: list[BaseRoute]
    user_middleware: list[Middleware]
    def url_path_for(self) -> URLPath: ...
