# An object store of a test that speaks S3 over TLS, and keeps to the condition of a write as it is told.
#
#   fake_store.py HOW CERTIFICATE KEY NAME FILE     begins with one thing; says its port, and ends with its input
import http.server
import ssl
import sys
import threading

how, certificate, key, name, file = sys.argv[1:]
things = {name: open(file, "rb").read()}
DATE = "Sat, 28 Nov 2026 12:00:00 GMT"


class Store(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("ETag", '"%d"' % (hash(body) & 0xFFFF))
        self.send_header("Last-Modified", DATE)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self):
        body = things.get(self.path.split("?")[0].removeprefix("/zegel/"))
        self.answer(404) if body is None else self.answer(200, body)

    do_HEAD = do_GET

    def do_DELETE(self):
        things.pop(self.path.removeprefix("/zegel/"), None)
        self.answer(204)

    def do_PUT(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        name = self.path.removeprefix("/zegel/")
        is_there = name in things and self.headers.get("If-None-Match") == "*"
        if how == "refuses-all":
            return self.answer(412)
        if not is_there or how in ("ignores", "says-no-and-overwrites"):
            things[name] = body
        self.answer(412 if is_there and how in ("keeps", "says-no-and-overwrites") else 200)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Store)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
