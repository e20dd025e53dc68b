# SPDX-License-Identifier: LGPL-2.1-or-later
"""Stands between a client and a PostgreSQL server, and does what a network may do.

It listens on the loopback interface and speaks to the Unix socket of a server. With
a certificate it is the end of the client's TLS, since a server on a Unix socket has
none.
"""
import contextlib
import socket
import ssl
import struct
import threading

TLS_REQUEST = struct.pack('!ii', 8, 80877103)
GSS_REQUEST = struct.pack('!ii', 8, 80877104)


class Proxy:
    def __init__(self, server, certificate=None, key=None):
        self.path = str(server.folder / '.s.PGSQL.5432')
        self.first = []        # what each connection began with
        self.has_tls = 0       # connections that were encrypted
        self.watch = None      # (from the client, bytes) → False where the connection is to break
        self.context = None
        if certificate is not None:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate, key)
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.listener.close()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def greet(self, client):
        """Answers requests to encrypt; the connection to go on with."""
        while True:
            begin = client.recv(8, socket.MSG_PEEK | socket.MSG_WAITALL)
            self.first.append(begin)
            if begin not in (TLS_REQUEST, GSS_REQUEST):
                return client
            client.recv(8)
            if begin == TLS_REQUEST and self.context is not None:
                client.sendall(b'S')
                client = self.context.wrap_socket(client, server_side=True)
                self.has_tls += 1
                return client
            client.sendall(b'N')

    def serve(self, client):
        server = socket.socket(socket.AF_UNIX)
        with contextlib.suppress(OSError), contextlib.closing(client), contextlib.closing(server):
            client = self.greet(client)
            server.connect(self.path)
            back = threading.Thread(target=self.pump, args=(server, client, False), daemon=True)
            back.start()
            self.pump(client, server, True)
            back.join()

    def pump(self, source, target, is_from_client):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if self.watch is not None and not self.watch(is_from_client, data):
                    break
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
