"""Tasks for a process that is meant to die of them."""

import ctypes
import os
import re
import time


def misbehave(data: bytes) -> str:
    """Does what the data says."""
    match data.decode().split():
        case ["say", word]:
            return word
        case ["pid"]:
            return str(os.getpid())
        case ["crash"]:
            ctypes.string_at(0)
        case ["exit"]:
            os._exit(7)
        case ["sleep"]:
            time.sleep(3600)
        case ["spin"]:
            while True:
                pass
        case ["native", "spin"]:
            re.match("(a*)*b", "a" * 40)
        case ["grow"]:
            return str(len(bytearray(4_000_000_000)))
        case ["native", "grow"]:
            libc = ctypes.CDLL(None)
            libc.malloc.restype = ctypes.c_void_p
            if not libc.malloc(ctypes.c_size_t(4_000_000_000)):
                libc.abort()
        case ["print"]:
            os.write(1, b"out of turn" * 100)
            print("out of turn", flush=True)
        case ["raise"]:
            raise KeyError("somewhere")
    return "done"
