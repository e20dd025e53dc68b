/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rules anniversaries and coincide: what has an anniversary in the year of
 * a date or of an event. Jubilees are multiples of five. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-agreement.h>
#include <vnus/vnus-meeting.h>
#include <vnus/vnus-stage.h>

#include "chronicle/vnus-chronicle-private.h"

/* --- What can have an anniversary --- */

/* Nobody keeps the day of a break, and an attested stage has no day. */
static gboolean
is_kept (VnusStage *stage)
{
  switch ((int) vnus_stage_get_act (stage))
    {
    case VNUS_STAGE_ACT_SEVERED:
    case VNUS_STAGE_ACT_SUSPENDED:
    case VNUS_STAGE_ACT_DOWNGRADED:
    case VNUS_STAGE_ACT_ATTESTED:
    case VNUS_STAGE_ACT_CLOSED:
      return FALSE;

    default:
      return TRUE;
    }
}

static gboolean
may_have_anniversary (VnusAsk    *ask,
                      VnusRecord *record)
{
  if (VNUS_IS_AGREEMENT (record))
    return _vnus_agreement_is_of_relation (ask->view, ask->relation, VNUS_AGREEMENT (record));

  return is_kept (VNUS_STAGE (record)) &&
         (ask->relation == NULL ||
          g_strcmp0 (vnus_stage_get_relation (VNUS_STAGE (record)), vnus_record_get_id (ask->relation)) == 0);
}

/* --- One anniversary --- */

typedef struct
{
  int first_year, last_year; /* that are asked about */
  gboolean differ;           /* sources tell different ones */
  VnusDate *date;
} Occasion;

typedef struct
{
  int         min, max;
  gboolean    is_day;
  VnusReasons reasons;
} Anniversary;

static gboolean
get_base_years (VnusDate *base,
                int      *first,
                int      *last)
{
  g_autoptr (VnusDate) start = vnus_date_dup_start (base);

  return start != NULL && vnus_date_get_year_range (start, first, last);
}

/* FALSE if no date of @time has an anniversary then. */
static gboolean
compute (VnusTime       *time,
         const Occasion *occasion,
         Anniversary    *result)
{
  gboolean any = FALSE;

  *result = (Anniversary) { .is_day = TRUE };
  for (guint i = 0; i < _vnus_time_get_n (time); i++)
    {
      VnusDate *base = _vnus_time_get_nth (time, i);
      int first, last, min, max;

      if (!get_base_years (base, &first, &last))
        continue;
      min = occasion->first_year - last;
      max = occasion->last_year - first;
      if (any && (min != result->min || max != result->max))
        result->reasons |= VNUS_REASONS_SOURCES_DIFFER;
      result->min = any ? MIN (result->min, min) : min;
      result->max = any ? MAX (result->max, max) : max;
      result->is_day = result->is_day && vnus_date_is_anniversary_on (base, occasion->date, VNUS_LEAP_POLICY_FEB28) ==
                                           VNUS_TRUTH_CERTAINLY;
      any = TRUE;
    }
  if (!any || result->max < 1)
    return FALSE;

  if (result->min != result->max && result->reasons == VNUS_REASONS_NONE)
    result->reasons |= occasion->differ ? VNUS_REASONS_SOURCES_DIFFER : VNUS_REASONS_DATE_VAGUE;
  if (time->known != VNUS_TRUTH_CERTAINLY)
    result->reasons |= VNUS_REASONS_KNOWN_VAGUELY;
  result->is_day = result->is_day && result->min == result->max;
  result->min = MAX (result->min, 1);
  return TRUE;
}

