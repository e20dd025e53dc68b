# SPDX-License-Identifier: LGPL-2.1-or-later
"""Throw-away PostgreSQL servers for tests.

Each server has a temporary data folder of its own and listens
on a Unix socket in it, never on the network. It runs as another user, since
PostgreSQL refuses to run as root, with the defaults of its packager otherwise:
what is committed is flushed to the disk.

    with server.servers (3) as (first, second, third):
        first.make_database ('store')
        program (first.where ('store'))

Nothing stays behind: a second process waits for this one to end, in whatever
way, then stops the servers and removes the folder.
"""
import contextlib
import glob
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

SKIP = 77  # the exit status by which meson knows a skipped test
OWNER = 'postgres'  # the superuser inside the servers


def programs():
    """The folder of initdb and postgres, the newest there is, or None."""
    versions = glob.glob('/usr/lib/postgresql/*/bin/initdb')
    versions.sort(key=lambda path: float(path.split('/')[4]))
    initdb = versions[-1] if versions else shutil.which('initdb')
    return pathlib.Path(initdb).parent if initdb else None


def account():
    """What runs a program as a user that PostgreSQL accepts."""
    if os.geteuid() != 0:
        return {}
    for name in (OWNER, 'nobody'):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {'user': user.pw_uid, 'group': user.pw_gid, 'extra_groups': []}
    return None


def missing():
    """Why no server can be started here, or None."""
    if programs() is None:
        return 'PostgreSQL is not installed (Debian: postgresql)'
    if account() is None:
        return 'there is no user but root to run PostgreSQL'
    return None


def cache():
    """Where a new data folder is kept for the tests that come, in the folder of the build."""
    folder = os.environ.get('G_TEST_BUILDDIR')
    return pathlib.Path(folder) / f'new-data-{programs().parent.name}' if folder else None


