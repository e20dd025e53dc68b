/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: co-operation by topic; restrictions and transfers. */
#include "brief/brief-private.h"

#include <vnus/vnus-measure.h>
#include <vnus/vnus-topic.h>

/* ---- Fields and what belongs to them ---- */

static const char *
broader_of (BriefScene *scene,
            const char *topic)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, topic);

  return record != NULL && VNUS_IS_TOPIC (record) ? vnus_topic_get_broader (VNUS_TOPIC (record)) : NULL;
}

/* The field of a measure, and what in it; @item is NULL for all of the field.
 * Of several topics the last names the field. */
static void
place_measure (BriefScene   *scene,
               VnusEvent    *measure,
               const char  **field,
               const char  **item)
{
  const guint n = vnus_event_get_n_topics (measure);

  *item = NULL;
  *field = n > 0 ? vnus_event_get_topic (measure, n - 1) : NULL;
  if (n > 1)
    {
      *item = vnus_event_get_topic (measure, 0);
    }
  else if (n == 1)
    {
      const char *broader = broader_of (scene, *field);

      if (broader != NULL)
        {
          *item = *field;
          *field = broader;
        }
    }
}

static gboolean
is_cooperation (BriefScene *scene,
                VnusEvent  *measure)
{
  VnusDate *when = vnus_event_get_when (measure);
  guint n_parties = 0;

  if (vnus_measure_get_measure_type (VNUS_MEASURE (measure)) != VNUS_MEASURE_TYPE_CO_OPERATION ||
      (when != NULL && vnus_date_get_earliest_start (when) > scene->today) ||
      (when == NULL && !_vnus_brief_is_attested (scene, VNUS_RECORD (measure))))
    return FALSE;
  for (guint i = 0; i < vnus_event_get_n_participants (measure); i++)
    n_parties += _vnus_brief_is_party (scene, vnus_participant_get_actor (vnus_event_get_participant (measure, i)));

  return n_parties == 2;
}

static void
add_topic (GPtrArray  *names,
           const char *topic)
{
  VnusPhrase *name = _vnus_phrase_new (NULL);

  _vnus_phrase_add_record (name, NULL, topic);
  g_ptr_array_add (names, name);
}

static void
write_fields (BriefScene *scene,
              GPtrArray  *items,
              GPtrArray  *measures)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "fields", "brief.cooperation-fields");

  for (guint i = 0; i < measures->len; i++)
    {
      VnusEvent *measure = g_ptr_array_index (measures, i);
      const char *field, *item;

      place_measure (scene, measure, &field, &item);
      if (field == NULL || item != NULL)
        continue;
      if (g_hash_table_add (seen, (gpointer) field))
        add_topic (names, field);
      _vnus_brief_cite_record (draft, VNUS_RECORD (measure));
    }
  _vnus_brief_take_list (draft->phrase, "topics", names, "semicolon");
  _vnus_brief_commit_state (draft, items);
}

static void
write_items_of (BriefScene *scene,
                GPtrArray  *items,
                GPtrArray  *measures,
                const char *wanted)
{
  g_autoptr (GPtrArray) names = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "cooperation", "brief.cooperation-items");

  for (guint i = 0; i < measures->len; i++)
    {
      VnusEvent *measure = g_ptr_array_index (measures, i);
      const char *field, *item;

      place_measure (scene, measure, &field, &item);
      if (item == NULL || !g_str_equal (field, wanted))
        continue;
      add_topic (names, item);
      _vnus_brief_cite_record (draft, VNUS_RECORD (measure));
    }
  _vnus_phrase_add_record (draft->phrase, "topic", wanted);
  _vnus_brief_take_list (draft->phrase, "items", names, "semicolon");
  _vnus_brief_commit_state (draft, items);
}

/* ---- Restrictions and transfers ---- */

static const char *
actor_of (BriefScene *scene,
          VnusEvent  *measure)
{
  VnusParticipant *actor = _vnus_brief_find_role (measure, VNUS_ROLE_PARTICIPANT);

  return actor != NULL ? vnus_participant_get_actor (actor) : NULL;
}

static gboolean
is_towards_party (BriefScene *scene,
                  VnusEvent  *measure)
{
  const char *actor = actor_of (scene, measure);

  return actor != NULL && _vnus_brief_is_party (scene, _vnus_brief_state_of (scene, actor)) &&
         vnus_measure_get_towards (VNUS_MEASURE (measure)) != NULL &&
         _vnus_brief_is_party (scene, vnus_measure_get_towards (VNUS_MEASURE (measure))) &&
         vnus_measure_get_object (VNUS_MEASURE (measure)) != NULL;
}