static void
add_step (VnusFinding       *finding,
          VnusTime          *time,
          const char        *id,
          const Anniversary *anniversary)
{
  VnusPhrase *step = _vnus_phrase_new (anniversary->min == anniversary->max ? "anniversaries.step" : "anniversaries.step-range");

  _vnus_phrase_add_record (step, "record", id);
  _vnus_phrase_add_date (step, "date", _vnus_time_get (time), VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_integer (step, "min", anniversary->min);
  if (anniversary->min != anniversary->max)
    _vnus_phrase_add_integer (step, "max", anniversary->max);
  _vnus_finding_add_step (finding, step);
}

static void
add_anniversary (VnusAsk        *ask,
                 VnusFinding    *finding,
                 VnusRecord     *record,
                 const Occasion *occasion)
{
  g_autoptr (VnusTime) time = NULL;
  Anniversary anniversary;
  VnusFindingItem *item;

  if (!may_have_anniversary (ask, record))
    return;
  time = _vnus_time_of (ask->view, record);
  if (!compute (time, occasion, &anniversary))
    return;

  item = _vnus_finding_list_record (finding, vnus_record_get_id (record),
                                    anniversary.reasons == VNUS_REASONS_NONE ? VNUS_TRUTH_CERTAINLY : VNUS_TRUTH_POSSIBLY,
                                    anniversary.reasons);
  item->has_range = TRUE;
  item->min = anniversary.min;
  item->max = anniversary.max;
  item->sense = anniversary.is_day ? "day" : "year";
  _vnus_time_add_evidence (time, finding);
  add_step (finding, time, vnus_record_get_id (record), &anniversary);
}

static void
add_anniversaries (VnusAsk        *ask,
                   VnusFinding    *finding,
                   const Occasion *occasion)
{
  g_autoptr (GPtrArray) records =
    _vnus_list_of_relation (ask->view, ask->relation, VNUS_KINDS (STAGE) | VNUS_KINDS (AGREEMENT));

  for (guint i = 0; i < records->len; i++)
    add_anniversary (ask, finding, g_ptr_array_index (records, i), occasion);
}

/* --- Saying it --- */

VnusPhrase *
_vnus_anniversary_phrase (const VnusFindingItem *item)
{
  VnusPhrase *phrase;
  g_autoptr (VnusPhrase) plain = NULL;

  if (!item->has_range)
    {
      phrase = _vnus_phrase_new (g_strcmp0 (item->sense, "occasion") == 0 ? "anniversaries.occasion" : "anniversaries.same-time");
      _vnus_phrase_add_record (phrase, "record", item->id);
      return phrase;
    }

  if (item->min != item->max)
    phrase = _vnus_phrase_new ("anniversaries.range");
  else if (item->min % 5 == 0)
    phrase = _vnus_phrase_new (g_str_equal (item->sense, "day") ? "anniversaries.jubilee-day" : "anniversaries.jubilee");
  else
    phrase = _vnus_phrase_new (g_str_equal (item->sense, "day") ? "anniversaries.elapsed-day" : "anniversaries.elapsed");
  _vnus_phrase_add_record (phrase, "record", item->id);
  _vnus_phrase_add_integer (phrase, "min", item->min);
  if (item->min != item->max)
    _vnus_phrase_add_integer (phrase, "max", item->max);

  return phrase;
}

static void
say (VnusFinding *finding,
     VnusPhrase  *subject)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);
  VnusPhrase *sentence;

  for (guint i = 0; i < finding->items->len; i++)
    g_ptr_array_add (items, _vnus_anniversary_phrase (_vnus_finding_get_item (finding, i)));

  if (items->len > 0)
    {
      _vnus_finding_settle_list (finding);
      sentence = _vnus_phrase_new ("anniversaries.list");
      _vnus_phrase_add_list (sentence, "items", (VnusPhrase **) items->pdata, items->len, "semicolon");
    }
  else
    {
      _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
      sentence = _vnus_phrase_new ("anniversaries.none");
    }
  _vnus_phrase_add_phrase (sentence, "subject", subject);
  _vnus_finding_set_sentence (finding, sentence);
}

VnusFinding *
_vnus_rule_anniversaries (VnusAsk  *ask,
                          GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  g_autoptr (VnusPhrase) subject = _vnus_phrase_new (NULL);
  Occasion occasion = { .date = ask->arguments[0].date };

  _vnus_finding_set_list (finding, "records");
  _vnus_phrase_add_date (subject, NULL, occasion.date, VNUS_DATE_STYLE_PROSE);
  if (vnus_date_get_year_range (occasion.date, &occasion.first_year, &occasion.last_year))
    add_anniversaries (ask, finding, &occasion);
  say (finding, subject);

  return _vnus_finding_seal (finding);
}

/* --- coincide --- */

