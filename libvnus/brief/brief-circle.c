/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: which records can concern the relation of a brief.
 *
 * Looking through all records would make a brief of a large chronicle cost what
 * the chronicle is large. The circle is made of what refers to the parties, to
 * their organs, offices and persons, or to the relation or the subject; and of
 * what refers to events, agreements and the like among these. What two states
 * have to do with each other is in it, and only that is looked through.
 */
#include "brief/brief-private.h"

#include "chronicle/vnus-chronicle-private.h"

/* Those of which other records tell something. */
#define TELLING (VNUS_KINDS (VISIT) | VNUS_KINDS (MEETING) | VNUS_KINDS (STATEMENT) | VNUS_KINDS (MEASURE) | VNUS_KINDS (JOURNEY) | \
                 VNUS_KINDS (AGREEMENT) | VNUS_KINDS (MECHANISM) | VNUS_KINDS (INDICATOR) | VNUS_KINDS (STAGE) | VNUS_KINDS (PERSON))
#define BELONGING (VNUS_KINDS (ORGANIZATION) | VNUS_KINDS (OFFICE) | VNUS_KINDS (PERSON))

static gboolean
is_of_kinds (VnusRecord *record,
             VnusKinds   kinds)
{
  return (kinds & (VnusKinds) 1 << vnus_record_get_kind (record)) != 0;
}

static gboolean
belongs_to (VnusRecord *record,
            GHashTable *insiders)
{
  const char *owner = _vnus_brief_owner_of (record);

  return is_of_kinds (record, BELONGING) && owner != NULL && g_hash_table_contains (insiders, owner);
}

/* Everything that refers to @id goes to @found; what belongs to it, to @insiders. */
static void
add_referrers (BriefScene *scene,
               const char *id,
               GHashTable *found,
               GHashTable *insiders,
               GPtrArray  *queue)
{
  GPtrArray *referrers = _vnus_revision_get_referrers (scene->view->revision, id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      g_hash_table_add (found, record);
      if (insiders != NULL && belongs_to (record, insiders) &&
          g_hash_table_add (insiders, (gpointer) vnus_record_get_id (record)))
        g_ptr_array_add (queue, (gpointer) vnus_record_get_id (record));
    }
}

static void
add_seed (BriefScene *scene,
          const char *id,
          GHashTable *found,
          GHashTable *insiders,
          GPtrArray  *queue)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, id);

  if (record == NULL || !g_hash_table_add (insiders, (gpointer) vnus_record_get_id (record)))
    return;

  g_hash_table_add (found, record);
  g_ptr_array_add (queue, (gpointer) vnus_record_get_id (record));
}

/* Where those of each kind begin. */
static void
mark_kinds (BriefScene *scene)
{
  guint position = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (scene->circle_starts); kind++)
    {
      while (position < scene->circle->len &&
             (guint) vnus_record_get_kind (g_ptr_array_index (scene->circle, position)) < kind)
        position++;
      scene->circle_starts[kind] = position;
    }
}

void
_vnus_brief_draw_circle (BriefScene *scene)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) insiders = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer record;

  if (scene->relation == NULL || scene->first == NULL || scene->second == NULL)
    return;

  add_seed (scene, scene->first, found, insiders, queue);
  add_seed (scene, scene->second, found, insiders, queue);
  add_seed (scene, vnus_record_get_id (scene->relation), found, insiders, queue);
  add_seed (scene, vnus_record_get_id (scene->subject), found, insiders, queue);
  for (guint i = 0; i < queue->len; i++)
    add_referrers (scene, g_ptr_array_index (queue, i), found, insiders, queue);

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (is_of_kinds (record, TELLING))
      g_ptr_array_add (near, record);
  for (guint i = 0; i < near->len; i++)
    add_referrers (scene, vnus_record_get_id (g_ptr_array_index (near, i)), found, NULL, NULL);

  scene->circle = g_ptr_array_sized_new (g_hash_table_size (found));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_ptr_array_add (scene->circle, record);
  g_ptr_array_sort (scene->circle, _vnus_revision_compare_records);
  mark_kinds (scene);
}

static gboolean
is_in_circle (VnusKind kind)
{
  return kind != VNUS_KIND_RELATION && kind != VNUS_KIND_STATE;
}

GPtrArray *
_vnus_brief_list_of_kind (BriefScene *scene,
                          VnusKind    kind)
{
  const gboolean is_near = scene->circle != NULL && is_in_circle (kind);
  VnusRevision *revision = scene->view->revision;
  GPtrArray *all = is_near ? scene->circle : revision->records;
  const guint first = is_near ? scene->circle_starts[kind] : _vnus_revision_find_place (revision, kind, "");
  const guint n = is_near ? scene->circle_starts[kind + 1] - first : vnus_chronicle_get_n_of_kind (scene->view, kind);
  GPtrArray *records = g_ptr_array_sized_new (n);

  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (records, g_ptr_array_index (all, i));

  return records;
}
