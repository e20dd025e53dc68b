/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what belongs to what: the parts of bodies and places, the narrower topics. */
#include "store/working-set-private.h"

#include "model/vnus-kind-private.h"
#include "model/vnus-reference-private.h"

static char *
json_of_parts (void)
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

  return _vnus_store_json_of_kinds (kinds);
}

gboolean
_vnus_store_add_parts (VnusSqlEngine  *engine,
                       GHashTable     *ids,
                       GCancellable   *cancellable,
                       GError        **error)
{
  static const char sql[] =
    "SELECT DISTINCT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1)) AND kind IN (SELECT value FROM TEXTS($2))"
    " AND field IN ('of', 'within', 'broader')";
  g_autofree char *kinds = json_of_parts ();
  guint n;

  do
    {
      g_autofree char *json = _vnus_store_json_of_set (ids);
      const VnusSqlValue params[] = { _vnus_sql_text (json), _vnus_sql_text (kinds) };

      n = g_hash_table_size (ids);
      if (n > 0 && !_vnus_sql_run (engine, sql, params, G_N_ELEMENTS (params), _vnus_store_take_id, ids, cancellable, error))
        return FALSE;
    }
  while (n < g_hash_table_size (ids));

  return TRUE;
}
