"""What can be asked of stored files."""

from pathlib import Path

from wangge.lib.file_kind import FileKind
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.files.adapters import shelves
from wangge.registers.files.models import StoredFile


def path_of(file: StoredFile) -> Path:
    """Where the bytes of a file lie. 404 if the shelf is empty (a lost disk)."""
    path = shelves.path_of(file.digest)
    if not path.is_file():
        raise Refusal.not_found(Message("file.thing"))
    return path


def is_image(file: StoredFile) -> bool:
    """Whether browsers may show it; any other file is offered for saving only."""
    return FileKind(file.media_type).is_image
