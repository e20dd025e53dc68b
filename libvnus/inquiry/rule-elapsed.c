/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rules elapsed and days. */
#include "inquiry/vnus-ask-private.h"

static const char *const unit_names[] = { NULL, "days", "months", "years" };

typedef struct
{
  int min, max;
} Range;

/* To the earliest and the latest day of @until, which may have extent. */
static Range
count_elapsed (VnusDate     *start,
               VnusDate     *until,
               VnusDateUnit  unit)
{
  g_autoptr (VnusDate) end = vnus_date_dup_end (until);
  Range range;

  vnus_date_elapsed (start, until, unit, &range.min, &range.max);
  if (end == NULL)
    range.max = VNUS_RANGE_OPEN;
  else
    vnus_date_elapsed (start, end, unit, NULL, &range.max);

  return range;
}

static gboolean
is_bound (int number)
{
  return number != VNUS_DAY_MIN && number != VNUS_RANGE_OPEN;
}

/* What has no start, or no end, is no number however sure that is. */
static gboolean
is_number (Range range)
{
  return range.min == range.max && is_bound (range.min);
}

static void
add_reasons (VnusFinding *finding,
             VnusTime    *time,
             Range        first,
             gboolean     differ)
{
  if (!is_number (first))
    _vnus_finding_add_reason (finding, VNUS_REASONS_DATE_VAGUE);
  if (differ)
    _vnus_finding_add_reason (finding, VNUS_REASONS_SOURCES_DIFFER);
  if (time->known != VNUS_TRUTH_CERTAINLY)
    _vnus_finding_add_reason (finding, VNUS_REASONS_KNOWN_VAGUELY);
}

static VnusFinding *
find_no_date (VnusFinding *finding,
              VnusRecord  *record)
{
  VnusPhrase *sentence = _vnus_phrase_new ("finding.no-date");

  _vnus_phrase_add_record (sentence, "record", vnus_record_get_id (record));
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_sentence (finding, sentence);
  return _vnus_finding_seal (finding);
}

static void
add_start_step (VnusFinding *finding,
                VnusTime    *time)
{
  _vnus_finding_add_step (finding, _vnus_time_step (time, time->record));
}

/* A sentence, and what of the range it tells. */
typedef struct
{
  const char *key;
  gboolean has_min, has_max;
} Wording;

/* Time before a start is negative in the range, and none in words. */
static Wording
choose_wording (Range range)
{
  if (range.max < 0)
    return (Wording) { "elapsed.not-yet" };
  if (!is_bound (range.min) || (range.min < 0 && !is_bound (range.max)))
    return (Wording) { "elapsed.unbounded" };
  if (!is_bound (range.max))
    return (Wording) { "elapsed.at-least", TRUE, FALSE };
  if (range.min < 0)
    return (Wording) { "elapsed.perhaps-not-yet", FALSE, TRUE };
  if (range.min < range.max)
    return (Wording) { "elapsed.between", TRUE, TRUE };

  return (Wording) { "elapsed.exactly", TRUE, FALSE };
}

static void
say (VnusFinding  *finding,
     VnusAsk      *ask,
     VnusTime     *time,
     Range         range)
{
  const Wording wording = choose_wording (range);
  VnusPhrase *sentence = _vnus_phrase_new (wording.key);

  add_start_step (finding, time);
  _vnus_phrase_add_record (sentence, "record", vnus_record_get_id (ask->arguments[0].record));
  _vnus_phrase_add_moment (sentence, "date", ask->arguments[1].date);
  if (wording.has_min || wording.has_max)
    _vnus_phrase_add_text (sentence, "unit", unit_names[ask->arguments[2].number]);
  if (wording.has_min)
    _vnus_phrase_add_integer (sentence, "min", range.min);
  if (wording.has_max)
    _vnus_phrase_add_integer (sentence, "max", range.max);
  _vnus_finding_set_sentence (finding, sentence);
}

