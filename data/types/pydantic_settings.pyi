from typing import TypeVar
from pydantic import BaseModel

T = TypeVar("T")

class BaseSettings(BaseModel):
    model_config: SettingsConfigDict
    @classmethod
    def settings_customise_sources(cls) -> tuple[PydanticBaseSettingsSource, ...]: ...
class SettingsConfigDict: ...
class PydanticBaseSettingsSource:
    config: SettingsConfigDict
    settings_cls: type[BaseSettings]
class CliApp:
    @staticmethod
    def run(model_cls: type[T]) -> T: ...
    @staticmethod
    def run_subcommand(model: T) -> T: ...
