/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: firsts and ranks, as sources made them. */
#include "brief/brief-private.h"

#include <vnus/vnus-assertion.h>
#include <vnus/vnus-inquiry.h>

#include <string.h>

typedef VnusPhrase *(*ClaimWriter) (BriefScene    *scene,
                                    VnusAssertion *assertion);

static void
add_common (VnusPhrase *phrase,
            BriefScene *scene)
{
  const char *guest = vnus_participant_get_actor (scene->guest);
  const char *office = vnus_participant_get_capacity (scene->guest);
  VnusText *honorific = _vnus_brief_honorific (scene, guest);
  g_autoptr (VnusText) short_title = office != NULL ? _vnus_brief_short_title (scene, office) : NULL;

  _vnus_phrase_add_text (phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_phrase_add_text (phrase, "styled", honorific != NULL ? "yes" : "no");
  if (honorific != NULL)
    _vnus_phrase_add_localised (phrase, "honorific", honorific);
  else
    _vnus_phrase_add_text (phrase, "honorific", "none");
  _vnus_brief_take (phrase, "who", _vnus_brief_named (scene, guest));
  _vnus_brief_take (phrase, "host", _vnus_brief_state (scene, scene->host));
  if (office != NULL)
    {
      _vnus_phrase_add_record (phrase, "office", office);
      _vnus_phrase_add_localised (phrase, "office_short", short_title);
    }
  else
    {
      _vnus_phrase_add_text (phrase, "office", "");
      _vnus_phrase_add_text (phrase, "office_short", "");
    }
}

static VnusPhrase *
say_first_in_tenure (BriefScene    *scene,
                     VnusAssertion *assertion)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.first-in-tenure");

  add_common (phrase, scene);
  return phrase;
}

static void
add_since (VnusPhrase    *phrase,
           VnusAssertion *assertion)
{
  VnusDate *since = vnus_assertion_get_since (assertion);

  _vnus_phrase_add_text (phrase, "scoped", since != NULL ? "yes" : "no");
  if (since != NULL)
    _vnus_phrase_add_date (phrase, "since", since, VNUS_DATE_STYLE_PROSE);
  else
    _vnus_phrase_add_text (phrase, "since", "");
}

static VnusPhrase *
say_first_of_office (BriefScene    *scene,
                     VnusAssertion *assertion)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.first-of-office");

  add_common (phrase, scene);
  add_since (phrase, assertion);
  return phrase;
}

static int
value_of (VnusAssertion *assertion)
{
  VnusAmount *value = vnus_assertion_get_value (assertion);

  return value != NULL ? (int) vnus_amount_to_double (value) : 0;
}

/* The guest whom the same rule ranks just before. */
static const char *
find_predecessor (BriefScene    *scene,
                  VnusAssertion *assertion)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_ASSERTION);

  for (guint i = 0; i < all->len; i++)
    {
      VnusAssertion *other = g_ptr_array_index (all, i);
      VnusRecord *visit;
      VnusParticipant *guest;

      if (g_strcmp0 (vnus_assertion_get_rule (other), vnus_assertion_get_rule (assertion)) != 0 ||
          g_strcmp0 (vnus_assertion_get_scope (other), vnus_assertion_get_scope (assertion)) != 0 ||
          vnus_assertion_get_subject (other) == NULL || value_of (other) != value_of (assertion) - 1)
        continue;
      visit = vnus_chronicle_lookup (scene->view, vnus_assertion_get_subject (other));
      guest = visit != NULL && VNUS_IS_VISIT (visit) ? _vnus_brief_find_role (VNUS_EVENT (visit), VNUS_ROLE_GUEST) : NULL;
      if (guest != NULL)
        return vnus_participant_get_actor (guest);
    }

  return NULL;
}

static VnusPhrase *
say_rank_in_first_term (BriefScene    *scene,
                        VnusAssertion *assertion)
{
  const char *before = find_predecessor (scene, assertion);
  VnusPhrase *phrase;

  if (value_of (assertion) < 1)
    return NULL;

  phrase = _vnus_phrase_new ("brief.rank-in-first-term");
  add_common (phrase, scene);
  add_since (phrase, assertion);
  _vnus_phrase_add_integer (phrase, "n", value_of (assertion));
  _vnus_phrase_add_text (phrase, "preceded", before != NULL ? "yes" : "no");
  if (before != NULL)
    _vnus_brief_take (phrase, "before", _vnus_brief_named (scene, before));
  else
    _vnus_phrase_add_text (phrase, "before", "");
  return phrase;
}

