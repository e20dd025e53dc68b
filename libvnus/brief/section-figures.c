/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: figures with their growth, and ranks. */
#include "brief/brief-private.h"

#include "chronicle/vnus-chronicle-private.h"

#include <vnus/vnus-indicator.h>
#include <vnus/vnus-observation.h>

#include <math.h>
#include <string.h>

static gboolean
is_between_parties (BriefScene    *scene,
                    VnusIndicator *indicator)
{
  const char *of = vnus_indicator_get_of (indicator), *partner = vnus_indicator_get_partner (indicator);

  return of != NULL && partner != NULL && _vnus_brief_is_party (scene, of) && _vnus_brief_is_party (scene, partner) &&
         !g_str_equal (of, partner);
}

static int
compare_observations (gconstpointer a,
                      gconstpointer b)
{
  VnusObservation *one = *(VnusObservation *const *) a, *other = *(VnusObservation *const *) b;
  const int order = vnus_date_compare (vnus_observation_get_period (one), vnus_observation_get_period (other));

  return order != 0 ? order
                    : g_strcmp0 (vnus_record_get_id (VNUS_RECORD (one)), vnus_record_get_id (VNUS_RECORD (other)));
}

/* Those of periods that are over. */
static GPtrArray *
list_observations (BriefScene *scene,
                   const char *indicator)
{
  GPtrArray *referrers = _vnus_chronicle_get_referrers (scene->view, indicator);
  GPtrArray *observations = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusObservation *observation = g_ptr_array_index (referrers, i);

      if (VNUS_IS_OBSERVATION (observation) && g_strcmp0 (vnus_observation_get_indicator (observation), indicator) == 0 &&
          vnus_observation_get_period (observation) != NULL &&
          vnus_date_get_latest_end (vnus_observation_get_period (observation)) <= scene->today)
        g_ptr_array_add (observations, observation);
    }
  g_ptr_array_sort (observations, compare_observations);

  return observations;
}

static VnusPhrase *
name_indicator (BriefScene    *scene,
                VnusIndicator *indicator)
{
  const char *reporter = vnus_indicator_get_reporter (indicator);
  VnusPhrase *phrase = _vnus_phrase_new ("brief.indicator");

  _vnus_phrase_add_word (phrase, "flow", _vnus_brief_nick (VNUS_TYPE_FLOW, (int) vnus_indicator_get_flow (indicator)));
  _vnus_phrase_add_record (phrase, "name", vnus_record_get_id (VNUS_RECORD (indicator)));
  _vnus_brief_take (phrase, "of", _vnus_brief_state (scene, vnus_indicator_get_of (indicator)));
  _vnus_brief_take (phrase, "partner", _vnus_brief_state (scene, vnus_indicator_get_partner (indicator)));
  _vnus_phrase_add_word (phrase, "reported", reporter != NULL ? "yes" : "no");
  if (reporter != NULL)
    _vnus_brief_take (phrase, "reporter", _vnus_brief_actor (scene, reporter));
  else
    _vnus_phrase_add_word (phrase, "reporter", "");
  return phrase;
}

/* January to June is the first half of the year, by its name. */
static VnusDate *
name_half_year (VnusDate *period)
{
  g_autofree char *text = vnus_date_to_string (period);
  g_autofree char *half = NULL;

  if (strlen (text) != 15 || strncmp (text, text + 8, 5) != 0)
    return vnus_date_ref (period);
  if (strncmp (text + 4, "-01/", 4) == 0 && g_str_has_suffix (text, "-06"))
    half = g_strdup_printf ("%.4s-40", text);
  else if (strncmp (text + 4, "-07/", 4) == 0 && g_str_has_suffix (text, "-12"))
    half = g_strdup_printf ("%.4s-41", text);

  return half != NULL ? vnus_date_parse (half, NULL) : vnus_date_ref (period);
}

/* ---- Values ---- */

/* The year before the one of the period; NULL if it is no year. */
static VnusDate *
year_before (VnusDate *period)
{
  int first, last;

  if (vnus_date_get_precision (period) != VNUS_DATE_PRECISION_YEAR || !vnus_date_get_year_range (period, &first, &last) ||
      first != last || first < 2)
    return NULL;

  return vnus_date_new_ymd (first - 1, 0, 0);
}

