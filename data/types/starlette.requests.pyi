from starlette.applications import Starlette
from starlette.datastructures import Address, FormData, Headers, QueryParams, State, URL

class HTTPConnection:
    app: Starlette
    url: URL
    base_url: URL
    headers: Headers
    query_params: QueryParams
    client: Address
    state: State
    def url_for(self) -> URL: ...
class Request(HTTPConnection):
    def form(self) -> FormData: ...
