# SPDX-License-Identifier: LGPL-2.1-or-later
"""How long a chronicle takes into a PostgreSQL store, against psql's \\copy of the same rows;
how long the working set of one relation takes out of it, against psql's SELECT of the same
bodies, and as the store grows tenfold around it.

    postgres.py GENERATE

To be filled, both begin with empty tables, whose indexes rest meanwhile and are made at the end,
in one transaction, on one server. What bounds it: the server, which takes in the same
bytes either way; the library has to make them of records, psql only reads them. A working
set is a look into an index of each partition for each record of it, and its bodies.
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

# What is asked of it has the same answer however large the rest is.
RELATION = 's000-s001'
N_OWN = 4200
N_LOADS = 15


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


def generate(folder, n_events, *options):
    document = pathlib.Path(folder) / 'world.json'
    with open(document, 'wb') as file:
        subprocess.run([sys.argv[1], '--events', str(n_events), *options], check=True, stdout=file)
    return Vnus.Chronicle.load_file(Gio.File.new_for_path(str(document)), Vnus.LoadFlags.NONE, None)


def seconds(do):
    start = time.monotonic()
    do()
    return time.monotonic() - start


def select(one, schema, ids):
    """How long psql takes over the bodies of records, by its own clock, each time."""
    # As a list of its own, since for a long one of constants the server reads the whole table.
    asked = f"select body from {schema}.records where id = any (array (select unnest ('{{{','.join(ids)}}}'::text[])));\n"
    said = one.sql('\\timing on\n\\o /dev/null\n' + asked * N_LOADS, 'bench')
    return [float(line.split()[1]) / 1000 for line in said if line.startswith('Time: ')]


def load(one, folder, n_events):
    """The shortest times of the relation and of psql, and how many records it has, of how many."""
    schema = f'loaded{n_events}'
    chronicle = generate(folder, n_events, '--own', str(N_OWN))
    store = make_store(one, schema)
    store.fill(chronicle, 'bench', None, None)
    query = Vnus.Query.parse('relation:' + RELATION)
    found = store.load(query, None, None, None)
    ids = [found.get_item(i).get_id() for i in range(found.get_n_items())]
    times = [seconds(lambda: store.load(query, None, None, None)) for _ in range(N_LOADS)]
    bare = select(one, schema, ids)
    del store
    one.sql(f'drop schema {schema} cascade', 'bench')
    return min(times), min(bare), len(ids), chronicle.get_n_items()


def bench_loads(one, folder):
    few, many = load(one, folder, N_EVENTS // 10), load(one, folder, N_EVENTS)
    absolutes = '; '.join(f'{n} of {of} records: {took * 1000:.0f} ms, psql {bare * 1000:.0f} ms'
                          for took, bare, n, of in (few, many))
    for what, ratio, bound in (
            ('the working set of a relation in PostgreSQL, ten times as many events around it', many[0] / few[0], {'at-most': 1.5}),
            ('the same, to the SELECT of its bodies by their ids', many[0] / many[1], {})):
        print('# figure', json.dumps({'what': what, 'median': ratio, 'low': ratio, 'high': ratio, 'absolutes': absolutes, **bound}))


def main():
    if server.missing() is not None:
        print('# skipped:', server.missing(), file=sys.stderr)
        return
    with tempfile.TemporaryDirectory(dir='/tmp') as folder, server.servers(1, '/tmp') as (one,):
        chronicle = generate(folder, N_EVENTS)
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
                         f' \\copy {statistics.median(copied):.2f} s'}), flush=True)
        one.sql('drop schema first cascade', 'bench')
        bench_loads(one, folder)


main()
