from uvicorn.server import ServerState

class Config: ...
class Server:
    config: Config
    server_state: ServerState