static void
add_change (VnusPhrase      *phrase,
            VnusObservation *observation)
{
  VnusAmount *change = vnus_observation_get_change_as_reported (observation);
  g_autoptr (VnusDate) before = year_before (vnus_observation_get_period (observation));
  const char *number = change != NULL && before != NULL ? vnus_amount_get_number (change) : NULL;

  _vnus_phrase_add_text (phrase, "change", number == NULL ? "none" : *number == '-' ? "down" : "up");
  _vnus_phrase_add_decimal (phrase, "rate", number == NULL ? "0" : *number == '-' ? number + 1 : number);
  if (before != NULL)
    _vnus_phrase_add_date (phrase, "before", before, VNUS_DATE_STYLE_PROSE);
  else
    _vnus_phrase_add_word (phrase, "before", "");
}

static VnusPhrase *
say_value (BriefScene      *scene,
           VnusIndicator   *indicator,
           VnusObservation *observation,
           gboolean         is_first)
{
  g_autoptr (VnusDate) period = name_half_year (vnus_observation_get_period (observation));
  VnusPhrase *phrase = _vnus_phrase_new (is_first ? "brief.figure-first" : "brief.figure-next");

  _vnus_phrase_add_date (phrase, "when", period, VNUS_DATE_STYLE_WHEN);
  if (is_first)
    _vnus_brief_take (phrase, "indicator", name_indicator (scene, indicator));
  _vnus_phrase_add_amount (phrase, "amount", vnus_observation_get_amount (observation));
  add_change (phrase, observation);
  return phrase;
}

/* What the period before must have been: the change that the source printed is
 * rounded, so that the value lies between bounds. */
static void
write_implied (BriefScene      *scene,
               GPtrArray       *items,
               VnusIndicator   *indicator,
               VnusObservation *observation)
{
  VnusAmount *amount = vnus_observation_get_amount (observation);
  VnusAmount *change = vnus_observation_get_change_as_reported (observation);
  g_autoptr (VnusDate) before = year_before (vnus_observation_get_period (observation));
  const char *id = vnus_record_get_id (VNUS_RECORD (observation));
  g_autoptr (VnusAmount) implied = NULL;
  g_autofree char *number = NULL;
  double value, step;
  BriefDraft *draft;

  if (amount == NULL || change == NULL || before == NULL || vnus_amount_to_double (change) <= -1)
    return;

  value = vnus_amount_to_double (amount) / (1 + vnus_amount_to_double (change));
  step = pow (10, floor (log10 (value)) - 3);
  number = g_strdup_printf ("%.0f", round (value / step) * step);
  implied = vnus_amount_parse (number, VNUS_BOUND_ABOUT, vnus_amount_get_unit (amount), NULL);
  if (implied == NULL || step < 1)
    return;

  draft = _vnus_brief_draft_new (scene, "computed-figure", "brief.figure-computed");
  _vnus_phrase_add_date (draft->phrase, "when", before, VNUS_DATE_STYLE_WHEN);
  _vnus_brief_take (draft->phrase, "indicator", name_indicator (scene, indicator));
  _vnus_phrase_add_amount (draft->phrase, "amount", implied);
  _vnus_brief_cite (draft, id);
  _vnus_brief_cite_field (draft, id, "change-as-reported");
  _vnus_brief_commit (draft, items);
}

static void
write_values (BriefScene    *scene,
              GPtrArray     *items,
              VnusIndicator *indicator)
{
  g_autoptr (GPtrArray) observations = list_observations (scene, vnus_record_get_id (VNUS_RECORD (indicator)));
  g_autoptr (GPtrArray) clauses = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "figures", "brief.clauses");

  for (guint i = 0; i < observations->len; i++)
    {
      VnusObservation *observation = g_ptr_array_index (observations, i);
      const char *id = vnus_record_get_id (VNUS_RECORD (observation));

      if (vnus_observation_get_amount (observation) == NULL)
        continue;
      g_ptr_array_add (clauses, say_value (scene, indicator, observation, clauses->len == 0));
      _vnus_brief_cite (draft, id);
      _vnus_brief_cite_field (draft, id, "amount");
    }
  _vnus_brief_take_list (draft->phrase, "clauses", clauses, "semicolon");
  if (!_vnus_brief_commit (draft, items))
    return;

  for (guint i = 0; i < observations->len; i++)
    write_implied (scene, items, indicator, g_ptr_array_index (observations, i));
}

/* ---- Ranks ---- */

