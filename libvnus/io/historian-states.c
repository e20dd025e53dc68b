/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the names of states that are known beforehand. */
#include "io/historian-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>

gboolean
_vnus_historian_is_of_today (const char *state)
{
  VnusRecord *record = vnus_chronicle_lookup (_vnus_historian_get_chronicle (), state);

  for (guint i = 0; record != NULL && i < vnus_record_get_n_same_as (record); i++)
    if (g_str_has_prefix (vnus_record_get_same_as (record, i), "iso3166:"))
      return TRUE;

  return FALSE;
}

GStrv
_vnus_historian_list_names (const char *state,
                            const char *slug,
                            const char *name)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  VnusRecord *record = state != NULL ? vnus_chronicle_lookup (_vnus_historian_get_chronicle (), state) : NULL;

  g_strv_builder_add (names, slug);
  if (name != NULL)
    g_strv_builder_add (names, name);
  if (record != NULL)
    g_strv_builder_add (names, vnus_text_get_best (vnus_record_get_label (record), "en"));
  for (guint i = 0; record != NULL && i < vnus_record_get_n_aliases (record); i++)
    g_strv_builder_add (names, vnus_record_get_alias (record, i));

  return g_strv_builder_end (names);
}

/* A name of a state as it is folded. */
typedef struct
{
  char       *folded;
  const char *state; /* borrowed */
} StateName;

static void
add_state_name (GHashTable *names,
                const char *name,
                const char *state)
{
  StateName *own = g_new0 (StateName, 1);
  g_autofree char *first = NULL;
  GPtrArray *list;

  own->folded = vnus_fold_name (name);
  own->state = state;
  first = g_strndup (own->folded, strcspn (own->folded, " "));
  list = g_hash_table_lookup (names, first);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (names, g_steal_pointer (&first), list);
    }
  g_ptr_array_add (list, own);
}

/* By their first words; made once and never changed. */
static GHashTable *
get_state_names (void)
{
  static GHashTable *names = NULL;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      VnusChronicle *chronicle = _vnus_historian_get_chronicle ();
      guint n = vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_STATE);

      names = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < n; i++)
        {
          VnusRecord *record = vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_STATE, i);
          const char *id = vnus_record_get_id (record);

          if (g_str_equal (id, "us"))
            continue;
          add_state_name (names, vnus_text_get_best (vnus_record_get_label (record), "en"), id);
          for (guint j = 0; j < vnus_record_get_n_aliases (record); j++)
            add_state_name (names, vnus_record_get_alias (record, j), id);
        }
      g_once_init_leave (&is_ready, 1);
    }

  return names;
}

/* The longest name that stands at the beginning of @text; NULL if none. */
static const StateName *
find_state_name (const char *text)
{
  g_autofree char *first = g_strndup (text, strcspn (text, " "));
  GPtrArray *list = g_hash_table_lookup (get_state_names (), first);
  const StateName *found = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const StateName *name = g_ptr_array_index (list, i);
      gsize length = strlen (name->folded);

      if (strncmp (text, name->folded, length) == 0 && (text[length] == ' ' || text[length] == '\0') &&
          (found == NULL || length > strlen (found->folded)))
        found = name;
    }

  return found;
}

char *
_vnus_historian_cut_other_states (const char *folded,
                                  const char *state)
{
  GString *rest = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0';)
    {
      const StateName *name = find_state_name (p);
      gsize length = name != NULL ? strlen (name->folded) : strcspn (p, " ");

      if (name == NULL || g_str_equal (name->state, state))
        g_string_append_len (rest, p, (gssize) length);
      p += length;
      if (*p == ' ')
        g_string_append_c (rest, *p++);
    }

  return g_string_free (rest, FALSE);
}
