/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rules last-session and next-session: the sessions of a mechanism around a
 * date. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-mechanism.h>
#include <vnus/vnus-meeting.h>

#include "chronicle/vnus-chronicle-private.h"

typedef struct
{
  VnusEvent  *event;
  VnusTime   *time;
  VnusTruth   held;
  VnusReasons reasons;
} Session;

static void
session_clear (gpointer data)
{
  _vnus_time_unref (((Session *) data)->time);
}

static gboolean
is_part_of (VnusRecord *record,
            const char *mechanism)
{
  if (!VNUS_IS_MEETING (record))
    return FALSE;

  for (guint i = 0; i < vnus_event_get_n_part_of (VNUS_EVENT (record)); i++)
    if (g_str_equal (vnus_event_get_whole (VNUS_EVENT (record), i), mechanism))
      return TRUE;

  return FALSE;
}

static GArray *
gather_sessions (VnusAsk *ask)
{
  const char *mechanism = vnus_record_get_id (ask->arguments[0].record);
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, mechanism);
  GArray *sessions = g_array_new (FALSE, FALSE, sizeof (Session));

  g_array_set_clear_func (sessions, session_clear);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);
      Session session = { .event = (VnusEvent *) record };

      if (!is_part_of (record, mechanism))
        continue;
      session.time = _vnus_time_of (ask->view, record);
      session.held = _vnus_event_is_held (ask, session.event, &session.reasons);
      g_array_append_val (sessions, session);
    }

  return sessions;
}

/* Whether a session ended before the date: all of it before all of that. */
static VnusTruth
is_before (const Session *session,
           VnusDate      *date,
           VnusReasons   *reasons)
{
  VnusAnswers answers = { 0 };
  VnusTruth truth;

  for (guint i = 0; i < _vnus_time_get_n (session->time); i++)
    _vnus_answers_add (&answers, vnus_date_is_before (_vnus_time_get_nth (session->time, i), date));
  truth = _vnus_answers_get (&answers);
  *reasons |= answers.reasons;

  return truth;
}

/* --- last-session --- */

/* Whether no other session came between @session and the date. */
static VnusTruth
is_last (GArray      *sessions,
         guint        index,
         VnusDate    *date,
         VnusReasons *reasons)
{
  const Session *session = &g_array_index (sessions, Session, index);
  VnusTruth truth = vnus_truth_and (is_before (session, date, reasons), session->held);

  *reasons |= session->reasons;
  for (guint i = 0; i < sessions->len && truth != VNUS_TRUTH_NO; i++)
    {
      const Session *other = &g_array_index (sessions, Session, i);
      VnusDate *own = _vnus_time_get (session->time), *its = _vnus_time_get (other->time);
      VnusTruth between;

      if (i == index)
        continue;
      between = vnus_truth_and (other->held, is_before (other, date, reasons));
      between = vnus_truth_and (between, own != NULL && its != NULL ? vnus_date_is_before (own, its) : VNUS_TRUTH_POSSIBLY);
      if (between == VNUS_TRUTH_POSSIBLY)
        *reasons |= own == NULL || its == NULL ? VNUS_REASONS_NO_EVIDENCE : VNUS_REASONS_DATE_VAGUE;
      truth = vnus_truth_and (truth, vnus_truth_not (between));
    }

  return truth;
}

static void
say_last (VnusFinding *finding,
          VnusAsk     *ask)
{
  VnusPhrase *sentence;

  if (finding->items->len == 0)
    {
      sentence = _vnus_phrase_new (finding->truth == VNUS_TRUTH_NO ? "last-session.none" : "last-session.not-recorded");
    }
  else
    {
      sentence = _vnus_phrase_new (finding->truth == VNUS_TRUTH_CERTAINLY ? "last-session.certainly" : "last-session.possibly");
      _vnus_phrase_add_items (sentence, "sessions", finding, "either");
    }
  _vnus_phrase_add_record (sentence, "mechanism", vnus_record_get_id (ask->arguments[0].record));
  _vnus_phrase_add_moment (sentence, "date", ask->arguments[1].date);
  _vnus_finding_set_sentence (finding, sentence);
}

static char *
make_scope (VnusAsk *ask)
{
  return g_strdup_printf ("kind:meeting part-of:%s", vnus_record_get_id (ask->arguments[0].record));
}

VnusFinding *
_vnus_rule_last_session (VnusAsk  *ask,
                         GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  g_autoptr (GArray) sessions = gather_sessions (ask);
  VnusDate *date = ask->arguments[1].date;
  g_autofree char *scope = make_scope (ask);
  int from = VNUS_DAY_MIN;
  gboolean is_covered;

  for (guint i = 0; i < sessions->len; i++)
    {
      const Session *session = &g_array_index (sessions, Session, i);
      VnusReasons reasons = VNUS_REASONS_NONE;

      if (session->held == VNUS_TRUTH_CERTAINLY && is_before (session, date, &reasons) == VNUS_TRUTH_CERTAINLY)
        from = MAX (from, vnus_date_get_earliest_start (_vnus_time_get (session->time)));
    }
  is_covered = _vnus_ask_is_covered (ask, finding, scope, from, vnus_date_get_latest_start (date));

  _vnus_finding_set_list (finding, "records");
  for (guint i = 0; i < sessions->len; i++)
    {
      const Session *session = &g_array_index (sessions, Session, i);
      VnusReasons reasons = VNUS_REASONS_NONE;
      VnusTruth truth = is_last (sessions, i, date, &reasons);

      if (!is_covered)
        {
          truth = vnus_truth_and (truth, VNUS_TRUTH_POSSIBLY);
          reasons |= VNUS_REASONS_NO_COVERAGE;
        }
      if (_vnus_finding_list_record (finding, vnus_record_get_id (VNUS_RECORD (session->event)), truth, reasons) != NULL)
        _vnus_time_add_evidence (session->time, finding);
    }

  if (finding->items->len > 0)
    _vnus_finding_settle_list (finding);
  else
    _vnus_finding_set_truth (finding, is_covered ? VNUS_TRUTH_NO : VNUS_TRUTH_POSSIBLY);
  if (finding->items->len == 0 && !is_covered)
    _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  say_last (finding, ask);

  return _vnus_finding_seal (finding);
}

