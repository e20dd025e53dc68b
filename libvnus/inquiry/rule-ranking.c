/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rule ranking: the rank that sources give. It is never computed: that would
 * need the figures of all who are ranked. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-indicator.h>
#include <vnus/vnus-observation.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"

typedef struct
{
  VnusAsk     *ask;
  VnusFinding *finding;
  int          min, max;
  gboolean     any, differ, vague;
} Case;

static void
add_rank (Case *c,
          int   rank)
{
  c->differ = c->differ || (c->any && (rank != c->min || rank != c->max));
  c->min = c->any ? MIN (c->min, rank) : rank;
  c->max = c->any ? MAX (c->max, rank) : rank;
  c->any = TRUE;
}

/* The rank that is used, and its rivals. */
static void
add_ranks (Case            *c,
           VnusObservation *observation)
{
  const char *id = vnus_record_get_id (VNUS_RECORD (observation));
  gsize n_claims = 0;
  VnusClaim **claims = vnus_chronicle_list_claims (c->ask->view, id, "rank", &n_claims);

  add_rank (c, vnus_observation_get_rank (observation));
  for (gsize i = 0; i < n_claims; i++)
    {
      if (claims[i]->standing == VNUS_CLAIM_STANDING_RIVAL)
        add_rank (c, vnus_value_get_integer (claims[i]->value));
      vnus_claim_unref (claims[i]);
    }
  g_free (claims);
}

static void
consider (Case            *c,
          VnusObservation *observation)
{
  VnusDate *told = vnus_observation_get_period (observation);
  g_autoptr (VnusDate) period = told != NULL ? vnus_date_to_extent (told) : NULL;
  const char *id = vnus_record_get_id (VNUS_RECORD (observation));
  VnusTruth then;

  if (vnus_observation_get_rank (observation) == 0 || period == NULL)
    return;
  then = vnus_date_intersects (period, c->ask->arguments[1].date);
  if (then == VNUS_TRUTH_NO)
    return;

  c->vague = c->vague || (then == VNUS_TRUTH_POSSIBLY && !vnus_date_equal (told, c->ask->arguments[1].date));
  add_ranks (c, observation);
  _vnus_finding_add_field_evidence (c->finding, id, "rank");
}

VnusFinding *
_vnus_rule_ranking (VnusAsk  *ask,
                    GError  **error)
{
  const char *indicator = vnus_record_get_id (ask->arguments[0].record);
  GPtrArray *referrers = _vnus_chronicle_get_referrers (ask->view, indicator);
  Case c = { .ask = ask, .finding = _vnus_ask_new_finding (ask) };
  VnusPhrase *sentence;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      if (VNUS_IS_OBSERVATION (record) &&
          g_strcmp0 (vnus_observation_get_indicator (VNUS_OBSERVATION (record)), indicator) == 0)
        consider (&c, VNUS_OBSERVATION (record));
    }

  if (!c.any)
    {
      _vnus_finding_add_reason (c.finding, VNUS_REASONS_NO_EVIDENCE);
      sentence = _vnus_phrase_new ("ranking.not-recorded");
    }
  else
    {
      if (c.differ)
        _vnus_finding_add_reason (c.finding, VNUS_REASONS_SOURCES_DIFFER);
      if (c.vague)
        _vnus_finding_add_reason (c.finding, VNUS_REASONS_DATE_VAGUE);
      _vnus_finding_set_truth (c.finding, c.differ || c.vague ? VNUS_TRUTH_POSSIBLY : VNUS_TRUTH_CERTAINLY);
      _vnus_finding_set_range (c.finding, c.min, c.max, "rank");
      sentence = _vnus_phrase_new (c.min == c.max ? "ranking.rank" : "ranking.between");
      _vnus_phrase_add_integer (sentence, "min", c.min);
      if (c.min != c.max)
        _vnus_phrase_add_integer (sentence, "max", c.max);
    }
  _vnus_phrase_add_record (sentence, "indicator", indicator);
  _vnus_phrase_add_date (sentence, "date", ask->arguments[1].date, VNUS_DATE_STYLE_PROSE);
  _vnus_finding_set_sentence (c.finding, sentence);

  return _vnus_finding_seal (c.finding);
}
