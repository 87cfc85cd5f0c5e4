"""Where bytes go: whole records or nothing, whatever happens to the run or to the disk."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Protocol

from depeche.errors import OutputError


class ByteSink(Protocol):
    """Takes whole records."""

    def write(self, data: bytes) -> None:
        """Write one record, or raise OutputError and leave no part of it."""

    def close(self) -> None:
        """End the output."""


def check_writable(path: Path) -> None:
    """Check that a file can be written there, before hours of work go into it.

    Raises:
        OutputError: its folder is missing, or a folder has its name.
    """
    if not path.parent.is_dir():
        raise OutputError(f"{path}: cannot be written (the folder {path.parent} does not exist)")
    if path.is_dir():
        raise OutputError(f"{path}: cannot be written (it is a folder)")


class FileSink:
    """A file or standard output, written without buffer: one call, one record.

    A record that does not fit is taken back, so that an interrupted run or a full disk leaves no half line.
    """

    def __init__(self, descriptor: int, name: str, *, owned: bool) -> None:
        self._descriptor = descriptor
        self._name = name
        self._owned = owned
        self._regular = stat.S_ISREG(os.fstat(descriptor).st_mode)

    @classmethod
    def open(cls, path: Path) -> FileSink:
        """Open a file for writing; what it held is replaced.

        Raises:
            OutputError: it cannot be written.
        """
        try:
            return cls(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), str(path), owned=True)
        except OSError as error:
            raise OutputError(f"{path}: cannot be written ({error.strerror})") from error

    def write(self, data: bytes) -> None:
        """Write one record.

        Raises:
            BrokenPipeError: the reader of the pipe is gone.
            OutputError: the disk is full, or the like.
        """
        start = os.lseek(self._descriptor, 0, os.SEEK_CUR) if self._regular else 0
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
        except BrokenPipeError:
            raise
        except BaseException as error:
            if self._regular:
                os.ftruncate(self._descriptor, start)
            if isinstance(error, OSError):
                raise OutputError(f"{self._name}: cannot be written ({error.strerror})") from error
            raise

    def close(self) -> None:
        """Close the file; standard output stays open."""
        if self._owned:
            os.close(self._descriptor)
