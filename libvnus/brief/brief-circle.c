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

#include <vnus/vnus-relation.h>

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

typedef struct
{
  GHashTable *records;  /* (element-type VnusRecord) */
  GHashTable *insiders; /* (element-type utf8) */
  GPtrArray  *queue;    /* (element-type utf8) insiders whose referrers are to be added */
} Search;

/* Everything that refers to @id is found; what belongs to it is an insider. */
static void
add_referrers (VnusChronicle *view,
               Search        *search,
               const char    *id,
               gboolean       is_insider)
{
  GPtrArray *referrers = _vnus_chronicle_get_referrers (view, id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      g_hash_table_add (search->records, record);
      if (is_insider && belongs_to (record, search->insiders) &&
          g_hash_table_add (search->insiders, (gpointer) vnus_record_get_id (record)))
        g_ptr_array_add (search->queue, (gpointer) vnus_record_get_id (record));
    }
}

static void
add_seed (VnusChronicle *view,
          Search        *search,
          const char    *id)
{
  VnusRecord *record = vnus_chronicle_lookup (view, id);

  if (record == NULL || !g_hash_table_add (search->insiders, (gpointer) vnus_record_get_id (record)))
    return;

  g_hash_table_add (search->records, record);
  g_ptr_array_add (search->queue, (gpointer) vnus_record_get_id (record));
}

static GPtrArray *
list_found (Search    *search,
            VnusKinds  kinds)
{
  GPtrArray *records = g_ptr_array_sized_new (g_hash_table_size (search->records));
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, search->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (is_of_kinds (record, kinds))
      g_ptr_array_add (records, record);

  return records;
}

/* @records: by kind and id */
static void
fill_circle (BriefCircle *circle,
             GPtrArray   *records)
{
  for (guint kind = 0; kind < VNUS_N_KINDS; kind++)
    circle->of_kind[kind] = g_ptr_array_new ();
  for (guint i = 0; i < records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (circle->of_kind[vnus_record_get_kind (record)], record);
    }
}

static gpointer
draw_circle (VnusChronicle *view,
             gconstpointer  relation,
             gconstpointer  subject)
{
  VnusRelation *about = VNUS_RELATION ((VnusRecord *) relation);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) insiders = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GPtrArray) near = NULL;
  g_autoptr (GPtrArray) all = NULL;
  Search search = { found, insiders, queue };
  BriefCircle *circle = g_atomic_rc_box_new0 (BriefCircle);

  add_seed (view, &search, vnus_relation_get_party (about, 0));
  add_seed (view, &search, vnus_relation_get_party (about, 1));
  add_seed (view, &search, vnus_record_get_id ((VnusRecord *) relation));
  add_seed (view, &search, vnus_record_get_id ((VnusRecord *) subject));
  for (guint i = 0; i < queue->len; i++)
    add_referrers (view, &search, g_ptr_array_index (queue, i), TRUE);

  near = list_found (&search, TELLING);
  for (guint i = 0; i < near->len; i++)
    add_referrers (view, &search, vnus_record_get_id (g_ptr_array_index (near, i)), FALSE);

  all = list_found (&search, ~(VnusKinds) 0);
  g_ptr_array_sort (all, _vnus_revision_compare_records);
  fill_circle (circle, all);
  return circle;
}

static gpointer
ref_circle (gpointer circle)
{
  return g_atomic_rc_box_acquire (circle);
}

static void
clear_circle (gpointer data)
{
  BriefCircle *circle = data;

  for (guint kind = 0; kind < VNUS_N_KINDS; kind++)
    g_ptr_array_unref (circle->of_kind[kind]);
}

void
_vnus_brief_circle_unref (gpointer circle)
{
  g_atomic_rc_box_release_full (circle, clear_circle);
}

/* The same for every brief about a subject, from wherever it is told. */
static const VnusMemo circle_memo = { draw_circle, ref_circle, _vnus_brief_circle_unref };

void
_vnus_brief_draw_circle (BriefScene *scene)
{
  if (scene->relation != NULL && scene->first != NULL && scene->second != NULL)
    scene->circle = _vnus_view_recall (scene->view, &circle_memo, scene->relation, scene->subject);
}

static gboolean
is_in_circle (VnusKind kind)
{
  return kind != VNUS_KIND_RELATION && kind != VNUS_KIND_STATE;
}

static GPtrArray *
list_all_of_kind (VnusChronicle *view,
                  VnusKind       kind)
{
  const guint first = _vnus_revision_find_place (view->revision, kind, "");
  const guint n = vnus_chronicle_get_n_of_kind (view, kind);
  GPtrArray *records = g_ptr_array_sized_new (n);

  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (records, g_ptr_array_index (view->revision->records, i));

  return records;
}

GPtrArray *
_vnus_brief_list_of_kind (BriefScene *scene,
                          VnusKind    kind)
{
  if (scene->circle != NULL && is_in_circle (kind))
    return g_ptr_array_ref (scene->circle->of_kind[kind]);

  return list_all_of_kind (scene->view, kind);
}
