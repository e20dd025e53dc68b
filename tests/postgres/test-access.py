# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who gets into a PostgreSQL store, how, and what is said of it."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

import proxy
import server
import tap

PASSWORD = 'hunter2 "\'%=&@:/\\ #ổ'
WRONG = 'hunter3 "\'%=&@:/\\ #ổ'


def setUpModule():
    global one, servers
    servers = server.servers(1)
    (one,) = servers.__enter__()
    one.make_database('store')
    Vnus.Store.open(one.where('store'), Vnus.StoreFlags.CREATE, None)


def tearDownModule():
    servers.__exit__(None, None, None)


class Access(unittest.TestCase):
    def refused(self, where, code):
        """The message with which a place is refused."""
        with self.assertRaises(GLib.Error) as caught:
            Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
        self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), code), caught.exception)
        return caught.exception.message

    def test_password(self):
        literal = PASSWORD.replace("'", "''")
        one.sql(f"create role secret login password '{literal}'; grant usage on schema vnus to secret;"
                ' grant select on all tables in schema vnus to secret', 'store')
        store = Vnus.Store.open(one.where('store', 'secret', PASSWORD), Vnus.StoreFlags.READ_ONLY, None)
        self.assertEqual(store.get_revision(None), 0)

        message = self.refused(one.where('store', 'secret', WRONG), Vnus.StoreError.UNREACHABLE)
        self.assertIn('password authentication failed', message)
        for part in ('hunter', 'secret', str(one.folder)):
            self.assertNotIn(part, message)

    def test_nothing_is_logged(self):
        """Nor told to the terminal, with all that GLib can be made to tell."""
        program = ('import sys, gi; gi.require_version ("Vnus", "1")\n'
                   'from gi.repository import GLib, Vnus\n'
                   'for where in sys.argv[1:]:\n'
                   '    try: Vnus.Store.open (where, Vnus.StoreFlags.NONE, None)\n'
                   '    except GLib.Error as error: print (error.message)\n')
        places = [one.where('store', 'secret', WRONG), one.where('store', 'secret', PASSWORD), one.where('none', 'secret', PASSWORD),
                  one.where('store', 'nobody', PASSWORD), one.where('store', 'secret', PASSWORD, sslmode='hunter2'),
                  one.where('store', 'secret', PASSWORD, options='-c hunter2=1')]
        said = subprocess.run([sys.executable, '-c', program, *places], check=True, encoding='utf-8', stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, env=dict(os.environ, G_MESSAGES_DEBUG='all')).stdout
        self.assertGreaterEqual(len(said.splitlines()), 5)
        for part in ('hunter', urllib.parse.quote(PASSWORD, safe='')):
            self.assertNotIn(part, said)

    def test_a_name_that_does_not_exist(self):
        for where in (one.where('nowhere'), one.where('store', 'nobody')):
            message = self.refused(where, Vnus.StoreError.UNREACHABLE)
            self.assertIn('does not exist', message)
            self.assertNotIn('nobody', message)
            self.assertNotIn('nowhere', message)

    def test_least_privilege(self):
        one.sql('create role reader login; create role stranger login;'
                'grant usage on schema vnus to reader; grant select on all tables in schema vnus to reader', 'store')
        store = Vnus.Store.open(one.where('store', 'reader'), Vnus.StoreFlags.READ_ONLY, None)
        self.assertEqual(store.get_revision(None), 0)

        # Without a look at the schema, and without one at the tables.
        self.assertIn('may see', self.refused(one.where('store', 'stranger'), Vnus.StoreError.NOT_FOUND))
        one.sql('grant usage on schema vnus to stranger', 'store')
        self.assertIn('permission denied', self.refused(one.where('store', 'stranger'), Vnus.StoreError.READ_ONLY))


class Encryption(unittest.TestCase):
    """The options of TLS reach libpq as they are."""

    @classmethod
    def setUpClass(cls):
        if shutil.which('openssl') is None:
            raise unittest.SkipTest('openssl is not installed')
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.certificate, cls.key = cls.make_certificate('server')
        cls.other, _ = cls.make_certificate('other')

    @classmethod
    def make_certificate(cls, name):
        certificate, key = cls.folder / (name + '.crt'), cls.folder / (name + '.key')
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                        '-subj', '/CN=localhost', '-days', '2', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return certificate, key

    def open(self, between, **options):
        query = urllib.parse.urlencode(options, quote_via=urllib.parse.quote)
        self.addCleanup(between.close)
        return Vnus.Store.open(f'postgresql://{server.OWNER}@127.0.0.1:{between.port}/store?{query}', Vnus.StoreFlags.NONE, None)

    def refused(self, between, **options):
        with self.assertRaises(GLib.Error) as caught:
            self.open(between, **options)
        self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.UNREACHABLE))
        self.assertNotIn(str(self.folder), caught.exception.message)
        return caught.exception.message

    def test_verified(self):
        between = proxy.Proxy(one, self.certificate, self.key)
        store = self.open(between, sslmode='verify-full', sslrootcert=self.certificate)
        self.assertEqual(store.get_revision(None), 0)
        self.assertEqual(between.has_tls, 1)

    def test_another_authority(self):
        between = proxy.Proxy(one, self.certificate, self.key)
        self.assertIn('certificate verify failed', self.refused(between, sslmode='verify-full', sslrootcert=self.other))

    def test_no_encryption_where_it_is_required(self):
        between = proxy.Proxy(one)
        self.assertIn('does not support SSL', self.refused(between, sslmode='require'))
        self.assertIn(proxy.TLS_REQUEST, between.first)

    def test_disabled(self):
        between = proxy.Proxy(one, self.certificate, self.key)
        self.assertEqual(self.open(between, sslmode='disable').get_revision(None), 0)
        self.assertNotIn(proxy.TLS_REQUEST, between.first)


if __name__ == '__main__':
    if server.missing() is not None:
        print('1..0 # SKIP', server.missing())
        sys.exit(0)
    tap.main()
