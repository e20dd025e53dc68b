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

#define PARTS(kinds) \
  "SELECT DISTINCT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1)) AND " kinds \
  " AND field IN ('of', 'within', 'broader')"

/* Adds what belongs to @ids, a JSON array, at one remove. */
static gboolean
add_parts_of (VnusSqlEngine  *engine,
              const char     *of,
              GHashTable     *ids,
              GCancellable   *cancellable,
              GError        **error)
{
  static const char listed[] = PARTS ("kind IN (SELECT value FROM TEXTS($2))"), one[] = PARTS ("kind = $2");
  const VnusKinds kinds = find_kinds ();
  VnusSqlValue params[2] = { _vnus_sql_text (of) };

  if (!engine->klass->is_parted)
    {
      g_autofree char *json = _vnus_store_json_of_kinds (kinds);

      params[1] = _vnus_sql_text (json);
      return _vnus_sql_run (engine, listed, params, G_N_ELEMENTS (params), _vnus_store_take_id, ids, cancellable, error);
    }

  /* Of two lists it takes only one through an index. */
  for (VnusKind kind = 1; kind < VNUS_N_KINDS; kind++)
    {
      params[1] = _vnus_sql_text (vnus_kind_to_string (kind));
      if ((kinds & 1u << kind) != 0 &&
          !_vnus_sql_run (engine, one, params, G_N_ELEMENTS (params), _vnus_store_take_id, ids, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_vnus_store_add_parts (VnusSqlEngine  *engine,
                       GHashTable     *ids,
                       GCancellable   *cancellable,
                       GError        **error)
{
  guint n;

  do
    {
      g_autofree char *json = _vnus_store_json_of_set (ids);

      n = g_hash_table_size (ids);
      if (n > 0 && !add_parts_of (engine, json, ids, cancellable, error))
        return FALSE;
    }
  while (n < g_hash_table_size (ids));

  return TRUE;
}