static int
quantity_of (VnusEvent *measure)
{
  VnusAmount *quantity = vnus_measure_get_quantity (VNUS_MEASURE (measure));

  return quantity != NULL ? (int) vnus_amount_to_double (quantity) : 0;
}

/* (element-type VnusEvent) what is done of its parts, by date. */
static GPtrArray *
list_parts (BriefScene *scene,
            VnusEvent  *measure)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_MEASURE);
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (_vnus_brief_is_part_of (g_ptr_array_index (all, i), VNUS_RECORD (measure)) &&
        _vnus_brief_is_done (scene, g_ptr_array_index (all, i)))
      g_ptr_array_add (parts, g_ptr_array_index (all, i));
  g_ptr_array_sort (parts, _vnus_brief_compare_events);

  return parts;
}

/* Whether it is done as a whole: by its own date, or since all its parts are. */
static gboolean
is_wholly_done (BriefScene *scene,
                VnusEvent  *measure)
{
  g_autoptr (GPtrArray) parts = NULL;
  int n = 0;

  if (_vnus_brief_is_done (scene, measure))
    return TRUE;

  parts = list_parts (scene, measure);
  for (guint i = 0; i < parts->len; i++)
    n += quantity_of (g_ptr_array_index (parts, i));

  return n > 0 && n == quantity_of (measure);
}

/* Whether it is told as a part of another measure in view. */
static gboolean
has_whole (BriefScene *scene,
           VnusEvent  *measure)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (measure); i++)
    {
      VnusRecord *whole = vnus_chronicle_lookup (scene->view, vnus_event_get_whole (measure, i));

      if (whole != NULL && VNUS_IS_MEASURE (whole) && is_wholly_done (scene, VNUS_EVENT (whole)))
        return TRUE;
    }

  return FALSE;
}

static const char *
extent_nick (VnusExtent extent)
{
  return extent == VNUS_EXTENT_COMPLETE ? "complete" : extent == VNUS_EXTENT_PARTIAL ? "partial" : "none";
}

static void
add_parties (BriefDraft *draft,
             VnusEvent  *measure)
{
  _vnus_brief_take (draft->phrase, "actor", _vnus_brief_side (draft->scene, actor_of (draft->scene, measure)));
  _vnus_brief_take (draft->phrase, "towards",
                    _vnus_brief_country (draft->scene, vnus_measure_get_towards (VNUS_MEASURE (measure))));
  _vnus_phrase_add_localised (draft->phrase, "object", vnus_measure_get_object (VNUS_MEASURE (measure)));
}

/* The restrictions that the lifting ended. */
static void
cite_restrictions (BriefDraft *draft,
                   const char *lifting)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (draft->scene, VNUS_KIND_MEASURE);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (vnus_measure_get_reversed_by (g_ptr_array_index (all, i)), lifting) == 0)
      _vnus_brief_cite_record (draft, g_ptr_array_index (all, i));
}

static void
write_lifting (BriefScene *scene,
               GPtrArray  *items,
               VnusEvent  *measure)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (measure));
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (measure), "when", NULL);
  BriefDraft *draft;

  if (when == NULL)
    return;

  draft = _vnus_brief_draft_new (scene, "restriction", "brief.restriction-lifted");
  add_parties (draft, measure);
  _vnus_phrase_add_text (draft->phrase, "extent", extent_nick (vnus_measure_get_extent (VNUS_MEASURE (measure))));
  cite_restrictions (draft, id);
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (when));
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  _vnus_brief_commit (draft, items);
}

static void
add_date (BriefDraft *draft,
          GPtrArray  *dates,
          VnusEvent  *measure)
{
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (draft->scene, VNUS_RECORD (measure), "when", NULL);

  if (when == NULL || vnus_date_get_earliest_start (when) == VNUS_DAY_MIN)
    return;

  g_ptr_array_add (dates, _vnus_brief_bracket (when));
  _vnus_brief_cite_record (draft, VNUS_RECORD (measure));
}

/* The dates of its parts, or else its own. */
static GPtrArray *
list_dates (BriefDraft *draft,
            VnusEvent  *measure)
{
  g_autoptr (GPtrArray) parts = list_parts (draft->scene, measure);
  GPtrArray *dates = _vnus_brief_phrases_new ();

  for (guint i = 0; i < parts->len; i++)
    add_date (draft, dates, g_ptr_array_index (parts, i));
  if (dates->len == 0)
    add_date (draft, dates, measure);

  return dates;
}

