/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule first-of-office-since: the earliest visit to a host by any holder of
 * an office, from a date on. */
#include "inquiry/vnus-visits-private.h"

typedef struct
{
  VnusAsk   *ask;
  GPtrArray *comings;
  int        earliest, latest; /* the date */
} Case;

static VnusTruth
qualifies (const Case       *c,
           const VnusComing *coming)
{
  return vnus_truth_and (coming->counts, _vnus_coming_is_since (coming, c->earliest, c->latest));
}

/* Whether no other visit is the earliest instead. */
static VnusTruth
is_earliest (const Case       *c,
             const VnusComing *coming,
             VnusReasons      *reasons)
{
  VnusTruth truth = qualifies (c, coming);

  *reasons = _vnus_coming_doubt (coming, _vnus_coming_is_since (coming, c->earliest, c->latest));
  for (guint i = 0; i < c->comings->len; i++)
    {
      const VnusComing *other = g_ptr_array_index (c->comings, i);
      VnusTruth earlier;

      if (other == coming)
        continue;
      earlier = vnus_truth_and (qualifies (c, other), _vnus_coming_is_before (other, coming));
      truth = vnus_truth_and (truth, vnus_truth_not (earlier));
      if (earlier == VNUS_TRUTH_POSSIBLY)
        *reasons |= _vnus_coming_doubt (other, VNUS_TRUTH_POSSIBLY);
    }

  return truth;
}

static void
say (VnusFinding *finding,
     VnusAsk     *ask)
{
  VnusPhrase *sentence;

  if (finding->items->len == 0)
    {
      sentence = _vnus_phrase_new ("first-of-office-since.not-recorded");
    }
  else
    {
      sentence = _vnus_phrase_new (finding->truth == VNUS_TRUTH_CERTAINLY ? "first-of-office-since.certainly"
                                                                          : "first-of-office-since.possibly");
      _vnus_phrase_add_items (sentence, "visits", finding, "either");
    }
  _vnus_phrase_add_record (sentence, "office", vnus_record_get_id (ask->arguments[0].record));
  _vnus_phrase_add_record (sentence, "host", vnus_record_get_id (ask->arguments[1].record));
  _vnus_phrase_add_moment (sentence, "date", ask->arguments[2].date);
  _vnus_finding_set_sentence (finding, sentence);
}

VnusFinding *
_vnus_rule_first_of_office_since (VnusAsk  *ask,
                                  GError  **error)
{
  VnusFinding *finding = _vnus_ask_new_finding (ask);
  const char *office = vnus_record_get_id (ask->arguments[0].record);
  const char *host = vnus_record_get_id (ask->arguments[1].record);
  g_autoptr (GPtrArray) comings = _vnus_list_visits_of_office (ask, office, host);
  g_autofree char *scope = _vnus_visits_scope (host, office, NULL);
  Case c = { ask, comings, vnus_date_get_earliest_start (ask->arguments[2].date),
             vnus_date_get_latest_start (ask->arguments[2].date) };
  int until = VNUS_DAY_MAX;
  gboolean is_covered;

  /* What comes after every visit that may be the first need not be covered. */
  for (guint i = 0; i < comings->len; i++)
    if (qualifies (&c, g_ptr_array_index (comings, i)) == VNUS_TRUTH_CERTAINLY)
      until = MIN (until, ((VnusComing *) g_ptr_array_index (comings, i))->bounds.latest_start);
  if (until == VNUS_DAY_MAX && ask->standpoint != NULL)
    until = vnus_date_get_latest_end (ask->standpoint);
  /* Of days that are still to come from the standpoint nothing is known. */
  is_covered = c.earliest <= until && _vnus_ask_is_covered (ask, finding, scope, c.earliest, until);

  _vnus_finding_set_list (finding, "records");
  for (guint i = 0; i < comings->len; i++)
    {
      const VnusComing *coming = g_ptr_array_index (comings, i);
      VnusReasons reasons;
      VnusTruth truth = is_earliest (&c, coming, &reasons);

      if (coming->time->known != VNUS_TRUTH_CERTAINLY)
        truth = vnus_truth_and (truth, VNUS_TRUTH_POSSIBLY);
      if (!is_covered)
        {
          truth = vnus_truth_and (truth, VNUS_TRUTH_POSSIBLY);
          reasons |= VNUS_REASONS_NO_COVERAGE;
        }
      if (_vnus_finding_list_record (finding, vnus_record_get_id (VNUS_RECORD (coming->visit)), truth, reasons) != NULL)
        _vnus_finding_add_step (finding, _vnus_coming_step (coming));
    }

  if (finding->items->len > 0)
    _vnus_finding_settle_list (finding);
  else
    _vnus_finding_set_truth (finding, is_covered ? VNUS_TRUTH_NO : VNUS_TRUTH_POSSIBLY);
  if (finding->items->len == 0 && !is_covered)
    _vnus_finding_add_reason (finding, VNUS_REASONS_NO_EVIDENCE);
  say (finding, ask);

  return _vnus_finding_seal (finding);
}
