#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Two editors, one store: a clash, and how it is resolved.

Usage: two-editors.py STORE, where no store is yet
"""
import sys

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus


class Editor:
    """Somebody with a part of the store, as of some revision."""

    def __init__(self, name, where, query):
        self.name = name
        self.store = Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
        self.query = Vnus.Query.parse(query)
        self.look()

    def look(self):
        """Loads what the query is about, as it is now."""
        self.revision = self.store.get_revision(None)
        self.chronicle = self.store.load(self.query, None, None, None)

    def rename(self, record_id, label):
        """A change set that gives a record another English name."""
        before = self.chronicle.lookup(record_id)
        after = before.duplicate()
        after.set_label(Vnus.Text.new('en', label))
        changes = Vnus.ChangeSet.new()
        changes.set_author(self.name)
        changes.set_reason('as the press release has it')
        changes.replace(before, after, None)
        return changes

    def commit(self, changes):
        self.revision = self.store.commit(changes, self.revision, None)
        print(f'{self.name}: revision {self.revision}')


def main(where):
    Vnus.Store.open(where, Vnus.StoreFlags.CREATE, None).fill(
        Vnus.Chronicle.open('vietnam-us'), 'importer', 'to begin with', None)

    an = Editor('An', where, 'relation:us-vn')
    ben = Editor('Ben', where, 'relation:us-vn')

    # Both change one record; the second to commit is told, and nothing is lost.
    an.commit(an.rename('biden-vn-2023', 'State visit of Joe Biden'))
    changes = ben.rename('biden-vn-2023', 'Visit of President Biden to Hanoi')
    try:
        ben.commit(changes)
    except GLib.Error as error:
        if not error.matches(Vnus.StoreError.quark(), Vnus.StoreError.CLASH):
            raise
        for clash in ben.store.list_clashes(changes, ben.revision, None):
            print(f'{ben.name}: {clash.get_record_id()}: {clash.dup_explanation("en")}')

    # Ben looks at what it is now, and decides again.
    ben.look()
    print(f'{ben.name} sees:', ben.chronicle.lookup('biden-vn-2023').get_label().get('en'))
    ben.commit(ben.rename('biden-vn-2023', 'State visit of Joe Biden to Hanoi'))

    for commit in ben.store.list_commits('biden-vn-2023', 0, 0, None):
        print(commit.get_revision(), commit.get_author(), '–', commit.get_reason())


if __name__ == '__main__':
    main(sys.argv[1])