/* Full units between the start of a record and a date, from their bounds. */
VnusFinding *
_vnus_rule_elapsed (VnusAsk  *ask,
                    GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *record = ask->arguments[0].record;
  VnusDateUnit unit = (VnusDateUnit) ask->arguments[2].number;
  g_autoptr (VnusTime) time = _vnus_time_of (ask->view, record);
  Range first, range;
  gboolean differ = FALSE;

  if (_vnus_time_get (time) == NULL)
    return find_no_date (finding, record);

  first = range = count_elapsed (_vnus_time_get (time), ask->arguments[1].date, unit);
  for (guint i = 1; i < _vnus_time_get_n (time); i++)
    {
      Range other = count_elapsed (_vnus_time_get_nth (time, i), ask->arguments[1].date, unit);

      differ = differ || other.min != first.min || other.max != first.max;
      range.min = MIN (range.min, other.min);
      range.max = MAX (range.max, other.max);
    }

  _vnus_finding_add_evidence (finding, vnus_record_get_id (record), NULL);
  _vnus_time_add_evidence (time, finding);
  add_reasons (finding, time, first, differ);
  _vnus_finding_set_truth (finding, is_number (range) && time->known == VNUS_TRUTH_CERTAINLY ? VNUS_TRUTH_CERTAINLY
                                                                                              : VNUS_TRUTH_POSSIBLY);
  _vnus_finding_set_range (finding, range.min, range.max, unit_names[unit]);
  say (finding, ask, time, range);

  return _vnus_finding_seal (finding);
}

/* A date without extent that is not known to the day bounds a stay, and does not
 * say that it was of one day. */
static Range
count_days (VnusDate *date)
{
  Range range;

  vnus_date_get_length (date, VNUS_DATE_UNIT_DAYS, &range.min, &range.max);
  if (vnus_date_get_kind (date) != VNUS_DATE_KIND_INTERVAL && vnus_date_get_precision (date) != VNUS_DATE_PRECISION_DAY)
    {
      gint64 first = vnus_date_get_earliest_start (date), last = vnus_date_get_latest_end (date);

      range.max = first == VNUS_DAY_MIN || last == VNUS_DAY_MAX ? VNUS_RANGE_OPEN : (int) MIN (last - first + 1, VNUS_RANGE_OPEN);
    }

  return range;
}

/* How many calendar days an event lasts, the first and the last included. */
VnusFinding *
_vnus_rule_days (VnusAsk  *ask,
                 GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *record = ask->arguments[0].record;
  g_autoptr (VnusTime) time = _vnus_time_of (ask->view, record);
  Range first, range;
  gboolean differ = FALSE;
  VnusPhrase *sentence;

  if (_vnus_time_get (time) == NULL)
    return find_no_date (finding, record);

  first = range = count_days (_vnus_time_get (time));
  for (guint i = 1; i < _vnus_time_get_n (time); i++)
    {
      Range other = count_days (_vnus_time_get_nth (time, i));

      differ = differ || other.min != first.min || other.max != first.max;
      range.min = MIN (range.min, other.min);
      range.max = MAX (range.max, other.max);
    }

  _vnus_finding_add_evidence (finding, vnus_record_get_id (record), NULL);
  _vnus_time_add_evidence (time, finding);
  add_reasons (finding, time, first, differ);
  _vnus_finding_set_truth (finding, is_number (range) && time->known == VNUS_TRUTH_CERTAINLY ? VNUS_TRUTH_CERTAINLY
                                                                                              : VNUS_TRUTH_POSSIBLY);
  _vnus_finding_set_range (finding, range.min, range.max, "days");
  add_start_step (finding, time);

  sentence = _vnus_phrase_new (range.max == VNUS_RANGE_OPEN ? "days.at-least"
                               : range.min == range.max     ? "days.exactly"
                                                            : "days.between");
  _vnus_phrase_add_record (sentence, "event", vnus_record_get_id (record));
  _vnus_phrase_add_integer (sentence, "min", range.min);
  if (range.min != range.max && range.max != VNUS_RANGE_OPEN)
    _vnus_phrase_add_integer (sentence, "max", range.max);
  _vnus_finding_set_sentence (finding, sentence);

  return _vnus_finding_seal (finding);
}
