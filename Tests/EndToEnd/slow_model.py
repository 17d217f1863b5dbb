"""A language model that tells a long story, slowly: an answer that is still being made when somebody interrupts it."""
import http.server, json, threading, time

GREETING, STORY = "Good morning.", [f"We visited home number {n}." for n in range(1, 61)]
SECOND_ANSWER = "Every child wants one."
# A sentence lasts about two seconds: enough to be ahead of the listener, slow enough to be at it for the whole test.
SECONDS_PER_SENTENCE = 0.3


class SlowModel:
    """A Chat Completions server at `url`; `requests` are the bodies it was sent."""

    def __init__(self):
        self.requests = []
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def heard_of_the_story(self):
        """What the model is told it has said itself, when it is asked for the second time."""
        return [message["content"] for message in self.requests[-1]["messages"] if message["role"] == "assistant"][-1]

    def _answer(self, request):
        self.requests.append(request)
        heard = [message["content"] for message in request["messages"] if message["role"] == "user"][-1].lower()
        return [GREETING] if "hello" in heard else STORY if "customers" in heard else [SECOND_ANSWER]

    def _handler(self):
        model = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                try:
                    for sentence in model._answer(request):
                        self._event({"delta": {"content": sentence + " "}, "finish_reason": None})
                        time.sleep(SECONDS_PER_SENTENCE)
                    self._event({"delta": {}, "finish_reason": "stop"})
                    self.wfile.write(b"data: [DONE]\n\n")
                except OSError:
                    pass  # nobody listens any more

            def _event(self, choice):
                chunk = {"object": "chat.completion.chunk", "choices": [{"index": 0, **choice}]}
                self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")

            def log_message(self, *_): pass

        return Handler