/* --- next-session --- */

#define MAX_MONTHS 12000

/* Months of a period such as P1Y, P6M or P1Y6M; 0 if it is none of these. */
static int
read_period (const char *period)
{
  int months = 0;
  const char *p = period;

  if (p == NULL || *p++ != 'P')
    return 0;
  while (*p != '\0')
    {
      char *end;
      guint64 n = g_ascii_strtoull (p, &end, 10);

      if (end == p || n > 1000 || (*end != 'Y' && *end != 'M'))
        return 0;
      months += (int) n * (*end == 'Y' ? 12 : 1);
      if (months > MAX_MONTHS)
        return 0;
      p = end + 1;
    }

  return months;
}

/* A date @months after another, as precise as it. */
static VnusDate *
move_date (VnusDate *date,
           int       months)
{
  g_autoptr (VnusDate) first = NULL, last = NULL;
  g_autofree char *from = NULL, *to = NULL, *text = NULL;
  int earliest = _vnus_day_add_months (vnus_date_get_earliest_start (date), months);
  int latest = _vnus_day_add_months (vnus_date_get_latest_start (date), months);

  if (months % 12 == 0)
    {
      g_autoptr (VnusDate) start = vnus_date_dup_start (date);
      VnusDate *moved = start != NULL ? vnus_date_get_nth_anniversary (start, months / 12, VNUS_LEAP_POLICY_FEB28) : NULL;

      if (moved != NULL)
        return moved;
    }
  if (earliest == VNUS_DAY_MIN || latest == VNUS_DAY_MAX)
    return NULL;
  if (earliest == latest)
    return vnus_date_new_day (earliest);

  first = vnus_date_new_day (earliest);
  last = vnus_date_new_day (latest);
  from = vnus_date_to_string (first);
  to = vnus_date_to_string (last);
  text = g_strdup_printf ("[%s..%s]", from, to);
  return vnus_date_parse (text, NULL);
}

/* The last session that certainly took place before the date, by its start. */
static const Session *
find_latest (GArray   *sessions,
             VnusDate *date)
{
  const Session *latest = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const Session *session = &g_array_index (sessions, Session, i);
      VnusReasons reasons = VNUS_REASONS_NONE;

      if (session->held != VNUS_TRUTH_CERTAINLY || is_before (session, date, &reasons) != VNUS_TRUTH_CERTAINLY)
        continue;
      if (latest == NULL || vnus_date_compare (_vnus_time_get (session->time), _vnus_time_get (latest->time)) > 0)
        latest = session;
    }

  return latest;
}

static VnusFinding *
find_nothing (VnusFinding *finding,
              VnusAsk     *ask,
              const char  *key)
{
  VnusPhrase *sentence = _vnus_phrase_new (key);

  _vnus_phrase_add_record (sentence, "mechanism", vnus_record_get_id (ask->arguments[0].record));
  _vnus_finding_add_evidence (finding, vnus_record_get_id (ask->arguments[0].record), NULL);
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  _vnus_finding_set_sentence (finding, sentence);
  return _vnus_finding_seal (finding);
}

/* What is due by the period is never certain to come. */
VnusFinding *
_vnus_rule_next_session (VnusAsk  *ask,
                         GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  VnusRecord *mechanism = ask->arguments[0].record;
  int months = read_period (vnus_mechanism_get_period (VNUS_MECHANISM (mechanism)));
  g_autoptr (GArray) sessions = gather_sessions (ask);
  const Session *latest = find_latest (sessions, ask->arguments[1].date);
  g_autofree char *scope = make_scope (ask);
  g_autoptr (VnusDate) due = NULL;
  VnusPhrase *sentence;

  if (months == 0)
    return find_nothing (finding, ask, "next-session.no-period");
  if (latest == NULL)
    return find_nothing (finding, ask, "next-session.no-session");
  due = move_date (_vnus_time_get (latest->time), months);
  if (due == NULL)
    return find_nothing (finding, ask, "next-session.no-session");

  _vnus_finding_add_field_evidence (finding, vnus_record_get_id (mechanism), "period");
  _vnus_time_add_evidence (latest->time, finding);
  _vnus_ask_is_covered (ask, finding, scope, vnus_date_get_earliest_start (_vnus_time_get (latest->time)),
                        vnus_date_get_latest_start (ask->arguments[1].date));
  _vnus_finding_set_truth (finding, VNUS_TRUTH_POSSIBLY);
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  if (!vnus_date_is_single_day (due))
    _vnus_finding_add_reason (finding, VNUS_REASONS_DATE_VAGUE);
  _vnus_finding_set_date (finding, due);

  sentence = _vnus_phrase_new ("next-session.due");
  _vnus_phrase_add_record (sentence, "mechanism", vnus_record_get_id (mechanism));
  _vnus_phrase_add_record (sentence, "session", vnus_record_get_id (VNUS_RECORD (latest->event)));
  _vnus_phrase_add_date (sentence, "date", due, VNUS_DATE_STYLE_PROSE);
  _vnus_finding_set_sentence (finding, sentence);

  return _vnus_finding_seal (finding);
}
