from starlette.requests import HTTPConnection

class WebSocket(HTTPConnection):
    client_state: WebSocketState
    application_state: WebSocketState
class WebSocketState: ...
