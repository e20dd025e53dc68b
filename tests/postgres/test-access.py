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
from gi.repository import Gio, GLib, Vnus

import proxy
import server
import tap
import watching

PROGRAM = sys.argv[1]
CORPUS = pathlib.Path(os.environ['G_TEST_SRCDIR']) / 'corpus'

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
                   'from gi.repository import Gio, GLib, Vnus\n'
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

    def test_without_privileges(self):
        one.sql('create role stranger login')
        # Without a look at the schema, and without one at the tables.
        self.assertIn('may see', self.refused(one.where('store', 'stranger'), Vnus.StoreError.NOT_FOUND))
        one.sql('grant usage on schema vnus to stranger', 'store')
        self.assertIn('permission denied', self.refused(one.where('store', 'stranger'), Vnus.StoreError.READ_ONLY))


    def test_reader(self):
        """A role that may only read can do all but change the store, and is told so."""
        one.make_database('read')
        writer = Vnus.Store.open(one.where('read'), Vnus.StoreFlags.CREATE, None)
        one.sql('create role reader login')
        one.sql(watching.GRANTS, 'read')
        watching.assert_reads(self, writer, one.where('read', 'reader'))


class Places(unittest.TestCase):
    """How a server is told: nothing of it in a message."""
    refused = Access.refused

    def test_spellings(self):
        """As key=value words, by a service file, in the environment."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        service = pathlib.Path(folder.name) / 'hidden-services.conf'
        service.write_text(f'[hidden]\nhost={one.folder}\nuser=secret\npassword=hunter2\ndbname=hidden\n'
                           f'[unreachable]\nhost=/hidden/hunter2\n', encoding='utf-8')
        os.environ['PGSERVICEFILE'] = str(service)
        self.addCleanup(os.environ.pop, 'PGSERVICEFILE')
        # A word “host=…” is no store string: it would be a file.
        for where in ('postgresql://?service=hidden', 'postgresql://?service=unreachable', 'postgresql://?service=hidden-none',
                      'postgresql:///hidden?host=/hidden&password=hunter2',
                      f'postgresql://secret@127.0.0.1:1/hidden?password=hunter2&connect_timeout=5'):
            with self.subTest(where=where):
                with self.assertRaises(GLib.Error) as caught:
                    Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
                self.assertEqual(caught.exception.domain, 'vnus-store-error-quark')
                for part in ('hunter', 'hidden', 'secret', str(one.folder)):
                    self.assertNotIn(part, caught.exception.message)

    def test_broken_strings(self):
        """What libpq repeats of them may have line breaks and quotes in it."""
        for where in ('postgresql://u:hun"ter2\nhunter3@[::1', 'postgresql://u:hunter2@[h]x\nhunter3', 'postgresql://u:hunter2@[h]x\n',
                      'postgresql://u:failed: hunter2@[h]x', 'postgresql://u:%zzhunter2\n"hunter3@h/db',
                      'postgresql://u@localhost:1/db?port=1\nhunter2', 'postgresql://u@hunter1\nhunter2.invalid/db'):
            with self.subTest(where=where):
                with self.assertRaises(GLib.Error) as caught:
                    Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
                self.assertEqual(caught.exception.domain, 'vnus-store-error-quark')
                for part in ('hun', 'ter2'):
                    self.assertNotIn(part, caught.exception.message)

    def test_programs(self):
        """Neither does the program tell it, whatever it is asked."""
        if PROGRAM == '-':
            self.skipTest('the programs are not built')
        log = subprocess.run([PROGRAM, 'log', one.where('store', 'secret', PASSWORD)], check=False, encoding='utf-8',
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        commit = subprocess.run([PROGRAM, 'check', one.where('store', 'secret', WRONG)], check=False, encoding='utf-8',
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(commit.returncode, 1)
        self.assertIn('failed', commit.stdout)
        for part in ('hunter', urllib.parse.quote(PASSWORD, safe=''), 'secret'):
            self.assertNotIn(part, log.stdout + commit.stdout)


class Schemas(unittest.TestCase):
    def test_stored(self):
        """A store that an older library made is brought to what this one makes."""
        for name in sorted((CORPUS / 'stores').glob('postgres-*.sql')):
            with self.subTest(name=name.name):
                database = name.stem
                one.make_database(database)
                one.sql(name.read_text(encoding='utf-8'), database)
                with self.assertRaises(GLib.Error) as caught:
                    Vnus.Store.open(one.where(database), Vnus.StoreFlags.READ_ONLY, None)
                self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.READ_ONLY))

                store = Vnus.Store.open(one.where(database), Vnus.StoreFlags.NONE, None)
                self.assertEqual(store.check(None), [])
                self.assertEqual([item.get_revision() for item in store.list_commits(None, 0, 0, None)], [2, 1])
                chronicle = Vnus.Chronicle.load_file(Gio.File.new_for_path(str(CORPUS / 'ruritania.json')), Vnus.LoadFlags.NONE, None)
                self.assertEqual(store.load_revision(1, None).to_json().get_data(), chronicle.to_json().get_data())
                self.assertEqual(watching.count_up(store), 3)

                # The tables are those of a store that is made now.
                one.sql('alter schema vnus rename to older', database)
                Vnus.Store.open(one.where(database, options='-c vnus.partitions=2'), Vnus.StoreFlags.CREATE, None)
                self.assertEqual(watching.tables(one, database, 'older'), watching.tables(one, database, 'vnus'))

    def test_newer(self):
        """Refused, and not touched."""
        one.make_database('newer')
        Vnus.Store.open(one.where('newer'), Vnus.StoreFlags.CREATE, None)
        one.sql("update vnus.meta set value = '1000' where name = 'schema'", 'newer')
        before = one.run('pg_dump', '-h', one.folder, '-U', server.OWNER, 'newer').stdout
        for flags in (Vnus.StoreFlags.NONE, Vnus.StoreFlags.CREATE, Vnus.StoreFlags.READ_ONLY):
            with self.assertRaises(GLib.Error) as caught:
                Vnus.Store.open(one.where('newer'), flags, None)
            self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.NEWER))
        after = one.run('pg_dump', '-h', one.folder, '-U', server.OWNER, 'newer').stdout
        self.assertEqual(*[[line for line in text.splitlines() if 'restrict' not in line] for text in (before, after)])


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