/* Whether it was a plan by the standpoint. What nobody told of by then may have
 * been none: that a source has it done does not say since when. */
static gboolean
is_plan (BriefScene *scene,
         VnusEvent  *measure)
{
  const VnusStatus told = _vnus_event_get_status_by (scene->view, measure, scene->today);

  return (told != VNUS_STATUS_UNSET ? told : vnus_event_get_status (measure)) != VNUS_STATUS_HELD &&
         _vnus_brief_is_attested (scene, VNUS_RECORD (measure));
}

static void
write_transfer (BriefScene *scene,
                GPtrArray  *items,
                VnusEvent  *measure)
{
  const gboolean is_done = is_wholly_done (scene, measure);
  g_autoptr (GPtrArray) dates = NULL;
  BriefDraft *draft;

  if (!is_done && !is_plan (scene, measure))
    return;

  draft = _vnus_brief_draft_new (scene, "transfer", is_done ? "brief.transferred" : "brief.transfer-planned");
  add_parties (draft, measure);
  _vnus_phrase_add_integer (draft->phrase, "n", quantity_of (measure));
  _vnus_brief_cite_record (draft, VNUS_RECORD (measure));
  if (is_done)
    {
      dates = list_dates (draft, measure);
      _vnus_phrase_add_word (draft->phrase, "dated", dates->len > 0 ? "yes" : "no");
      _vnus_brief_take_list (draft->phrase, "dates", dates, "and");
      _vnus_brief_commit (draft, items);
    }
  else
    {
      _vnus_brief_commit_state (draft, items);
    }
}

/* Co-operation that was at one time. */
static void
write_dated (BriefScene *scene,
             GPtrArray  *items,
             VnusEvent  *measure)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (measure));
  VnusText *label = vnus_record_get_label (VNUS_RECORD (measure));
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (scene, VNUS_RECORD (measure), "when", NULL);
  BriefDraft *draft = _vnus_brief_draft_new (scene, "measure", "brief.cooperation-dated");

  /* a title begins with a capital, what follows a colon does not */
  if (label != NULL)
    _vnus_brief_take (draft->phrase, "name", _vnus_brief_clause (scene, label));
  else
    _vnus_phrase_add_record (draft->phrase, "name", id);
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_bracket (when));
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "when");
  _vnus_brief_commit (draft, items);
}

static void
write_measure (BriefScene *scene,
               GPtrArray  *items,
               VnusEvent  *measure)
{
  VnusDate *when = vnus_event_get_when (measure);

  if (when != NULL && is_cooperation (scene, measure) && _vnus_brief_is_done (scene, measure))
    write_dated (scene, items, measure);
  if (!is_towards_party (scene, measure) || has_whole (scene, measure) ||
      (when != NULL && vnus_date_get_earliest_start (when) > scene->today))
    return;
  if (vnus_measure_get_measure_type (VNUS_MEASURE (measure)) == VNUS_MEASURE_TYPE_RESTRICTION_LIFTED &&
      _vnus_brief_is_done (scene, measure))
    write_lifting (scene, items, measure);
  if (vnus_measure_get_measure_type (VNUS_MEASURE (measure)) == VNUS_MEASURE_TYPE_TRANSFER)
    write_transfer (scene, items, measure);
}

void
_vnus_brief_write_cooperation (BriefScene *scene,
                               GPtrArray  *items)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_MEASURE);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (scene->first == NULL || scene->second == NULL)
    return;

  for (guint i = 0; i < all->len; i++)
    if (is_cooperation (scene, g_ptr_array_index (all, i)) && vnus_event_get_when (g_ptr_array_index (all, i)) == NULL)
      g_ptr_array_add (measures, g_ptr_array_index (all, i));

  write_fields (scene, items, measures);
  for (guint i = 0; i < measures->len; i++)
    {
      const char *field, *item;

      place_measure (scene, g_ptr_array_index (measures, i), &field, &item);
      if (item != NULL && g_hash_table_add (seen, (gpointer) field))
        write_items_of (scene, items, measures, field);
    }

  g_ptr_array_sort (all, _vnus_brief_compare_events);
  for (guint i = 0; i < all->len; i++)
    write_measure (scene, items, g_ptr_array_index (all, i));
}
