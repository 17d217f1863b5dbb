"""Where callbacks go: a small HTTP server that keeps what it is sent."""
import http.server, json, threading


class Receiver:
    def __init__(self, port=0):
        self.got = []
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                length = int(self.headers["Content-Length"])
                body = self.rfile.read(length)
                if len(body) < length:
                    self.close_connection = True
                    return  # killed in the middle of it: nobody was told anything
                receiver.got.append((self.path, dict(self.headers), body))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_): pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def url(self, path): return f"http://127.0.0.1:{self._server.server_port}{path}"

    def events(self, path):
        return [json.loads(body) for at, _, body in list(self.got) if at == path]

    def statuses(self, path): return [event["status"] for event in self.events(path)]

    def close(self):
        self._server.shutdown()
        self._server.server_close()