static const struct
{
  const char *rule;
  ClaimWriter say;
} writers[] = {
  { "first-in-tenure", say_first_in_tenure },
  { "first-of-office-since", say_first_of_office },
  { "rank-in-first-term", say_rank_in_first_term },
};

static ClaimWriter
find_writer (const char *rule)
{
  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (writers); i++)
    if (g_str_equal (writers[i].rule, rule))
      return writers[i].say;

  return NULL;
}

/* Assertions that say the same, by whatever sources. */
static gboolean
say_the_same (VnusAssertion *a,
              VnusAssertion *b)
{
  return g_strcmp0 (vnus_assertion_get_subject (a), vnus_assertion_get_subject (b)) == 0 &&
         g_strcmp0 (vnus_assertion_get_rule (a), vnus_assertion_get_rule (b)) == 0 && value_of (a) == value_of (b);
}

/* ---- Checks ---- */

/* What all sources but its own say of the assertion; NULL if it cannot be asked. */
static VnusFinding *
check_assertion (BriefScene    *scene,
                 VnusAssertion *assertion)
{
  const char *const arguments[] = { vnus_record_get_id (VNUS_RECORD (assertion)), NULL };
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (scene->view);

  vnus_inquiry_set_standpoint (inquiry, scene->standpoint);
  if (scene->relation != NULL)
    vnus_inquiry_set_relation (inquiry, vnus_record_get_id (scene->relation));

  return vnus_inquiry_ask (inquiry, "assertion", arguments, NULL);
}

/* Whether something speaks against it: that a visit has not been held yet does not. */
static gboolean
is_refuted (VnusFinding *check)
{
  g_auto (GStrv) counter = vnus_finding_list_counter_evidence (check);

  return vnus_finding_get_truth (check) == VNUS_TRUTH_NO && counter[0] != NULL;
}

static const char *
verdict_of (VnusFinding *check)
{
  if (check != NULL && vnus_finding_get_truth (check) == VNUS_TRUTH_CERTAINLY)
    return "confirmed";

  return check != NULL && is_refuted (check) ? "contradicted" : "undecided";
}

static void
cite_check (BriefDraft  *draft,
            VnusFinding *check)
{
  char **const lists[] = {
    vnus_finding_list_evidence (check), vnus_finding_list_counter_evidence (check), vnus_finding_list_coverage (check),
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (guint j = 0; lists[i][j] != NULL; j++)
        _vnus_brief_cite (draft, lists[i][j]);
      g_strfreev (lists[i]);
    }
}

/* ---- Sentences ---- */

static void
write_group (BriefScene *scene,
             GListStore *items,
             GPtrArray  *group)
{
  VnusAssertion *first = g_ptr_array_index (group, 0);
  const ClaimWriter say = find_writer (vnus_assertion_get_rule (first));
  VnusPhrase *claim = say != NULL ? say (scene, first) : NULL;
  g_autoptr (VnusFinding) check = NULL;
  const char *verdict;
  BriefDraft *draft;

  if (claim == NULL)
    return;

  check = check_assertion (scene, first);
  verdict = verdict_of (check);
  draft = _vnus_brief_draft_new (scene, "assertion", "brief.claimed");
  _vnus_brief_take (draft->phrase, "claim", claim);
  _vnus_brief_take (draft->phrase, "sources", _vnus_brief_sources_of_records (group));
  _vnus_phrase_add_text (draft->phrase, "verdict", verdict);
  for (guint i = 0; i < group->len; i++)
    _vnus_brief_cite (draft, vnus_record_get_id (g_ptr_array_index (group, i)));
  if (g_str_equal (verdict, "undecided"))
    {
      _vnus_brief_doubt (draft, VNUS_TRUTH_POSSIBLY, VNUS_REASONS_NO_COVERAGE);
    }
  else
    {
      cite_check (draft, check);
      _vnus_brief_doubt (draft, vnus_finding_get_truth (check), vnus_finding_get_reasons (check));
    }
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_significance (BriefScene *scene,
                                GListStore *items)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_ASSERTION);

  if (scene->guest == NULL || scene->host == NULL)
    return;

  while (all->len > 0)
    {
      VnusAssertion *first = g_ptr_array_index (all, 0);
      g_autoptr (GPtrArray) group = g_ptr_array_new ();

      for (guint i = 0; i < all->len;)
        if (say_the_same (first, g_ptr_array_index (all, i)))
          {
            g_ptr_array_add (group, g_ptr_array_index (all, i));
            g_ptr_array_remove_index (all, i);
          }
        else
          {
            i++;
          }
      if (g_strcmp0 (vnus_assertion_get_subject (first), vnus_record_get_id (scene->subject)) == 0)
        write_group (scene, items, group);
    }
}