/* What a source calls its occasion. */
static void
add_occasions (VnusFinding *finding,
               VnusEvent   *event)
{
  for (guint i = 0; i < vnus_event_get_n_occasions (event); i++)
    {
      const char *id = vnus_event_get_occasion (event, i);

      if (_vnus_finding_lists (finding, id))
        continue;
      _vnus_finding_add_record (finding, id, VNUS_TRUTH_CERTAINLY)->sense = "occasion";
      _vnus_finding_add_evidence (finding, vnus_record_get_id (VNUS_RECORD (event)), NULL);
    }
}

/* A date that leaves more than a month open is at the same time as anything. */
static gboolean
is_narrow (VnusDate *date)
{
  gint64 start = vnus_date_get_earliest_start (date), end = vnus_date_get_latest_end (date);

  return end - start <= 31;
}

static gboolean
is_part_of (VnusEvent  *event,
            const char *id)
{
  for (guint i = 0; i < vnus_event_get_n_part_of (event); i++)
    if (g_str_equal (vnus_event_get_whole (event, i), id))
      return TRUE;

  return FALSE;
}

static gboolean
can_be_occasion (VnusAsk   *ask,
                 VnusEvent *event,
                 VnusEvent *meeting)
{
  VnusSetting setting = vnus_meeting_get_setting (VNUS_MEETING (meeting));
  VnusDate *when = vnus_event_get_when (meeting);

  return (setting == VNUS_SETTING_SESSION || setting == VNUS_SETTING_SUMMIT || setting == VNUS_SETTING_MULTILATERAL) &&
         meeting != event && when != NULL && is_narrow (when) &&
         !is_part_of (meeting, vnus_record_get_id (VNUS_RECORD (event))) &&
         _vnus_event_is_of_relation (ask->view, ask->relation, meeting);
}

/* Meetings at the same time, which no source links to it. */
static void
add_same_time (VnusAsk     *ask,
               VnusFinding *finding,
               VnusEvent   *event,
               VnusDate    *when)
{
  g_autoptr (GPtrArray) meetings = NULL;

  if (!is_narrow (when))
    return;

  meetings = _vnus_list_of_relation (ask->view, ask->relation, VNUS_KINDS (MEETING));
  for (guint i = 0; i < meetings->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (meetings, i);
      VnusFindingItem *item;

      if (!can_be_occasion (ask, event, VNUS_EVENT (record)) || _vnus_finding_lists (finding, vnus_record_get_id (record)) ||
          vnus_date_intersects (vnus_event_get_when (VNUS_EVENT (record)), when) == VNUS_TRUTH_NO)
        continue;
      item = _vnus_finding_list_record (finding, vnus_record_get_id (record), VNUS_TRUTH_POSSIBLY, VNUS_REASONS_NO_EVIDENCE);
      item->sense = "same-time";
    }
}

/* The years in which it may have begun, whichever source is right. */
static gboolean
get_years (VnusTime *time,
           Occasion *occasion)
{
  gboolean any = FALSE;

  for (guint i = 0; i < _vnus_time_get_n (time); i++)
    {
      int first, last;

      if (!get_base_years (_vnus_time_get_nth (time, i), &first, &last))
        return FALSE;
      occasion->differ = occasion->differ || (any && (first != occasion->first_year || last != occasion->last_year));
      occasion->first_year = any ? MIN (occasion->first_year, first) : first;
      occasion->last_year = any ? MAX (occasion->last_year, last) : last;
      any = TRUE;
    }

  return any;
}

VnusFinding *
_vnus_rule_coincide (VnusAsk  *ask,
                     GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *record = ask->arguments[0].record;
  g_autoptr (VnusPhrase) subject = _vnus_phrase_new (NULL);
  g_autoptr (VnusTime) time = _vnus_time_of (ask->view, record);
  VnusDate *when = _vnus_time_get (time);
  Occasion occasion = { .date = when };

  _vnus_finding_set_list (finding, "records");
  _vnus_phrase_add_record (subject, NULL, vnus_record_get_id (record));
  if (get_years (time, &occasion))
    {
      _vnus_time_add_evidence (time, finding);
      add_anniversaries (ask, finding, &occasion);
    }
  add_occasions (finding, VNUS_EVENT (record));
  if (when != NULL)
    add_same_time (ask, finding, VNUS_EVENT (record), when);
  say (finding, subject);

  return _vnus_finding_seal (finding);
}
