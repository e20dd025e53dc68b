# SPDX-License-Identifier: LGPL-2.1-or-later
"""How long a chronicle takes into a PostgreSQL store, against psql's \\copy of the same rows.

    postgres.py GENERATE

Both begin with empty tables, whose indexes rest meanwhile and are made at the end,
in one transaction, on one server. What bounds it: the server, which takes in the same
bytes either way; the library has to make them of records, psql only reads them.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'postgres'))

import gi
gi.require_version('Vnus', '1')
from gi.repository import Gio, Vnus

import server

N_EVENTS = round(100000 * float(os.environ.get('VNUS_TEST_SCALE', '1')))
N_ROUNDS = 3
TABLES = ('commits', 'records', 'terms', 'names')
RESTING = ('changes', 'records', 'terms', 'names')


def indexes_of(one, schema):
    """The statements that drop the indexes which rest, and those that make them."""
    drop, make = [], []
    like = ' or '.join(f"tablename like '{table}%'" for table in RESTING)
    for line in one.sql(f"select tablename, indexname, indexdef from pg_indexes where schemaname = '{schema}' and ({like})", 'bench'):
        table, index, text = line.split('|')
        if index.endswith('_pkey'):
            drop.append(f'alter table {schema}.{table} drop constraint {index}')
            make.append(f'alter table {schema}.{table} add primary key {text[text.index("(") :]}')
        else:
            drop.append(f'drop index {schema}.{index}')
            make.append(text)
    return drop, make


def make_store(one, schema):
    one.sql(f'create schema {schema}', 'bench')
    return Vnus.Store.open(one.where('bench', options=f'-c search_path={schema}'), Vnus.StoreFlags.CREATE, None)


def fill(one, schema, chronicle):
    store = make_store(one, schema)
    start = time.monotonic()
    store.fill(chronicle, 'bench', None, None)
    return time.monotonic() - start


def copy(one, schema, folder):
    make_store(one, schema)
    drop, make = indexes_of(one, schema)
    copies = [f"\\copy {schema}.{table} from '{folder}/{table}'" for table in TABLES]
    text = '\n'.join(['begin;', *(line + ';' for line in drop), *copies, "set local maintenance_work_mem = '256MB';",
                      *(line + ';' for line in make), *(f'analyze {schema}.{table};' for table in RESTING), 'commit;'])
    start = time.monotonic()
    one.sql(text, 'bench')
    return time.monotonic() - start


def main():
    if server.missing() is not None:
        print('# skipped:', server.missing(), file=sys.stderr)
        return
    with tempfile.TemporaryDirectory(dir='/tmp') as folder, server.servers(1, '/tmp') as (one,):
        document = pathlib.Path(folder) / 'world.json'
        with open(document, 'wb') as file:
            subprocess.run([sys.argv[1], '--events', str(N_EVENTS)], check=True, stdout=file)
        chronicle = Vnus.Chronicle.load_file(Gio.File.new_for_path(str(document)), Vnus.LoadFlags.NONE, None)
        one.make_database('bench')
        filled = [fill(one, 'first', chronicle)]
        for table in TABLES:
            one.sql(f"\\copy (select * from first.{table}) to '{folder}/{table}'", 'bench')
        copied = []
        for i in range(N_ROUNDS):
            copied.append(copy(one, f'copied{i}', folder))
            one.sql(f'drop schema copied{i} cascade', 'bench')
            filled.append(fill(one, f'filled{i}', chronicle))
            one.sql(f'drop schema filled{i} cascade', 'bench')
        ratios = sorted(b / a for a, b in zip(filled[1:], copied))
        records = chronicle.get_n_items()
        rows = sum(int(one.sql(f'select count(*) from first.{table}', 'bench')[0]) for table in TABLES)
        print('# figure', json.dumps({
            'what': 'bulk load into PostgreSQL, as a share of \\copy', 'median': statistics.median(ratios), 'low': ratios[0],
            'high': ratios[-1], 'at-least': 0.8,
            'absolutes': f'{records} records, {rows} rows: fill {statistics.median(filled[1:]):.2f} s,'
                         f' \\copy {statistics.median(copied):.2f} s'}))


main()
