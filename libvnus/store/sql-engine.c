/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what all engines have in common. */
#include "store/sql-engine-private.h"

#define TEXTS "TEXTS("

char *
_vnus_sql_spell (const VnusSqlEngineClass *klass,
                 const char               *sql)
{
  GString *spelt = g_string_new (NULL);
  const char *rest = sql;

  for (const char *found = strstr (rest, TEXTS); found != NULL; found = strstr (rest, TEXTS))
    {
      const char *parameter = found + strlen (TEXTS);
      const char *end = strchr (parameter, ')');

      g_assert (end != NULL);
      g_string_append_len (spelt, rest, found - rest);
      g_string_append (spelt, klass->texts_open);
      g_string_append_len (spelt, parameter, end - parameter);
      g_string_append (spelt, klass->texts_close);
      rest = end + 1;
    }
  g_string_append (spelt, rest);

  return g_string_free (spelt, FALSE);
}
