/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: the time of a record, with its rivals. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-accreditation.h>
#include <vnus/vnus-agreement.h>
#include <vnus/vnus-treaty-action.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"
#include "time/calendar-private.h"

/* --- Dates with rivals --- */

static VnusTime *
time_new_empty (const char *record,
                const char *field)
{
  VnusTime *self = g_new0 (VnusTime, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_date_unref);
  self->record = g_strdup (record);
  self->field = field;
  self->known = VNUS_TRUTH_CERTAINLY;

  return self;
}

VnusTime *
_vnus_time_new_date (const char *record,
                     const char *field,
                     VnusDate   *date)
{
  VnusTime *self = time_new_empty (record, field);

  g_ptr_array_add (self->dates, vnus_date_ref (date));
  return self;
}

VnusTime *
_vnus_time_ref (VnusTime *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
_vnus_time_unref (VnusTime *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->dates);
  g_free (self->record);
  g_free (self);
}

static void
add_rivals (VnusTime      *self,
            VnusChronicle *view)
{
  g_autoptr (GPtrArray) claims = _vnus_chronicle_ref_claims (view, self->record, self->field);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);
      VnusDate *date = vnus_value_get_date (claim->value);

      if (claim->standing == VNUS_CLAIM_STANDING_RIVAL && date != NULL)
        g_ptr_array_add (self->dates, vnus_date_ref (date));
    }
}

VnusTime *
_vnus_time_new (VnusChronicle *view,
                VnusRecord    *record,
                const char    *field)
{
  VnusTime *self = time_new_empty (vnus_record_get_id (record), field);
  g_autoptr (VnusValue) value = vnus_record_dup_value (record, field);

  if (value != NULL && vnus_value_get_date (value) != NULL)
    g_ptr_array_add (self->dates, vnus_date_ref (vnus_value_get_date (value)));
  if (self->dates->len > 0 && _vnus_record_has_cited_value (record, field))
    add_rivals (self, view);
  self->known = _vnus_is_known (view, record, field);

  return self;
}

VnusDate *
_vnus_time_get (VnusTime *self)
{
  return _vnus_time_get_nth (self, 0);
}

guint
_vnus_time_get_n (VnusTime *self)
{
  return self->dates->len;
}

VnusDate *
_vnus_time_get_nth (VnusTime *self,
                    guint     position)
{
  return position < self->dates->len ? g_ptr_array_index (self->dates, position) : NULL;
}

VnusBounds
_vnus_time_get_bounds (VnusTime *self)
{
  VnusBounds all = { VNUS_DAY_MIN, VNUS_DAY_MAX, VNUS_DAY_MIN, VNUS_DAY_MAX };

  for (guint i = 0; i < self->dates->len; i++)
    {
      VnusBounds bounds = _vnus_get_bounds (g_ptr_array_index (self->dates, i));

      all.earliest_start = i > 0 ? MIN (all.earliest_start, bounds.earliest_start) : bounds.earliest_start;
      all.latest_start = i > 0 ? MAX (all.latest_start, bounds.latest_start) : bounds.latest_start;
      all.earliest_end = i > 0 ? MIN (all.earliest_end, bounds.earliest_end) : bounds.earliest_end;
      all.latest_end = i > 0 ? MAX (all.latest_end, bounds.latest_end) : bounds.latest_end;
    }

  return all;
}

/* Those who give another date are heard, too. */
static void
add_rival_evidence (VnusTime    *self,
                    VnusFinding *finding)
{
  g_autoptr (GPtrArray) claims = _vnus_chronicle_ref_claims (finding->chronicle, self->record, self->field);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      if (claim->standing == VNUS_CLAIM_STANDING_RIVAL)
        for (guint j = 0; j < vnus_claim_get_n_citations (claim); j++)
          _vnus_finding_add_evidence (finding, self->record, vnus_claim_get_citation (claim, j));
    }
}

void
_vnus_time_add_evidence (VnusTime    *self,
                         VnusFinding *finding)
{
  if (self->dates->len == 0)
    return;

  _vnus_finding_add_field_evidence (finding, self->record, self->field);
  if (self->dates->len > 1)
    add_rival_evidence (self, finding);
}

VnusPhrase *
_vnus_time_step (VnusTime   *self,
                 const char *record)
{
  VnusPhrase *step = _vnus_phrase_new (self->dates->len == 0   ? "finding.no-date"
                                       : self->dates->len == 1 ? "finding.step-start"
                                                               : "finding.step-rivals");
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);

  _vnus_phrase_add_record (step, "record", record);
  if (self->dates->len > 0)
    _vnus_phrase_add_date (step, "date", _vnus_time_get (self), VNUS_DATE_STYLE_PROSE);
  for (guint i = 1; i < self->dates->len; i++)
    {
      VnusPhrase *other = _vnus_phrase_new (NULL);

      _vnus_phrase_add_date (other, NULL, _vnus_time_get_nth (self, i), VNUS_DATE_STYLE_PROSE);
      g_ptr_array_add (others, other);
    }
  if (others->len > 0)
    _vnus_phrase_add_list (step, "others", (VnusPhrase **) others->pdata, others->len, "either");

  return step;
}

/* --- The time of a kind --- */

