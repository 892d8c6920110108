"""The plugin as a process: a port on loopback, told to the engine, until the engine is gone."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import grpc
from pulumi.runtime.proto import provider_pb2_grpc

from simulation.plugin.engine import Engine
from simulation.plugin.provider import Provider

THREADS = 256
MESSAGE = 400 * 1024 * 1024
OPTIONS = [
    ("grpc.max_receive_message_length", MESSAGE),
    ("grpc.max_send_message_length", MESSAGE),
    ("grpc.so_reuseport", 0),
]


def serve(arguments: list[str]) -> None:
    """Answer the engine whose address is given, and end with it."""
    parent = int(os.environ.get("ENGINE_PROCESS") or os.getppid())
    address = next((argument for argument in arguments if ":" in argument), "")
    server, port = started(Engine(address))
    print(port, flush=True)
    threading.Thread(target=_end_with, args=[parent], daemon=True).start()
    server.wait_for_termination()


def started(engine: Engine) -> tuple[grpc.Server, int]:
    """A running server and its port."""
    server = grpc.server(ThreadPoolExecutor(THREADS), options=OPTIONS)
    provider_pb2_grpc.add_ResourceProviderServicer_to_server(Provider(engine), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    return server, port


def _end_with(parent: int) -> None:
    """An engine that was killed cannot say goodbye, and nobody reads what the plugin says."""
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(1)
