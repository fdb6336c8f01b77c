# An object store of a test that speaks S3 over TLS, begins with what lies in a folder, and lies as it is told.
#
#   lying_store.py CERTIFICATE KEY FOLDER     says its port; then each line of its input is a lie, as JSON, which takes the place of the one
#                                             before; it answers each with a line: what it was asked for since. Ends with its input
#
#   {}                          none
#   {"gives": {NAME: OTHER}}    the bytes of another thing, for a name
#   {"cuts": NAME}              a thing that ends with the first chunk of its content
#   {"drops": true}             says that it keeps what is put, and does not
#   {"hides": WORD}             lists nothing that has this word in its name
#   {"lists": [NAME]}           lists what is not there
#   {"clock": SECONDS}          gives times that are so far off
import email.utils
import hashlib
import http.server
import json
import os
import ssl
import sys
import threading
import time
import urllib.parse
from xml.sax.saxutils import escape

certificate, key, folder = sys.argv[1:]
things = {}
for number in os.listdir(folder):
    with open(os.path.join(folder, number), "rb") as file:
        name, _, content = file.read().partition(b"\n")
        things[name.decode()] = content
lie = {}
asked = []


def shown(name):
    body = things.get(lie.get("gives", {}).get(name, name))
    if body is not None and name == lie.get("cuts"):
        head = body.index(b"\n", body.index(b"\n--- ") + 1) + 1
        body = body[: head + 16 + (64 << 10) + 16]
    return body


class Store(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", headers=()):
        self.send_response_only(status)
        at = time.time() + lie.get("clock", 0)
        self.send_header("Date", email.utils.formatdate(at, usegmt=True))
        self.send_header("ETag", '"%s"' % hashlib.md5(body).hexdigest())
        self.send_header("Last-Modified", email.utils.formatdate(at, usegmt=True))
        for header, value in headers:
            self.send_header(header, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def name(self):
        return urllib.parse.unquote(urllib.parse.urlsplit(self.path).path).removeprefix("/zegel").lstrip("/")

    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        if "list-type" in query:
            return self.list(query)
        asked.append(self.name())
        body = shown(self.name())
        if body is None:
            return self.answer(404)
        ranged = self.headers.get("Range")
        if ranged and self.command == "GET":
            first, last = ranged.removeprefix("bytes=").split("-")
            first, last = int(first), min(int(last or len(body)), len(body) - 1)
            if first >= len(body):
                return self.answer(416)
            said = "bytes %d-%d/%d" % (first, last, len(body))
            return self.answer(206, body[first : last + 1], [("Content-Range", said)])
        self.answer(200, body)

    do_HEAD = do_GET

    def list(self, query):
        prefix = query.get("prefix", [""])[0]
        after = query.get("continuation-token", query.get("start-after", [""]))[0]
        hidden = lie.get("hides")
        names = sorted(name for name in set(things) | set(lie.get("lists", [])) if name.startswith(prefix))
        names = [name for name in names if name > after and not (hidden and hidden in name)]
        page = names[:1000]
        at = "2026-11-28T12:00:00.000Z"
        entry = "<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>x</ETag><Size>%d</Size></Contents>"
        body = "".join(entry % (escape(name), at, len(things.get(name, b""))) for name in page)
        if len(names) > len(page):
            body += "<NextContinuationToken>%s</NextContinuationToken>" % escape(page[-1])
        self.answer(200, ("<ListBucketResult>%s</ListBucketResult>" % body).encode())

    def do_DELETE(self):
        things.pop(self.name(), None)
        self.answer(204)

    def do_PUT(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.name() in things and self.headers.get("If-None-Match") == "*":
            return self.answer(412)
        if not lie.get("drops"):
            things[self.name()] = body
        self.answer(200)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Store)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
for line in sys.stdin:
    lie = json.loads(line)
    print(json.dumps(asked), flush=True)
    asked = []
