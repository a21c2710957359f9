from fastapi.routing import APIRoute
from starlette.applications import Starlette
from starlette.background import BackgroundTasks as StarletteBackgroundTasks
from starlette.datastructures import State, UploadFile as StarletteUploadFile
from starlette.routing import Router

class FastAPI(Starlette):
    router: APIRouter
    state: State
class APIRouter(Router):
    route_class: type[APIRoute]
class UploadFile(StarletteUploadFile): ...
class BackgroundTasks(StarletteBackgroundTasks): ...
