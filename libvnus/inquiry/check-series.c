/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether what comes one after the other does: the stages on a ladder,
 * the editions of a series. */
#include "inquiry/vnus-validation-private.h"

#include <vnus/vnus-level.h>
#include <vnus/vnus-meeting.h>
#include <vnus/vnus-mechanism.h>
#include <vnus/vnus-stage.h>

/* Stages */

/* "RELATION LADDER" → spans */
static GHashTable *
gather_stages (VnusValidation *self)
{
  GHashTable *ladders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  VnusRecord *record;

  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_STAGE, i)) != NULL; i++)
    {
      VnusStage *stage = VNUS_STAGE (record);
      VnusRecord *level = _vnus_validation_lookup (self, vnus_stage_get_level (stage), VNUS_KIND_LEVEL);
      const char *ladder = level != NULL ? vnus_level_get_ladder (VNUS_LEVEL (level)) : NULL;
      VnusSpan span = { record, vnus_stage_get_during (stage) };
      char *key;
      GArray *spans;

      if (ladder == NULL || span.date == NULL || vnus_stage_get_relation (stage) == NULL)
        continue;

      key = g_strjoin (" ", vnus_stage_get_relation (stage), ladder, NULL);
      spans = g_hash_table_lookup (ladders, key);
      if (spans == NULL)
        {
          spans = g_array_new (FALSE, FALSE, sizeof (VnusSpan));
          g_hash_table_insert (ladders, key, spans);
        }
      else
        {
          g_free (key);
        }
      g_array_append_val (spans, span);
    }

  return ladders;
}

static void
check_stages (VnusValidation *self,
              const VnusSpan *a,
              const VnusSpan *b)
{
  VnusTruth truth = _vnus_spans_overlap (self, a, b);
  const char *level = vnus_stage_get_level (VNUS_STAGE (b->record));
  const char *other = vnus_stage_get_level (VNUS_STAGE (a->record));
  VnusPhrase *phrase;

  /* That somebody attests the level which holds is no second stage. */
  if (truth == VNUS_TRUTH_NO ||
      (g_str_equal (level, other) && (vnus_date_get_kind (a->date) != VNUS_DATE_KIND_INTERVAL ||
                                      vnus_date_get_kind (b->date) != VNUS_DATE_KIND_INTERVAL)))
    return;

  phrase = _vnus_validation_add (self, "two-stages-at-once", truth, b->record, "during");
  _vnus_phrase_add_text (phrase, "truth", vnus_truth_to_string (truth));
  _vnus_phrase_add_record (phrase, "level", level);
  _vnus_phrase_add_date (phrase, "date", b->date, VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_record (phrase, "other", other);
  _vnus_phrase_add_date (phrase, "span", a->date, VNUS_DATE_STYLE_PROSE);

  if (vnus_date_is_end_open (a->date))
    _vnus_phrase_add_text (_vnus_validation_suggest (self, "suggestion.end-stage"), "id",
                           vnus_record_get_id (a->record));
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return vnus_date_compare (((const VnusSpan *) a)->date, ((const VnusSpan *) b)->date);
}

void
_vnus_check_stages (VnusValidation *self)
{
  g_autoptr (GHashTable) ladders = gather_stages (self);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, ladders);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *spans = value;

      g_array_sort (spans, compare_spans);
      for (guint a = 0; a < spans->len; a++)
        for (guint b = a + 1; b < spans->len; b++)
          check_stages (self, &g_array_index (spans, VnusSpan, a), &g_array_index (spans, VnusSpan, b));
    }
}

/* Editions */

/* The first number in the label of an edition; 0 if it has none. */
static int
number_of (const char *edition)
{
  while (*edition != '\0' && !g_ascii_isdigit (*edition))
    edition++;

  return (int) MIN (g_ascii_strtoull (edition, NULL, 10), G_MAXINT);
}

static void
check_label (VnusValidation *self,
             VnusMeeting    *meeting)
{
  const char *edition = vnus_meeting_get_edition (meeting);
  int ordinal = vnus_meeting_get_ordinal (meeting);
  VnusPhrase *phrase;

  if (edition == NULL || ordinal == 0 || number_of (edition) == 0 || number_of (edition) == ordinal)
    return;

  phrase = _vnus_validation_add (self, "edition-against-count", VNUS_TRUTH_CERTAINLY, VNUS_RECORD (meeting), "edition");
  _vnus_phrase_add_text (phrase, "edition", edition);
  _vnus_phrase_add_integer (phrase, "n", ordinal);
}

