/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Asking an engine whose every statement has to succeed. */
#pragma once

#include <glib.h>

#include "store/postgres-private.h"

#include "server.h"

static inline VnusSqlEngine *
open_at (const char     *where,
         VnusStoreFlags  flags)
{
  g_autoptr (GError) error = NULL;
  VnusSqlEngine *engine = _vnus_postgres_engine_open (where, flags, NULL, &error);

  g_assert_no_error (error);
  return engine;
}

static inline VnusSqlEngine *
open_store (const char *where)
{
  g_autoptr (GError) error = NULL;
  VnusSqlEngine *engine = open_at (where, VNUS_STORE_FLAGS_CREATE);

  engine->klass->set_up (engine, TRUE, NULL, &error);
  g_assert_no_error (error);
  return engine;
}

static inline gboolean
append_row (const VnusSqlValue  *columns,
            guint                n_columns,
            gpointer             user_data,
            GError             **error)
{
  GString *rows = user_data;

  for (guint i = 0; i < n_columns; i++)
    {
      if (rows->len > 0)
        g_string_append_c (rows, '|');
      if (columns[i].type == VNUS_SQL_TEXT)
        g_string_append_len (rows, columns[i].text, (gssize) columns[i].length);
      else if (columns[i].type == VNUS_SQL_INTEGER)
        g_string_append_printf (rows, "#%" G_GINT64_FORMAT, columns[i].integer);
    }
  return TRUE;
}

/* All that a statement answers, in a transaction of its own. */
static inline char *
ask (VnusSqlEngine *engine,
     const char    *sql)
{
  g_autoptr (GError) error = NULL;
  GString *rows = g_string_new (NULL);

  engine->klass->begin (engine, VNUS_SQL_READ, NULL, &error);
  g_assert_no_error (error);
  _vnus_sql_run (engine, sql, NULL, 0, append_row, rows, NULL, &error);
  g_assert_no_error (error);
  engine->klass->commit (engine, &error);
  g_assert_no_error (error);

  return g_string_free (rows, FALSE);
}

#define assert_answer(engine, sql, answer) \
  G_STMT_START { \
    g_autofree char *answer_ = ask (engine, sql); \
    g_assert_cmpstr (answer_, ==, answer); \
  } G_STMT_END

static inline void
do_run (VnusSqlEngine *engine,
        const char    *sql)
{
  g_autoptr (GError) error = NULL;

  _vnus_sql_run (engine, sql, NULL, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static inline void
do_begin (VnusSqlEngine  *engine,
          VnusSqlPurpose  purpose)
{
  g_autoptr (GError) error = NULL;

  engine->klass->begin (engine, purpose, NULL, &error);
  g_assert_no_error (error);
}

static inline void
do_commit (VnusSqlEngine *engine)
{
  g_autoptr (GError) error = NULL;

  engine->klass->commit (engine, &error);
  g_assert_no_error (error);
}

static inline void
change (VnusSqlEngine *engine,
        const char    *sql)
{
  do_begin (engine, VNUS_SQL_WRITE);
  do_run (engine, sql);
  do_commit (engine);
}

static inline char *
new_place (void)
{
  char *where = server_ask ("new");

  g_assert_nonnull (where);
  return where;
}

static inline char *
new_database (void)
{
  char *where = server_ask ("database");

  g_assert_nonnull (where);
  return where;
}
