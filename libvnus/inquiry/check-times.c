/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether dates fit: to one another, to the states that existed then,
 * and to the day one speaks from. */
#include "inquiry/vnus-validation-private.h"

#include <vnus/vnus-event.h>
#include <vnus/vnus-measure.h>
#include <vnus/vnus-relation.h>
#include <vnus/vnus-stage.h>
#include <vnus/vnus-state.h>
#include <vnus/vnus-visit.h>

#include "chronicle/vnus-chronicle-private.h"
#include "model/vnus-reference-private.h"

/* Order: what cannot come before what. */

static const struct
{
  VnusKind    kind;
  const char *earlier, *later;
} orders[] = {
  { VNUS_KIND_ACCREDITATION, "nominated", "appointed" },
  { VNUS_KIND_ACCREDITATION, "nominated", "arrived" },
  { VNUS_KIND_ACCREDITATION, "appointed", "confirmed" },
  { VNUS_KIND_ACCREDITATION, "appointed", "credentials" },
  { VNUS_KIND_ACCREDITATION, "arrived", "credentials" },
  { VNUS_KIND_ACCREDITATION, "appointed", "left" },
  { VNUS_KIND_ACCREDITATION, "arrived", "left" },
  { VNUS_KIND_ACCREDITATION, "credentials", "left" },
  { VNUS_KIND_MEASURE, "when", "until" },
};

static VnusDate *
dup_date (VnusRecord *record,
          const char *field)
{
  g_autoptr (VnusValue) value = vnus_record_dup_value (record, field);
  VnusDate *date = value != NULL ? vnus_value_get_date (value) : NULL;

  return date != NULL ? vnus_date_ref (date) : NULL;
}

static gboolean
is_reversed (const VnusDate *earlier,
             const VnusDate *later)
{
  return vnus_date_get_latest_end (later) < vnus_date_get_earliest_start (earlier);
}

static void
add_reversed (VnusValidation *self,
              VnusRecord     *record,
              const char     *path,
              const char     *earlier_name,
              VnusDate       *earlier,
              const char     *later_name,
              VnusDate       *later)
{
  VnusPhrase *phrase = _vnus_validation_add (self, "end-before-start", VNUS_TRUTH_CERTAINLY, record, path);

  _vnus_phrase_add_text (phrase, "later", later_name);
  _vnus_phrase_add_date (phrase, "end", later, VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_text (phrase, "earlier", earlier_name);
  _vnus_phrase_add_date (phrase, "start", earlier, VNUS_DATE_STYLE_PROSE);
}

static void
check_stops (VnusValidation *self,
             VnusVisit      *visit)
{
  VnusDate *before = NULL;
  g_autofree char *before_path = NULL;

  for (guint i = 0; i < vnus_visit_get_n_stops (visit); i++)
    {
      VnusDate *when = vnus_stop_get_when (vnus_visit_get_stop (visit, i));
      g_autofree char *path = g_strdup_printf ("stops/%u/when", i);

      if (when == NULL)
        continue;
      if (before != NULL && is_reversed (before, when))
        add_reversed (self, VNUS_RECORD (visit), path, before_path, before, path, when);
      before = when;
      g_free (before_path);
      before_path = g_steal_pointer (&path);
    }
}

static void
check_reversal (VnusValidation *self,
                VnusMeasure    *measure)
{
  VnusDate *when = vnus_event_get_when (VNUS_EVENT (measure));
  VnusRecord *reversal = _vnus_validation_lookup (self, vnus_measure_get_reversed_by (measure), VNUS_KIND_MEASURE);
  VnusDate *end = reversal != NULL ? vnus_event_get_when (VNUS_EVENT (reversal)) : NULL;

  if (when != NULL && end != NULL && is_reversed (when, end))
    add_reversed (self, VNUS_RECORD (measure), "reversed-by", "when", when, "reversed-by", end);
}

void
_vnus_check_order (VnusValidation *self)
{
  VnusRecord *record;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (guint j = 0; (record = _vnus_validation_get_nth (self, orders[i].kind, j)) != NULL; j++)
      {
        g_autoptr (VnusDate) earlier = dup_date (record, orders[i].earlier);
        g_autoptr (VnusDate) later = dup_date (record, orders[i].later);

        if (earlier != NULL && later != NULL && is_reversed (earlier, later))
          add_reversed (self, record, orders[i].later, orders[i].earlier, earlier, orders[i].later, later);
      }

  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_VISIT, i)) != NULL; i++)
    check_stops (self, VNUS_VISIT (record));
  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_MEASURE, i)) != NULL; i++)
    check_reversal (self, VNUS_MEASURE (record));
}

/* States */

typedef struct
{
  VnusValidation *validation;
  VnusDate       *time;
  GHashTable     *seen; /* (element-type utf8) states that were told of */
} Existence;

/* Adds those of the predecessors of @state that certainly existed at @time; of the
 * others, their own are looked at next. */