static gboolean
is_of_series (VnusMeeting *meeting,
              const char  *series)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (VNUS_EVENT (meeting)); i++)
    if (g_str_equal (vnus_event_get_whole (VNUS_EVENT (meeting), i), series))
      return TRUE;

  return FALSE;
}

static gboolean
is_before (VnusMeeting *a,
           VnusMeeting *b)
{
  VnusDate *when_a = vnus_event_get_when (VNUS_EVENT (a)), *when_b = vnus_event_get_when (VNUS_EVENT (b));

  return when_a != NULL && when_b != NULL &&
         vnus_date_get_latest_end (when_a) < vnus_date_get_earliest_start (when_b);
}

/* Meetings count that took place; those without a status are taken to have. */
static gboolean
counts (VnusMeeting *meeting)
{
  VnusStatus status = vnus_event_get_status (VNUS_EVENT (meeting));

  return status == VNUS_STATUS_HELD || status == VNUS_STATUS_UNSET;
}

/* The meetings of the series that certainly came before @meeting, and the last of
 * them that has an ordinal. */
static int
count_before (GPtrArray    *meetings,
              VnusMeeting  *meeting,
              VnusMeeting **numbered,
              int          *n_since)
{
  int n = 0;

  *numbered = NULL;
  for (guint i = 0; i < meetings->len; i++)
    {
      VnusMeeting *other = g_ptr_array_index (meetings, i);

      if (!is_before (other, meeting) || !counts (other))
        continue;
      n++;
      if (vnus_meeting_get_ordinal (other) > 0 && (*numbered == NULL || is_before (*numbered, other)))
        *numbered = other;
    }

  *n_since = 1;
  for (guint i = 0; *numbered != NULL && i < meetings->len; i++)
    {
      VnusMeeting *other = g_ptr_array_index (meetings, i);

      *n_since += counts (other) && is_before (*numbered, other) && is_before (other, meeting);
    }

  return n;
}

static void
check_ordinal (VnusValidation *self,
               GPtrArray      *meetings,
               VnusMeeting    *meeting,
               const char     *series)
{
  VnusMeeting *numbered;
  int n_since, n_before = count_before (meetings, meeting, &numbered, &n_since);
  int least = n_before + 1;
  VnusPhrase *phrase;

  if (numbered != NULL)
    least = MAX (least, vnus_meeting_get_ordinal (numbered) + n_since);
  if (vnus_meeting_get_ordinal (meeting) == 0 || vnus_meeting_get_ordinal (meeting) >= least)
    return;

  _vnus_validation_add (self, "edition-against-count", VNUS_TRUTH_CERTAINLY, VNUS_RECORD (meeting), "ordinal");
  phrase = _vnus_validation_explain_as (self, "issue.ordinal-against-count");
  _vnus_phrase_add_record (phrase, "series", series);
  _vnus_phrase_add_integer (phrase, "n", vnus_meeting_get_ordinal (meeting));
  _vnus_phrase_add_integer (phrase, "least", least);
}

void
_vnus_check_editions (VnusValidation *self)
{
  VnusRecord *mechanism, *meeting;

  for (guint i = 0; (meeting = _vnus_validation_get_nth (self, VNUS_KIND_MEETING, i)) != NULL; i++)
    check_label (self, VNUS_MEETING (meeting));

  for (guint i = 0; (mechanism = _vnus_validation_get_nth (self, VNUS_KIND_MECHANISM, i)) != NULL; i++)
    {
      g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
      const char *series = vnus_record_get_id (mechanism);

      for (guint j = 0; (meeting = _vnus_validation_get_nth (self, VNUS_KIND_MEETING, j)) != NULL; j++)
        if (is_of_series (VNUS_MEETING (meeting), series))
          g_ptr_array_add (meetings, meeting);
      for (guint j = 0; j < meetings->len; j++)
        check_ordinal (self, meetings, g_ptr_array_index (meetings, j), series);
    }
}