static VnusPhrase *
say_rank (BriefScene      *scene,
          VnusIndicator   *indicator,
          VnusObservation *observation,
          gboolean         is_day)
{
  const char *reporter = vnus_indicator_get_reporter (indicator);
  VnusText *definition = vnus_indicator_get_definition (indicator);
  VnusPhrase *phrase = _vnus_phrase_new ("brief.rank");

  _vnus_phrase_add_word (phrase, "flow", _vnus_brief_nick (VNUS_TYPE_FLOW, (int) vnus_indicator_get_flow (indicator)));
  _vnus_brief_take (phrase, "of", _vnus_brief_state (scene, vnus_indicator_get_of (indicator)));
  _vnus_brief_take (phrase, "partner", _vnus_brief_state (scene, vnus_indicator_get_partner (indicator)));
  _vnus_phrase_add_integer (phrase, "n", vnus_observation_get_rank (observation));
  _vnus_phrase_add_word (phrase, "tense", is_day ? "day" : "period");
  _vnus_phrase_add_word (phrase, "defined", definition != NULL ? "yes" : "no");
  if (definition != NULL)
    _vnus_brief_take (phrase, "definition", _vnus_brief_clause (scene, definition));
  else
    _vnus_phrase_add_word (phrase, "definition", "");
  _vnus_phrase_add_word (phrase, "reported", reporter != NULL ? "yes" : "no");
  if (reporter != NULL)
    _vnus_brief_take (phrase, "reporter", _vnus_brief_actor (scene, reporter));
  else
    _vnus_phrase_add_word (phrase, "reporter", "");
  return phrase;
}

/* The latest rank of an indicator; NULL if there is none. */
static VnusObservation *
find_rank (BriefScene *scene,
           VnusRecord *indicator)
{
  g_autoptr (GPtrArray) observations = list_observations (scene, vnus_record_get_id (indicator));
  VnusObservation *latest = observations->len > 0 ? g_ptr_array_index (observations, observations->len - 1) : NULL;

  return latest != NULL && vnus_observation_get_rank (latest) > 0 ? latest : NULL;
}

/* All ranks of one period. */
static void
write_ranks_of (BriefScene *scene,
                GPtrArray  *items,
                GPtrArray  *indicators,
                VnusDate   *period)
{
  const gboolean is_day = vnus_date_get_precision (period) == VNUS_DATE_PRECISION_DAY &&
                          vnus_date_get_kind (period) == VNUS_DATE_KIND_DAY;
  g_autoptr (GPtrArray) ranks = _vnus_brief_phrases_new ();
  BriefDraft *draft = _vnus_brief_draft_new (scene, "ranks", "brief.ranks");

  for (guint i = 0; i < indicators->len; i++)
    {
      VnusObservation *rank = find_rank (scene, g_ptr_array_index (indicators, i));

      if (rank == NULL || !vnus_date_equal (vnus_observation_get_period (rank), period))
        continue;
      g_ptr_array_add (ranks, say_rank (scene, g_ptr_array_index (indicators, i), rank, is_day));
      _vnus_brief_cite_record (draft, VNUS_RECORD (rank));
      _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (rank)), "rank");
    }
  _vnus_phrase_add_word (draft->phrase, "precise", is_day ? "day" : "period");
  _vnus_phrase_add_date (draft->phrase, "day", period, VNUS_DATE_STYLE_PROSE);
  _vnus_brief_take (draft->phrase, "when", _vnus_brief_when (period));
  _vnus_brief_take_list (draft->phrase, "ranks", ranks, "semicolon");
  _vnus_brief_commit (draft, items);
}

static void
write_ranks (BriefScene *scene,
             GPtrArray  *items,
             GPtrArray  *indicators)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < indicators->len; i++)
    {
      VnusObservation *rank = find_rank (scene, g_ptr_array_index (indicators, i));

      if (rank != NULL && g_hash_table_add (seen, (gpointer) vnus_date_get_text (vnus_observation_get_period (rank))))
        write_ranks_of (scene, items, indicators, vnus_observation_get_period (rank));
    }
}

void
_vnus_brief_write_figures (BriefScene *scene,
                           GPtrArray  *items)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_INDICATOR);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();

  if (scene->first == NULL || scene->second == NULL)
    return;

  for (guint i = 0; i < all->len; i++)
    if (is_between_parties (scene, g_ptr_array_index (all, i)))
      g_ptr_array_add (indicators, g_ptr_array_index (all, i));

  for (guint i = 0; i < indicators->len; i++)
    write_values (scene, items, g_ptr_array_index (indicators, i));
  write_ranks (scene, items, indicators);
}