static void
gather_predecessors (VnusValidation *self,
                     VnusState      *state,
                     VnusDate       *time,
                     GPtrArray      *found,
                     GPtrArray      *others)
{
  for (guint i = 0; i < vnus_state_get_n_predecessors (state); i++)
    {
      const char *id = vnus_state_get_predecessor (state, i);
      VnusRecord *predecessor = _vnus_validation_lookup (self, id, VNUS_KIND_STATE);
      VnusDate *existed = predecessor != NULL ? vnus_state_get_existed (VNUS_STATE (predecessor)) : NULL;

      if (existed != NULL && vnus_date_intersects (existed, time) == VNUS_TRUTH_CERTAINLY)
        g_ptr_array_add (found, (gpointer) id);
      else if (predecessor != NULL && !g_ptr_array_find (others, predecessor, NULL))
        g_ptr_array_add (others, predecessor);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The nearest predecessors that existed then, sorted; there may be several, as of a
 * state that was divided. */
static GPtrArray *
find_predecessors (VnusValidation *self,
                   VnusState      *state,
                   VnusDate       *time)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint done = 0;

  gather_predecessors (self, state, time, found, others);
  while (found->len == 0 && done < others->len)
    for (guint n = others->len; done < n; done++)
      gather_predecessors (self, g_ptr_array_index (others, done), time, found, others);
  g_ptr_array_sort (found, compare_ids);
  for (guint i = found->len; i > 1; i--)
    if (g_str_equal (found->pdata[i - 1], found->pdata[i - 2]))
      g_ptr_array_remove_index (found, i - 1);

  return found;
}

static void
check_state (Existence  *existence,
             VnusRecord *record,
             const char *path,
             const char *id)
{
  VnusValidation *self = existence->validation;
  VnusRecord *state = _vnus_validation_lookup (self, id, VNUS_KIND_STATE);
  VnusDate *existed = state != NULL ? vnus_state_get_existed (VNUS_STATE (state)) : NULL;
  g_autoptr (GPtrArray) predecessors = NULL;
  VnusPhrase *phrase;

  if (existed == NULL || vnus_date_intersects (existed, existence->time) != VNUS_TRUTH_NO ||
      !g_hash_table_add (existence->seen, (gpointer) vnus_record_get_id (state)))
    return;

  phrase = _vnus_validation_add (self, "before-state-existed", VNUS_TRUTH_CERTAINLY, record, path);
  _vnus_phrase_add_record (phrase, "state", id);
  _vnus_phrase_add_date (phrase, "date", existence->time, VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_date (phrase, "span", existed, VNUS_DATE_STYLE_PROSE);

  predecessors = find_predecessors (self, VNUS_STATE (state), existence->time);
  if (predecessors->len == 0)
    return;
  g_ptr_array_add (predecessors, NULL);
  _vnus_phrase_add_records (_vnus_validation_suggest (self, "suggestion.predecessor"), "state",
                            (const char *const *) predecessors->pdata, "and");
}

/* Of an event count those who act and where; not what it is about. */
static void
check_acting_state (VnusRecord *record,
                    const char *path,
                    const char *id,
                    VnusKinds   targets,
                    gpointer    user_data)
{
  static const char *const acting[] = { "host", "places", "participants", "towards", "by", NULL };
  g_auto (GStrv) parts = g_strsplit (path, "/", 2);

  if (g_strv_contains (acting, parts[0]))
    check_state (user_data, record, path, id);
}

static void
check_parties (Existence  *existence,
               VnusRecord *stage)
{
  const char *id = vnus_stage_get_relation (VNUS_STAGE (stage));
  VnusRecord *relation = _vnus_validation_lookup (existence->validation, id, VNUS_KIND_RELATION);

  for (guint i = 0; relation != NULL && i < vnus_relation_get_n_parties (VNUS_RELATION (relation)); i++)
    check_state (existence, stage, "relation", vnus_relation_get_party (VNUS_RELATION (relation), i));
}

static void
check_record_states (VnusValidation *self,
                     VnusRecord     *record)
{
  g_autoptr (VnusDate) time = _vnus_validation_dup_time (record);
  g_autoptr (GHashTable) seen = NULL;
  Existence existence;

  if (time == NULL)
    return;

  seen = g_hash_table_new (g_str_hash, g_str_equal);
  existence = (Existence) { self, time, seen };
  _vnus_record_foreach_reference (record, check_acting_state, &existence);
  if (VNUS_IS_STAGE (record))
    check_parties (&existence, record);
}

void
_vnus_check_existence (VnusValidation *self)
{
  GPtrArray *records = _vnus_chronicle_get_records (self->chronicle);

  for (guint i = 0; i < records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (records, i);

      if (VNUS_IS_EVENT (record) || VNUS_IS_STAGE (record))
        check_record_states (self, _vnus_validation_resolve (self, record));
    }
}

/* Announced, and nobody says what became of it */

static gboolean
is_open (VnusStatus status)
{
  return status == VNUS_STATUS_PROPOSED || status == VNUS_STATUS_INVITED || status == VNUS_STATUS_ANNOUNCED ||
         status == VNUS_STATUS_CONFIRMED;
}

void
_vnus_check_word_after (VnusValidation *self)
{
  GPtrArray *records = _vnus_chronicle_get_records (self->chronicle);

  if (self->standpoint == NULL)
    return;

  for (guint i = 0; i < records->len; i++)
    {
      VnusRecord *record = _vnus_validation_resolve (self, g_ptr_array_index (records, i));
      VnusDate *when = VNUS_IS_EVENT (record) ? vnus_event_get_when (VNUS_EVENT (record)) : NULL;
      VnusPhrase *phrase;

      if (when == NULL || !is_open (vnus_event_get_status (VNUS_EVENT (record))) ||
          vnus_date_get_latest_end (when) >= vnus_date_get_earliest_start (self->standpoint))
        continue;

      phrase = _vnus_validation_add (self, "no-word-after", VNUS_TRUTH_CERTAINLY, record, "status");
      _vnus_phrase_add_date (phrase, "date", when, VNUS_DATE_STYLE_PROSE);
      _vnus_validation_suggest (self, "suggestion.record-outcome");
    }
}
