# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the programs do when they cannot write: they say so and end with 1, and the
file that was there stays.

Usage: test-outputs.py yes|no PROGRAM… (whether vnus-timeline draws PNG and PDF)
"""
import errno
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

import tap

DRAWS = sys.argv[1] == 'yes'
PROGRAMS = {pathlib.Path(path).name: path for path in sys.argv[2:]}
OLD = b'the old file\n'
TRIP = '''<trips><trip role="president" who="obama-barack"><id>3623</id><name>Barack Obama</name>
<start-date>2016-05-23</start-date><end-date>2016-05-25</end-date>
<country id="vietnam">Vietnam</country><locale>Hanoi</locale><remarks>Met with President Tran Dai Quang.</remarks></trip></trips>'''

# Ending of the file, program, arguments; {store} and {trips} are made below. Each
# way of writing of each program, to -o FILE.
WITH_OUTPUT = [
    ('txt', 'vnus-ask', '--list'),
    ('txt', 'vnus-brief', 'vietnam-us'),
    ('txt', 'vnus-check', '--template visit'),
    ('jsonl', 'vnus-convert', 'vietnam-us'),
    ('csv', 'vnus-convert', 'vietnam-us --kind visit'),
    ('json', 'vnus-import', 'travels {trips}'),
    ('json', 'vnus-import', 'travels {trips} --apply'),
    ('csv', 'vnus-query', 'vietnam-us kind:visit'),
    ('json', 'vnus-store', 'export {store}'),
    ('svg', 'vnus-timeline', 'vietnam-us us-vn-trade'),
] + [('png', 'vnus-timeline', 'vietnam-us us-vn-trade'), ('pdf', 'vnus-timeline', 'vietnam-us us-vn-trade')] * DRAWS

# Opening a store writes beside it as well.
WITHOUT_STORE = [row for row in WITH_OUTPUT if row[1] != 'vnus-store']

# These write to standard output alone.
WITHOUT = [
    ('', 'vnus-date', 'parse'),
    ('', 'vnus-date', 'sort'),
    ('', 'vnus-store', 'log {store}'),
    ('', 'vnus-store', 'check {store}'),
]


class Outputs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.folder.chmod(0o755)
        cls.trips, cls.store = cls.folder / 'trips.xml', cls.folder / 'store.vnus'
        cls.trips.write_text(TRIP, encoding='utf-8')
        subprocess.run([PROGRAMS['vnus-store'], 'import', cls.store, 'vietnam-us'], check=True, stdout=subprocess.DEVNULL)

    def setUp(self):
        self.out = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        self.addCleanup(shutil.rmtree, self.out)

    def run_program(self, program, arguments, *more, **options):
        words = arguments.format(trips=self.trips, store=self.store).split()
        options = {'stdout': subprocess.PIPE, 'input': '2001-02\n', **options}
        return subprocess.run([PROGRAMS[program], *words, *map(str, more)], stderr=subprocess.PIPE, encoding='utf-8', **options)

    def assert_told(self, done, code, *words):
        self.assertEqual(done.returncode, 1, done.stderr)
        for word in (os.strerror(code), *words):
            self.assertIn(word, done.stderr)

    def assert_fails(self, code, path, **options):
        """With the file `path` makes of an ending: all fails, the old file stays and nothing is beside it."""
        for ending, program, arguments in WITH_OUTPUT:
            with self.subTest(program=program, arguments=arguments, ending=ending):
                target = path(ending)
                before = sorted(target.parent.iterdir()) if target.parent.is_dir() else None
                self.assert_told(self.run_program(program, arguments, '-o', target, **options), code, str(target))
                if before is not None:
                    self.assertEqual(sorted(target.parent.iterdir()), before)
                if target.is_file():
                    self.assertEqual(target.read_bytes(), OLD)

    def put(self, ending):
        target = self.out / ('x.' + ending)
        target.write_bytes(OLD)
        return target

    def test_written(self):
        """With nothing in the way each writes; the mode stays, and a link stays a link."""
        for ending, program, arguments in WITH_OUTPUT:
            with self.subTest(program=program, arguments=arguments, ending=ending):
                target, link = self.put(ending), self.out / ('link.' + ending)
                target.chmod(0o640)
                link.unlink(missing_ok=True)
                link.symlink_to(target.name)
                done = self.run_program(program, arguments, '-o', link)
                self.assertIn(done.returncode, (0, 1), done.stderr)
                self.assertTrue(link.is_symlink())
                self.assertNotEqual(target.read_bytes(), OLD)
                self.assertEqual(target.stat().st_mode & 0o777, 0o640)

    def test_no_such_folder(self):
        self.assert_fails(errno.ENOENT, lambda ending: self.out / 'nowhere' / ('x.' + ending))

    def test_log_of_what_was_not_made(self):
        """A log comes before the changes it tells; if they are not made, that is told too."""
        log, target = self.out / 'log.csv', self.out / 'nowhere' / 'x.json'
        done = self.run_program('vnus-import', 'travels {trips} --apply', '--log', log, '-o', target)
        self.assert_told(done, errno.ENOENT, str(target), f'the changes in {log} were not made')
        self.assertEqual(done.stdout, '')
        self.assertTrue(log.exists())

    def test_folder_in_its_place(self):
        def path(ending):
            folder = self.out / ('folder.' + ending)
            folder.mkdir(exist_ok=True)
            return folder
        self.assert_fails(errno.EISDIR, path)

    def test_full_device(self):
        """By a link, so that a program that replaces what it writes to breaks nothing but this test."""
        def path(ending):
            link = self.out / ('full.' + ending)
            if not link.is_symlink():
                link.symlink_to('/dev/full')
            return link
        self.assert_fails(errno.ENOSPC, path)
        self.assertTrue(all(path.is_symlink() for path in self.out.iterdir()))

    def test_short_write(self):
        """The first write takes ten bytes, the next one none."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
        for ending, program, arguments in WITHOUT_STORE:
            with self.subTest(program=program, arguments=arguments, ending=ending):
                target = self.put(ending)
                before = sorted(self.out.iterdir())
                done = self.run_program(program, arguments, '-o', target, preexec_fn=limit)
                self.assert_told(done, errno.EFBIG, str(target))
                self.assertEqual((target.read_bytes(), sorted(self.out.iterdir())), (OLD, before))

    @unittest.skipUnless(os.geteuid() == 0, 'only root can mount a small disk')
    def test_full_disk(self):
        disk = self.out / 'disk'
        disk.mkdir()
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], stderr=subprocess.DEVNULL).returncode:
            self.skipTest('no disk can be mounted here')
        self.addCleanup(subprocess.run, ['umount', disk], check=True)
        for ending in {row[0] for row in WITH_OUTPUT}:
            (disk / ('x.' + ending)).write_bytes(OLD)
        with open(disk / 'filler', 'wb', buffering=0) as filler:
            try:
                while filler.write(bytes(4096)):
                    continue
            except OSError:
                pass
        self.assert_fails(errno.ENOSPC, lambda ending: disk / ('x.' + ending))

    @unittest.skipUnless(os.geteuid() == 0, 'only root can become somebody else')
    def test_no_permission(self):
        nobody = {'user': 65534, 'group': 65534, 'extra_groups': []}
        try:
            self.run_program('vnus-date', 'parse', **nobody)
        except PermissionError:
            self.skipTest('nobody else can run the programs here')
        self.out.chmod(0o755)
        for ending, program, arguments in WITHOUT_STORE:
            with self.subTest(program=program, arguments=arguments, ending=ending):
                target = self.put(ending)
                self.assert_told(self.run_program(program, arguments, '-o', target, **nobody), errno.EACCES, str(target))
                self.assertEqual(target.read_bytes(), OLD)

    def test_standard_output(self):
        for ending, program, arguments in WITHOUT + WITH_OUTPUT:
            with self.subTest(program=program, arguments=arguments, ending=ending):
                if '--apply' in arguments:
                    continue
                form = ['--to', ending] if program == 'vnus-convert' else ['--format', ending] if ending in ('png', 'pdf') else []
                with open('/dev/full', 'wb') as full:
                    done = self.run_program(program, arguments, *form, stdout=full)
                self.assert_told(done, errno.ENOSPC, program, 'cannot be written')


if __name__ == '__main__':
    tap.main()
