# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a role that may only read has to be able to do, and what not."""
import time

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

GRANTS = """
    grant usage on schema vnus to reader;
    grant select on all tables in schema vnus to reader;
"""


def count_up(store):
    """One more topic; the revision."""
    changes = Vnus.ChangeSet.new()
    changes.add(Vnus.Topic.new(f'topic-{store.get_revision(None)}'), None)
    return store.commit(changes, -1, None)


def tables(one, database, schema):
    """What the tables, indexes and views of a store are."""
    columns = one.sql("select table_name, column_name, data_type, is_nullable, column_default, collation_name"
                      f" from information_schema.columns where table_schema = '{schema}' order by 1, 2", database)
    indexes = one.sql(f"select indexdef from pg_indexes where schemaname = '{schema}' order by 1", database)
    views = one.sql(f"select viewname, definition from pg_views where schemaname = '{schema}' order by 1", database)
    return [line.replace(schema + '.', '') for line in columns + indexes + views]


def assert_refused(case, change, flags):
    with case.assertRaises(GLib.Error) as caught:
        change()
    case.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.READ_ONLY), caught.exception)
    if flags == Vnus.StoreFlags.NONE:
        case.assertIn('this role may not do that here', caught.exception.message)


def assert_reads(case, writer, where):
    """`where`: the store that `writer` has open, as the role that may only read."""
    mine = Vnus.Chronicle.new('mine')
    mine.add(Vnus.Topic.new('mine'))
    empty = Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
    assert_refused(case, lambda: empty.fill(mine, None, None, None), Vnus.StoreFlags.NONE)

    first = count_up(writer)
    for flags in (Vnus.StoreFlags.READ_ONLY, Vnus.StoreFlags.NONE):
        reader = Vnus.Store.open(where, flags, None)
        query = Vnus.Query.parse('kind:topic')
        told = []
        reader.connect('changed', lambda _, revision: told.append(revision))
        reader.watch()

        revision = count_up(writer)
        deadline = time.monotonic() + 30
        while revision not in told and time.monotonic() < deadline:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.01)
        case.assertIn(revision, told)
        reader.unwatch()

        case.assertEqual(reader.get_revision(None), revision)
        case.assertEqual(reader.load(query, None, None, None).get_n_items(), revision)
        case.assertEqual(list(reader.count(query, None, None, None))[-2:], [revision, revision])
        case.assertEqual(reader.load_revision(first, None).get_n_items(), first)
        case.assertEqual(len(reader.list_commits(None, 0, 0, None)), revision)
        case.assertEqual(len(reader.list_commits('topic-0', 0, 0, None)), 1)
        case.assertEqual(reader.check(None), [])

        changes = Vnus.ChangeSet.new()
        changes.add(Vnus.Topic.new('mine'), None)
        assert_refused(case, lambda: reader.commit(changes, -1, None), flags)
        case.assertEqual(writer.get_revision(None), revision)
        case.assertEqual(writer.check(None), [])
