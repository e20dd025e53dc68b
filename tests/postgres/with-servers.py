# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a test program with throw-away PostgreSQL servers at its side.

    with-servers.py NUMBER INIT PROGRAM [ARGUMENT]…

The program asks for what it needs, as server.h tells. With more than one server
the partitions of each fresh store lie on all of them; INIT is what makes a store in
the database that it is told.
"""
import concurrent.futures
import os
import re
import signal
import subprocess
import sys

import server
import spread

DATABASE = 'stores'
TEMPLATE = 'vnus'  # a store that is copied, where stores are spread

# What is tried by the thousand on SQLite is tried less often here: a round trip is longer.
SHARE = {1: 0.1, 3: 0.03}

# Few partitions, since each is made anew for each store.
FEW = '-c vnus.partitions=3'


class Stores:
    """A store is a schema of its own in one database."""

    def __init__(self, servers, init):
        self.servers = servers
        self.init = init
        self.number = 0
        self.texts = []  # of a spread store, one a server
        servers[0].make_database(DATABASE)

    def where(self, database, schema=None):
        options = FEW + (f' -c search_path={schema}' if schema else '')
        return self.servers[0].where(database, options=options)

    def make_template(self):
        subprocess.run([self.init, self.where(DATABASE)], check=True, stdout=sys.stderr)
        spread.spread(self.servers, DATABASE)
        self.texts = [one.run('pg_dump', '--inserts', f'--schema={TEMPLATE}', '-h', one.folder, '-U', server.OWNER,
                              DATABASE).stdout for one in self.servers]

    def copy_template(self, schema):
        if not self.texts:
            self.make_template()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            made = [pool.submit(one.sql, re.sub(rf"\b{TEMPLATE}\b(?=[.;'])", schema, text), DATABASE)
                    for one, text in zip(self.servers, self.texts)]
        for each in made:
            each.result()

    def new(self):
        """A place where no store is yet; on several servers, an empty one."""
        self.number += 1
        schema = f'store_{self.number}'
        if len(self.servers) == 1:
            self.servers[0].sql(f'create schema {schema}', DATABASE)
        else:
            self.copy_template(schema)
        return self.where(DATABASE, schema)

    def database(self):
        self.number += 1
        self.servers[0].make_database(f'database_{self.number}')
        return self.where(f'database_{self.number}')

    def restart(self, how=signal.SIGINT):
        for one in self.servers:
            one.stop(how)
        for one in self.servers:
            one.start()
        return 'restarted'

    def kill(self):
        return self.restart(signal.SIGQUIT)


def serve(stores, requests, answers):
    for line in requests:
        command = line.strip()
        try:
            answer = {'new': stores.new, 'database': stores.database, 'restart': stores.restart,
                      'kill': stores.kill}[command]()
        except (KeyError, OSError, RuntimeError, subprocess.SubprocessError) as trouble:
            print(f'# {command}: {trouble!r}', file=sys.stderr)
            return
        answers.write(answer + '\n')
        answers.flush()


def main():
    number, init, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    reason = server.missing()
    if reason is not None:
        print('1..0 # SKIP', reason)
        return

    scale = float(os.environ.get('VNUS_TEST_SCALE', '1'))
    with server.servers(number) as servers:
        request_out, request_in = os.pipe()
        answer_out, answer_in = os.pipe()
        environment = dict(os.environ, VNUS_TEST_SERVER=f'{answer_out},{request_in}',
                           VNUS_TEST_SERVERS=str(number), VNUS_TEST_SCALE=str(SHARE[number] * scale))
        with subprocess.Popen(command, env=environment, pass_fds=(answer_out, request_in)) as program:
            os.close(request_in)
            os.close(answer_out)
            with os.fdopen(request_out, encoding='utf-8') as requests, \
                 os.fdopen(answer_in, 'w', encoding='utf-8') as answers:
                serve(Stores(servers, init), requests, answers)
        sys.exit(program.returncode if program.returncode >= 0 else 1)


main()
