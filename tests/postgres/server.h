/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A test program asks with-servers.py, which runs it, for what only it can do:
 *
 *   new       the connection string of a schema without a store; where there are
 *             several servers, with an empty store that is spread over them
 *   database  the same of a database
 *   restart   all servers are stopped and started
 *   kill      the same, stopped without tidying up, as by a power cut
 */
#pragma once

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

/* (transfer full) (nullable): the answer; NULL where no servers are. */
static inline char *
server_ask (const char *command)
{
  const char *channel = g_getenv ("VNUS_TEST_SERVER");
  GString *answer;
  int in, out;
  char c;

  if (channel == NULL)
    return NULL;

  in = atoi (channel);
  g_assert_nonnull (strchr (channel, ','));
  out = atoi (strchr (channel, ',') + 1);
  g_assert_cmpint (write (out, command, strlen (command)), ==, (gssize) strlen (command));
  g_assert_cmpint (write (out, "\n", 1), ==, 1);

  answer = g_string_new (NULL);
  while (read (in, &c, 1) == 1 && c != '\n')
    g_string_append_c (answer, c);
  g_assert_cmpuint (answer->len, >, 0);

  return g_string_free (answer, FALSE);
}

/* Whether a new place is one where an empty store is already. */
static inline gboolean
server_is_spread (void)
{
  return g_getenv ("VNUS_TEST_SERVERS") != NULL && atoi (g_getenv ("VNUS_TEST_SERVERS")) > 1;
}
