# SPDX-License-Identifier: LGPL-2.1-or-later
"""Spreads a store over several PostgreSQL servers, as docs/store-postgresql.md tells.

The tables stay partitioned on the first server; two partitions of three move to the
others and are attached from there through postgres_fdw.
"""
import server

PARTED = ('changes', 'records', 'terms', 'names', 'shards', 'undo')
SCHEMA = 'vnus'


def dump(first, database, tables):
    options = [f'--table={SCHEMA}.{table}' for table in tables]
    return first.run('pg_dump', '--no-owner', '-h', first.folder, '-U', server.OWNER, *options, database).stdout


def connect(first, others, database):
    """Tells the first server of the others. Who asks it asks them as the owner."""
    first.sql('create extension if not exists postgres_fdw', database)
    for i, other in enumerate(others, 2):
        first.sql(f"""
            create server shard{i} foreign data wrapper postgres_fdw
                options (host '{other.folder}', dbname '{database}', batch_size '500', fetch_size '5000',
                         async_capable 'true', use_remote_estimate 'false');
            create user mapping for public server shard{i}
                options (user '{server.OWNER}', password_required 'false')""", database)


def partitions(first, database):
    """(table, partition, bounds) each, those of one table in the order of their numbers."""
    parents = ', '.join(f"to_regclass ('{SCHEMA}.{table}')" for table in PARTED)
    lines = first.sql(f"""select parent.relname, child.relname, pg_get_expr (child.relpartbound, child.oid)
        from pg_inherits join pg_class as child on child.oid = inhrelid join pg_class as parent on parent.oid = inhparent
        where inhparent in ({parents}) order by parent.relname, length (child.relname), child.relname""", database)
    return [tuple(line.split('|')) for line in lines]


def move(first, other, number, database, pieces):
    """Moves partitions: (table, partition, bounds) each."""
    text = dump(first, database, [partition for _, partition, _ in pieces])
    # What is dumped alone is a table of its own there.
    lines = [line for line in text.splitlines() if ' ATTACH PARTITION ' not in line]
    other.make_database(database)
    other.sql('\n'.join([f'create schema {SCHEMA};', *lines]), database)
    first.sql('\n'.join(['begin;', *(f"""
        drop table {SCHEMA}.{partition};
        create foreign table {SCHEMA}.{partition} partition of {SCHEMA}.{table} {bounds} server shard{number}
            options (schema_name '{SCHEMA}', table_name '{partition}');""" for table, partition, bounds in pieces), 'commit;']), database)


def mark(first, database):
    """A row of shards in each partition, found by trying."""
    first.sql(f"""
        insert into {SCHEMA}.shards select distinct on (remainder) 'shard-' || n, revision from
            (select n, remainder, (select coalesce (max (revision), 0) from {SCHEMA}.commits) as revision
             from generate_series (1, 1000) as n,
                  generate_series (0, (select count (*)::int - 1 from pg_inherits where inhparent = '{SCHEMA}.shards'::regclass)) as remainder
             where satisfies_hash_partition ('{SCHEMA}.shards'::regclass,
                       (select count (*)::int from pg_inherits where inhparent = '{SCHEMA}.shards'::regclass),
                       remainder, 'shard-' || n)) as tried
        order by remainder, n""", database)


def spread(servers, database, start=0):
    """A store that is there, from the first server onto all: that of `start` gets the first
    partition of each table."""
    first, others = servers[0], servers[1:]
    connect(first, others, database)
    pieces = partitions(first, database)
    for i, other in enumerate(others, 1):
        move(first, other, i + 1, database,
             [piece for piece in pieces if (int(piece[1].rsplit('_')[-1]) + start) % len(servers) == i])
    mark(first, database)
