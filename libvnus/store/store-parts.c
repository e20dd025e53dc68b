/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what belongs to what: the parts of bodies and places, the narrower topics. */
#include "store/working-set-private.h"

#include "model/vnus-kind-private.h"
#include "model/vnus-reference-private.h"

static VnusKinds
find_kinds (void)
{
  VnusKinds kinds = 0;

  for (VnusKind kind = 1; kind < VNUS_N_KINDS; kind++)
    {
      guint n_fields;
      VnusField **fields = _vnus_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        if (_vnus_field_is_parent (fields[i]->name))
          kinds |= 1u << kind;
    }

  return kinds;
}

#define PARTS "SELECT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1)) AND field IN ('of', 'within', 'broader') AND kind "

/* Kind by kind, for an engine that of two lists takes only one through an index. */
static const char *
spell_each (void)
{
  static char *spelt = NULL;

  if (g_once_init_enter (&spelt))
    {
      const VnusKinds kinds = find_kinds ();
      GString *sql = g_string_new (NULL);

      for (VnusKind kind = 1; kind < VNUS_N_KINDS; kind++)
        if ((kinds & 1u << kind) != 0)
          g_string_append_printf (sql, "%s" PARTS "= '%s'", sql->len > 0 ? " UNION " : "", vnus_kind_to_string (kind));
      g_once_init_leave (&spelt, g_string_free (sql, FALSE));
    }

  return spelt;
}

gboolean
_vnus_store_add_parts (VnusSqlEngine  *engine,
                       GHashTable     *ids,
                       GCancellable   *cancellable,
                       GError        **error)
{
  const gboolean is_parted = engine->klass->is_parted;
  const char *sql = is_parted ? spell_each () : PARTS "IN (SELECT value FROM TEXTS($2))";
  g_autofree char *kinds = _vnus_store_json_of_kinds (find_kinds ());
  guint n;

  do
    {
      g_autofree char *json = _vnus_store_json_of_set (ids);
      const VnusSqlValue params[] = { _vnus_sql_text (json), _vnus_sql_text (kinds) };

      n = g_hash_table_size (ids);
      if (n > 0 && !_vnus_sql_run (engine, sql, params, is_parted ? 1 : 2, _vnus_store_take_id, ids, cancellable, error))
        return FALSE;
    }
  while (n < g_hash_table_size (ids));

  return TRUE;
}
