"""A callback receiver that outlives the service it judges: keeps every delivery, answers badly when told to."""
import http.server, json, random, threading
from standardwebhooks import Webhook, WebhookVerificationError


class Delivery:
    def __init__(self, headers, body, accepted):
        self.headers = {name.lower(): value for name, value in headers.items()}
        self.body, self.accepted, self.event = body, accepted, json.loads(body)
        self.id, self.participant = self.headers["webhook-id"], self.event["participant_id"]


class StrictReceiver:
    """`trouble`: the share of deliveries that are answered 503, by a generator with `seed`. What does not verify by `secret` when it
    arrives stands in `refused`."""

    def __init__(self, seed=0, trouble=0.0, secret=None):
        self.webhook, self.refused = Webhook(secret) if secret else None, []
        self.all, self.trouble, self._random, self._lock = [], trouble, random.Random(seed), threading.Lock()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with receiver._lock:
                    accepted = receiver._random.random() >= receiver.trouble
                    delivery = Delivery(self.headers, body, accepted)
                    receiver.all.append(delivery)
                    receiver.verify(delivery)
                self.send_response(200 if accepted else 503)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_): pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads, request_queue_size = True, 256

            def handle_error(self, *_): pass  # a service that was killed left its connection

        self._server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self): return f"http://127.0.0.1:{self._server.server_port}/status"

    def verify(self, delivery):
        try:
            if self.webhook: self.webhook.verify(delivery.body, delivery.headers)
        except WebhookVerificationError as error:
            self.refused.append((str(error), delivery.headers))

    def of(self, participant): return [d for d in list(self.all) if d.participant == participant]

    def ended(self, participant):
        """Whether the participant was told that the room has closed."""
        return any(d.accepted and d.event["type"] == "room.closed" for d in self.of(participant))

    def close(self):
        self._server.shutdown()
        self._server.server_close()
