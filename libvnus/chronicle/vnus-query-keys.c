/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the keys of queries.
 *
 * Those in the table have a meaning of their own or stand for several fields.
 * After them comes every other field that can be asked for, by its name. */
#include "chronicle/vnus-query-private.h"

#include "base/vnus-compare-private.h"
#include "model/vnus-kind-private.h"

#define MAX_NAMES 6

/* In the order of a canonical text. */
static const struct
{
  const char *name;
  VnusMatter  matter;
  VnusKinds   targets;
  const char *fields[MAX_NAMES];
} own_keys[] = {
  { "kind", VNUS_MATTER_KIND, 0, { NULL } },
  { "id", VNUS_MATTER_ID, 0, { NULL } },
  { "host", VNUS_MATTER_FIELD, 0, { "host" } },
  { "capacity", VNUS_MATTER_CAPACITY, VNUS_KINDS (OFFICE) | VNUS_KINDS_BODIES, { NULL } },
  { "holding", VNUS_MATTER_HOLDING, VNUS_KINDS (OFFICE) | VNUS_KINDS_BODIES, { NULL } },
  { "when", VNUS_MATTER_WHEN, 0, { NULL } },
  { "status", VNUS_MATTER_FIELD, 0, { "status" } },
  { "topic", VNUS_MATTER_FIELD, 0, { "topics" } },
  { "text", VNUS_MATTER_TEXT, 0, { NULL } },
  { "place", VNUS_MATTER_FIELD, 0, { "places", "stops" } },
  { "role", VNUS_MATTER_ROLE, VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE), { NULL } },
  { "participant", VNUS_MATTER_ROLE, VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE), { NULL } },
  { "actor", VNUS_MATTER_ACTOR, VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE), { NULL } },
  { "party", VNUS_MATTER_FIELD, 0, { "parties", "party" } },
  { "relation", VNUS_MATTER_RELATION, VNUS_KINDS (RELATION), { "relation" } },
  { "level", VNUS_MATTER_FIELD, 0, { "level" } },
  { "rank", VNUS_MATTER_RANK, 0, { "rank" } },
  { "purpose", VNUS_MATTER_FIELD, 0, { "purposes" } },
  { "type", VNUS_MATTER_FIELD, 0, { "organization-type", "place-type", "source-type", "visit-type", "measure-type",
                                    "mechanism-type" } },
  { "channel", VNUS_MATTER_FIELD, 0, { "channel" } },
  { "occasion", VNUS_MATTER_FIELD, 0, { "occasions" } },
  { "seat", VNUS_MATTER_FIELD, 0, { "place" } },
  { "source", VNUS_MATTER_SOURCE, VNUS_KINDS (SOURCE), { NULL } },
};

/* Fields that are asked for in another way, or by text. */
static const char *const no_keys[] = { "aliases", "participants", "period", NULL };

typedef struct
{
  GHashTable *by_name; /* (element-type utf8 VnusQueryKey) */
  GPtrArray  *names;   /* (element-type utf8) in canonical order, each key once; NULL after the last */
} Registry;

static gboolean
can_be_asked (const VnusField *field)
{
  const guint types = 1u << VNUS_VALUE_TYPE_TEXT | 1u << VNUS_VALUE_TYPE_DATE | 1u << VNUS_VALUE_TYPE_REFERENCE |
                      1u << VNUS_VALUE_TYPE_ENUM | 1u << VNUS_VALUE_TYPE_INTEGER | 1u << VNUS_VALUE_TYPE_BOOLEAN |
                      1u << VNUS_VALUE_TYPE_STOP;

  return (types & 1u << field->type) != 0;
}

static void
add_field (VnusQueryKey *key,
           VnusKind      kind,
           VnusField    *field)
{
  VnusField **slots = key->fields[kind];
  guint n = 0;

  while (slots[n] != NULL)
    n++;
  g_assert (n < VNUS_KEY_MAX_FIELDS);

  slots[n] = field;
  key->types |= 1u << field->type;
  if (field->type == VNUS_VALUE_TYPE_STOP)
    key->targets |= VNUS_KINDS (PLACE) | VNUS_KINDS (STATE);
  key->targets |= field->targets;
}

static void
add_field_of_all_kinds (VnusQueryKey *key,
                        const char   *name)
{
  for (VnusKind kind = VNUS_KIND_STATE; (guint) kind < VNUS_N_KINDS; kind++)
    {
      VnusField *field = vnus_field_lookup (kind, name);

      if (field != NULL && can_be_asked (field))
        add_field (key, kind, field);
    }
}

static VnusQueryKey *
add_key (Registry   *registry,
         const char *name,
         VnusMatter  matter,
         VnusKinds   targets)
{
  VnusQueryKey *key = g_new0 (VnusQueryKey, 1);

  key->name = name;
  key->matter = matter;
  key->targets = targets;
  key->order = registry->names->len;
  g_hash_table_insert (registry->by_name, (gpointer) name, key);
  g_ptr_array_add (registry->names, (gpointer) name);

  return key;
}

static void
add_own_keys (Registry *registry)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_keys); i++)
    {
      VnusQueryKey *key = add_key (registry, own_keys[i].name, own_keys[i].matter, own_keys[i].targets);

      for (guint j = 0; j < MAX_NAMES && own_keys[i].fields[j] != NULL; j++)
        {
          add_field_of_all_kinds (key, own_keys[i].fields[j]);
          /* “purposes” is another way to write “purpose”. */
          if (j == 0 && !g_str_equal (key->name, "type") &&
              !g_hash_table_contains (registry->by_name, own_keys[i].fields[j]))
            g_hash_table_insert (registry->by_name, (gpointer) own_keys[i].fields[j], key);
        }
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
add_other_keys (Registry *registry)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (VnusKind kind = VNUS_KIND_STATE; (guint) kind < VNUS_N_KINDS; kind++)
    {
      guint n_fields;
      VnusField **fields = _vnus_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        if (can_be_asked (fields[i]) && !g_hash_table_contains (registry->by_name, fields[i]->name) &&
            !g_strv_contains (no_keys, fields[i]->name) &&
            !g_ptr_array_find_with_equal_func (names, fields[i]->name, g_str_equal, NULL))
          g_ptr_array_add (names, (gpointer) fields[i]->name);
    }

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      VnusQueryKey *key = add_key (registry, g_ptr_array_index (names, i), VNUS_MATTER_FIELD, 0);

      add_field_of_all_kinds (key, key->name);
      if ((key->types & 1u << VNUS_VALUE_TYPE_DATE) != 0)
        key->matter = VNUS_MATTER_DATE;
    }
}

static const Registry *
get_registry (void)
{
  static Registry registry;
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      registry.by_name = g_hash_table_new (g_str_hash, g_str_equal);
      registry.names = g_ptr_array_new ();
      add_own_keys (&registry);
      add_other_keys (&registry);
      g_ptr_array_add (registry.names, NULL);
      g_once_init_leave (&is_made, 1);
    }

  return &registry;
}

const VnusQueryKey *
_vnus_query_key_lookup (const char *name)
{
  return g_hash_table_lookup (get_registry ()->by_name, name);
}

/* All keys, in canonical order, for a message. */
char *
_vnus_query_key_list (void)
{
  return g_strjoinv (", ", (char **) get_registry ()->names->pdata);
}

char **
_vnus_query_key_suggest (const char *name)
{
  const Registry *registry = get_registry ();

  return _vnus_nearest (name, (const char *const *) registry->names->pdata, 3);
}
