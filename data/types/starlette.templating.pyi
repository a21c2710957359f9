from starlette.responses import HTMLResponse

class Jinja2Templates:
    def TemplateResponse(self) -> HTMLResponse: ...
