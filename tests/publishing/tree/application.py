"""Something in the place of the application, that tells what it was asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class _Teller(BaseHTTPRequestHandler):
    def _tell(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = f"{self.command} {self.path} of {self.headers['Host']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_OPTIONS = _tell  # noqa: N815  # names of the standard library

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def application() -> Iterator[str]:
    """Run it until the end of the ``with``; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Teller)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