static const struct
{
  VnusKind    kind;
  const char *fields[4]; /* the first that is recorded */
} time_fields[] = {
  { VNUS_KIND_STATE, { "existed" } },
  { VNUS_KIND_ORGANIZATION, { "existed" } },
  { VNUS_KIND_PERSON, { "lived" } },
  { VNUS_KIND_TENURE, { "during" } },
  { VNUS_KIND_ACCREDITATION, { "credentials", "arrived", "appointed", "nominated" } },
  { VNUS_KIND_SOURCE, { "published" } },
  { VNUS_KIND_STAGE, { "during" } },
  { VNUS_KIND_JOURNEY, { "when" } },
  { VNUS_KIND_VISIT, { "when" } },
  { VNUS_KIND_MEETING, { "when" } },
  { VNUS_KIND_STATEMENT, { "when" } },
  { VNUS_KIND_MEASURE, { "when" } },
  { VNUS_KIND_AGREEMENT, { "validity" } },
  { VNUS_KIND_TREATY_ACTION, { "effective", "when" } },
  { VNUS_KIND_MECHANISM, { "existed" } },
  { VNUS_KIND_OBSERVATION, { "period" } },
  { VNUS_KIND_COVERAGE, { "during" } },
};

/* Entry into force comes before all other actions, then the earliest. */
static VnusTreatyAction *
first_action (VnusChronicle *view,
              const char    *agreement)
{
  GPtrArray *referrers = _vnus_chronicle_get_referrers (view, agreement);
  VnusTreatyAction *first = NULL;
  gboolean in_force = FALSE;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);
      VnusTreatyAction *action;
      gboolean enters;
      VnusDate *when;

      if (!VNUS_IS_TREATY_ACTION (record))
        continue;
      action = VNUS_TREATY_ACTION (record);
      when = vnus_treaty_action_get_effective (action);
      if (when == NULL)
        when = vnus_treaty_action_get_when (action);
      enters = vnus_treaty_action_get_action (action) == VNUS_TREATY_ACTION_TYPE_ENTERED_INTO_FORCE;
      if (when == NULL || g_strcmp0 (vnus_treaty_action_get_agreement (action), agreement) != 0 || (in_force && !enters))
        continue;

      if (first == NULL || enters != in_force ||
          vnus_date_compare (when, vnus_treaty_action_get_effective (first) != NULL
                                     ? vnus_treaty_action_get_effective (first)
                                     : vnus_treaty_action_get_when (first)) < 0)
        {
          first = action;
          in_force = enters;
        }
    }

  return first;
}

static gpointer
find_time (VnusChronicle *view,
           gconstpointer  about,
           gconstpointer  of)
{
  VnusRecord *record = (VnusRecord *) about;
  VnusKind kind = vnus_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (time_fields); i++)
    {
      if (time_fields[i].kind != kind)
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (time_fields[i].fields) && time_fields[i].fields[j] != NULL; j++)
        {
          g_autoptr (VnusTime) time = _vnus_time_new (view, record, time_fields[i].fields[j]);

          if (time->dates->len > 0)
            return g_steal_pointer (&time);
        }
    }

  if (kind == VNUS_KIND_AGREEMENT)
    {
      VnusTreatyAction *action = first_action (view, vnus_record_get_id (record));

      if (action != NULL)
        return _vnus_time_of (view, VNUS_RECORD (action));
    }

  return time_new_empty (vnus_record_get_id (record), "when");
}

static gpointer
ref_time (gpointer time)
{
  return _vnus_time_ref (time);
}

static const VnusMemo time_memo = { find_time, ref_time, (GDestroyNotify) _vnus_time_unref };

VnusTime *
_vnus_time_of (VnusChronicle *view,
               VnusRecord    *record)
{
  return _vnus_view_recall (view, &time_memo, record, NULL);
}

/* --- Days --- */

int
_vnus_day_add_months (int day,
                      int months)
{
  int year, month, day_of_month, count;

  if (day == VNUS_DAY_MIN || day == VNUS_DAY_MAX)
    return day;

  ymd_from_day (day, &year, &month, &day_of_month);
  count = year * 12 + month - 1 + months;
  year = count >= 0 ? count / 12 : -((11 - count) / 12);
  month = count - year * 12 + 1;

  return day_from_ymd (year, month, MIN (day_of_month, days_in_month (year, month)));
}

/* --- Answers of rivals --- */

gboolean
_vnus_next_choice (guint       *choice,
                   const guint *n_choices,
                   guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      if (++choice[i] < n_choices[i])
        return TRUE;
      choice[i] = 0;
    }

  return FALSE;
}

void
_vnus_answers_add (VnusAnswers *self,
                   VnusTruth    truth)
{
  self->differ = self->differ || (self->any && self->truth != truth);
  if (!self->any)
    self->truth = truth;
  self->any = TRUE;
  if (self->differ)
    self->reasons |= VNUS_REASONS_SOURCES_DIFFER;
  if (truth == VNUS_TRUTH_POSSIBLY)
    self->reasons |= VNUS_REASONS_DATE_VAGUE;
}

VnusTruth
_vnus_answers_get (VnusAnswers *self)
{
  if (!self->any)
    {
      self->reasons |= VNUS_REASONS_NO_EVIDENCE;
      return VNUS_TRUTH_POSSIBLY;
    }

  return self->differ ? VNUS_TRUTH_POSSIBLY : self->truth;
}