class Server:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / 'data'
        self.process = None

    def run(self, program, *arguments, **options):
        path = programs() / program
        return subprocess.run([path if path.exists() else program, *arguments], check=True, cwd=self.folder,
                              encoding='utf-8', stdout=subprocess.PIPE, **account(), **options)

    def init(self):
        """A new data folder, or a copy of one that another test has made: to make one takes
        a while. That need not survive a power cut."""
        kept = cache()
        if kept is not None and kept.is_dir():
            subprocess.run(['cp', '-a', kept, self.data], check=True)
            return
        self.run('initdb', '--no-sync', '-A', 'trust', '-U', OWNER, '-E', 'UTF8', '--locale=C.UTF-8', '-D', self.data)
        if kept is not None:
            mine = pathlib.Path(f'{kept}-{os.getpid()}')
            subprocess.run(['cp', '-a', self.data, mine], check=True)
            # Another was quicker.
            with contextlib.suppress(OSError):
                os.rename(mine, kept)
            shutil.rmtree(mine, ignore_errors=True)

    def make(self):
        self.init()
        settings = f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\nlog_min_messages = warning\n"
        with open(self.data / 'postgresql.conf', 'a', encoding='utf-8') as file:
            file.write(settings)
        # Whoever is called secret… has to show a password.
        access = self.data / 'pg_hba.conf'
        rules = access.read_text(encoding='utf-8')
        access.write_text('local all /^secret scram-sha-256\nlocal all secret scram-sha-256\n' + rules, encoding='utf-8')

    def copy_of(self, other):
        """The data folder of a stopped server, once more."""
        subprocess.run(['cp', '-a', other.data, self.data], check=True)
        path = self.data / 'postgresql.conf'
        path.write_text(path.read_text(encoding='utf-8').replace(str(other.folder), str(self.folder)), encoding='utf-8')

    def start(self):
        log = open(self.folder / 'log', 'a', encoding='utf-8')
        self.process = subprocess.Popen([programs() / 'postgres', '-D', self.data], cwd=self.folder, stdout=log,
                                        stderr=log, stdin=subprocess.DEVNULL, start_new_session=True, **account())
        deadline = time.monotonic() + 30
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError('PostgreSQL did not start:\n' + self.log())
            time.sleep(0.02)

    def answers(self):
        return subprocess.run([programs() / 'pg_isready', '-q', '-h', self.folder], check=False).returncode == 0

    def stop(self, how=signal.SIGINT):
        """SIGINT ends all connections, SIGQUIT does so without tidying up."""
        if self.process is not None:
            if self.process.poll() is None:
                self.process.send_signal(how)
            self.process.wait(30)
            self.process = None

    def log(self):
        return (self.folder / 'log').read_text(encoding='utf-8')

    def where(self, database, user=OWNER, password='', **options):
        """The connection string of a database."""
        login = user + (':' + urllib.parse.quote(password, safe='') if password else '')
        query = urllib.parse.urlencode(dict(options, host=str(self.folder)), quote_via=urllib.parse.quote)
        return f'postgresql://{login}@/{database}?{query}'

    def sql(self, text, database=OWNER, user=OWNER):
        """Runs statements; the rows of what they answer, fields parted by |."""
        answer = subprocess.run([programs() / 'psql', '-XqAt', '-v', 'ON_ERROR_STOP=1', '-h', self.folder, '-U', user,
                                 '-d', database, '-f', '-'], input=text, check=False, encoding='utf-8',
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if answer.returncode != 0:
            raise RuntimeError(answer.stderr)
        return answer.stdout.splitlines()

    def hold(self, database, schema):
        """A process that has locked the store for writing, until it is killed."""
        process = subprocess.Popen([programs() / 'psql', '-XqAt', '-h', self.folder, '-U', OWNER, '-d', database],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding='utf-8')
        process.stdin.write(f"begin; select 'locked' from {schema}.meta where name = 'writer' for update;\n")
        process.stdin.flush()
        process.stdout.readline()
        return process

    def make_database(self, name):
        self.sql(f'create database "{name}"')


def is_ours(pid, folder):
    """Whether that process is a server of this folder: numbers are used again."""
    try:
        return pid > 1 and os.fsencode(folder) in pathlib.Path(f'/proc/{pid}/cmdline').read_bytes()
    except OSError:
        return False


def clean_up(folder):
    for pid_file in pathlib.Path(folder).glob('*/data/postmaster.pid'):
        with contextlib.suppress(OSError, ValueError, IndexError):
            pid = int(pid_file.read_text(encoding='utf-8').split()[0])
            if is_ours(pid, folder):
                os.kill(pid, signal.SIGQUIT)
    for _ in range(100):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):
            return
        time.sleep(0.05)


def watch_over(folder):
    """Forks the process that cleans up after this one; its end of the pipe."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.close(writing)
        os.setsid()
        # A meson that kills the test waits for whoever holds its pipes.
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(null, descriptor)
        while os.read(reading, 1):
            pass
        clean_up(folder)
        os._exit(0)
    os.close(reading)
    return writing


def quick_folder():
    """In memory, where there is room: what tests write need not survive a power cut."""
    try:
        return '/dev/shm' if os.access('/dev/shm', os.W_OK) and shutil.disk_usage('/dev/shm').free > 2 << 30 else '/tmp'
    except OSError:
        return '/tmp'


@contextlib.contextmanager
def servers(number=1, where=None):
    """That many running servers, with their data below the folder `where`."""
    # Short, since the path of a Unix socket is.
    folder = tempfile.mkdtemp(prefix='vnus-pg-', dir=where or quick_folder())
    watch = watch_over(folder)
    # A test that is told to end runs what tidies up.
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    made = []
    try:
        os.chmod(folder, 0o755)
        for i in range(number):
            place = pathlib.Path(folder) / str(i + 1)
            place.mkdir()
            user = account()
            if user:
                os.chown(place, user['user'], user['group'])
            made.append(Server(place))
        made[0].make()
        for one in made[1:]:
            one.copy_of(made[0])
        for one in made:
            one.start()
        yield made
    finally:
        for one in made:
            one.stop(signal.SIGQUIT)
        clean_up(folder)
        os.close(watch)
        signal.signal(signal.SIGTERM, before)
