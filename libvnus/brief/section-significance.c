/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: firsts and ranks, as sources made them. */
#include "brief/brief-private.h"

#include <vnus/vnus-assertion.h>
#include <vnus/vnus-stage.h>

#include <string.h>

/* Of what visit something is asserted. */
typedef struct
{
  BriefScene      *scene;
  VnusEvent       *visit;
  VnusParticipant *guest;
  const char      *host;  /* the state */
  gboolean         is_subject;
} Claimed;

/* @draft: takes what the words rest on beside the assertion; NULL if it cannot be said. */
typedef VnusPhrase *(*ClaimWriter) (BriefDraft    *draft,
                                    const Claimed *claimed,
                                    VnusAssertion *assertion);

static gboolean
fill_claimed (Claimed    *claimed,
              BriefScene *scene,
              VnusEvent  *visit)
{
  const char *host = vnus_visit_get_host (VNUS_VISIT (visit));

  *claimed = (Claimed) {
    .scene = scene,
    .visit = visit,
    .guest = _vnus_brief_find_role (visit, VNUS_ROLE_GUEST),
    .host = host != NULL ? _vnus_brief_state_of (scene, host) : NULL,
    .is_subject = VNUS_RECORD (visit) == scene->subject,
  };

  return claimed->guest != NULL && claimed->host != NULL;
}

static void
add_common (VnusPhrase    *phrase,
            const Claimed *claimed)
{
  BriefScene *scene = claimed->scene;
  const char *guest = vnus_participant_get_actor (claimed->guest);
  const char *office = vnus_participant_get_capacity (claimed->guest);
  VnusText *honorific = _vnus_brief_honorific (scene, guest);
  g_autoptr (VnusText) short_title = office != NULL ? _vnus_brief_short_title (scene, office) : NULL;

  _vnus_phrase_add_word (phrase, "tense", _vnus_brief_tense_nick (_vnus_brief_tense_of (scene, claimed->visit)));
  _vnus_phrase_add_word (phrase, "styled", honorific != NULL ? "yes" : "no");
  if (honorific != NULL)
    _vnus_phrase_add_localised (phrase, "honorific", honorific);
  else
    _vnus_phrase_add_word (phrase, "honorific", "none");
  _vnus_brief_take (phrase, "who", _vnus_brief_named (scene, guest));
  _vnus_brief_take (phrase, "host", _vnus_brief_country (scene, claimed->host));
  if (office != NULL)
    {
      _vnus_phrase_add_record (phrase, "office", office);
      _vnus_phrase_add_localised (phrase, "office_short", short_title);
    }
  else
    {
      _vnus_phrase_add_word (phrase, "office", "");
      _vnus_phrase_add_word (phrase, "office_short", "");
    }
}

static VnusPhrase *
say_first_in_tenure (BriefDraft    *draft,
                     const Claimed *claimed,
                     VnusAssertion *assertion)
{
  VnusPhrase *phrase = _vnus_phrase_new (claimed->is_subject ? "brief.first-in-tenure" : "brief.first-in-tenure-of");
  g_autoptr (VnusDate) when = _vnus_brief_dup_when (claimed->scene, VNUS_RECORD (claimed->visit), "when", NULL);

  add_common (phrase, claimed);
  if (!claimed->is_subject && when != NULL)
    _vnus_brief_take (phrase, "when", _vnus_brief_when (when));
  else if (!claimed->is_subject)
    _vnus_phrase_add_word (phrase, "when", "");
  return phrase;
}

/* The stage of the relation that began at that time; NULL if there is none. */
static VnusStage *
find_stage_since (BriefScene *scene,
                  VnusDate   *since)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_STAGE);

  for (guint i = 0; i < all->len; i++)
    {
      VnusStage *stage = g_ptr_array_index (all, i);
      VnusDate *during = vnus_stage_get_during (stage);
      g_autoptr (VnusDate) start = during != NULL ? vnus_date_dup_start (during) : NULL;

      if (start != NULL && vnus_date_equal (start, since) && vnus_stage_get_level (stage) != NULL &&
          scene->relation != NULL &&
          g_strcmp0 (vnus_stage_get_relation (stage), vnus_record_get_id (scene->relation)) == 0)
        return stage;
    }

  return NULL;
}

/* “the establishment of diplomatic relations in July 1995” */
static VnusPhrase *
say_stage_since (BriefDraft *draft,
                 VnusStage  *stage,
                 VnusDate   *since)
{
  VnusPhrase *founding = _vnus_phrase_new ("brief.stage-founding");
  VnusPhrase *phrase = _vnus_phrase_new ("brief.since-stage");

  _vnus_phrase_add_text (founding, "ladder", _vnus_brief_ladder_of (draft->scene, vnus_stage_get_level (stage)));
  _vnus_phrase_add_record (founding, "level", vnus_stage_get_level (stage));
  _vnus_brief_take (phrase, "founding", founding);
  _vnus_brief_take (phrase, "when", _vnus_brief_when (since));
  _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (stage)), "during");
  return phrase;
}

static void
add_since (BriefDraft    *draft,
           VnusPhrase    *phrase,
           VnusAssertion *assertion)
{
  VnusDate *since = vnus_assertion_get_since (assertion);
  VnusStage *stage = since != NULL ? find_stage_since (draft->scene, since) : NULL;

  _vnus_phrase_add_word (phrase, "scoped", since != NULL ? "yes" : "no");
  if (stage != NULL)
    _vnus_brief_take (phrase, "since", say_stage_since (draft, stage, since));
  else if (since != NULL)
    _vnus_phrase_add_date (phrase, "since", since, VNUS_DATE_STYLE_PROSE);
  else
    _vnus_phrase_add_word (phrase, "since", "");
}

static VnusPhrase *
say_first_of_office (BriefDraft    *draft,
                     const Claimed *claimed,
                     VnusAssertion *assertion)
{
  VnusPhrase *phrase = _vnus_phrase_new ("brief.first-of-office");

  add_common (phrase, claimed);
  add_since (draft, phrase, assertion);
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
find_predecessor (BriefDraft    *draft,
                  VnusAssertion *assertion)
{
  BriefScene *scene = draft->scene;
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
      if (guest == NULL)
        continue;
      _vnus_brief_cite_record (draft, VNUS_RECORD (other));
      return vnus_participant_get_actor (guest);
    }

  return NULL;
}

static VnusPhrase *
say_rank_in_first_term (BriefDraft    *draft,
                        const Claimed *claimed,
                        VnusAssertion *assertion)
{
  const char *before;
  VnusPhrase *phrase;

  if (value_of (assertion) < 1)
    return NULL;

  before = find_predecessor (draft, assertion);
  phrase = _vnus_phrase_new ("brief.rank-in-first-term");
  add_common (phrase, claimed);
  add_since (draft, phrase, assertion);
  _vnus_phrase_add_integer (phrase, "n", value_of (assertion));
  _vnus_phrase_add_word (phrase, "preceded", before != NULL ? "yes" : "no");
  if (before != NULL)
    _vnus_brief_take (phrase, "before", _vnus_brief_named (draft->scene, before));
  else
    _vnus_phrase_add_word (phrase, "before", "");
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

/* What a rule says in view of the relation; NULL if it cannot be asked. */
static VnusFinding *
ask (BriefScene        *scene,
     const char        *rule,
     const char *const *arguments)
{
  const char *relation = scene->relation != NULL ? vnus_record_get_id (scene->relation) : NULL;

  return _vnus_answer_recall (scene->view, relation, scene->standpoint, rule, arguments);
}

/* What all sources but its own say of the assertion. */
static VnusFinding *
check_assertion (BriefScene    *scene,
                 VnusAssertion *assertion)
{
  const char *const arguments[] = { vnus_record_get_id (VNUS_RECORD (assertion)), NULL };

  return ask (scene, "assertion", arguments);
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

/* Takes the claim, if there is one. */
static void
write_checked (BriefDraft *draft,
               GPtrArray  *items,
               GPtrArray  *group,
               VnusPhrase *claim)
{
  g_autoptr (VnusFinding) check = NULL;
  const char *verdict;

  if (claim == NULL)
    {
      _vnus_brief_draft_free (draft);
      return;
    }

  check = check_assertion (draft->scene, g_ptr_array_index (group, 0));
  verdict = verdict_of (check);
  _vnus_brief_take (draft->phrase, "claim", claim);
  _vnus_brief_take (draft->phrase, "sources", _vnus_brief_sources_of_records (group));
  _vnus_phrase_add_text (draft->phrase, "verdict", verdict);
  for (guint i = 0; i < group->len; i++)
    _vnus_brief_cite_record (draft, g_ptr_array_index (group, i));
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

/* Takes those that say the same as the first out of @all. */
static GPtrArray *
take_group (GPtrArray *all)
{
  VnusAssertion *first = g_ptr_array_index (all, 0);
  GPtrArray *group = g_ptr_array_new ();

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

  return group;
}

/* Those about what has the id. */
static GPtrArray *
list_assertions_of (BriefScene *scene,
                    const char *subject)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_ASSERTION);
  GPtrArray *assertions = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (vnus_assertion_get_subject (g_ptr_array_index (all, i)), subject) == 0)
      g_ptr_array_add (assertions, g_ptr_array_index (all, i));

  return assertions;
}

void
_vnus_brief_write_assertions (BriefScene *scene,
                              GPtrArray  *items,
                              VnusEvent  *visit)
{
  g_autoptr (GPtrArray) all = NULL;
  Claimed claimed;

  if (!fill_claimed (&claimed, scene, visit))
    return;

  all = list_assertions_of (scene, vnus_record_get_id (VNUS_RECORD (visit)));
  while (all->len > 0)
    {
      g_autoptr (GPtrArray) group = take_group (all);
      VnusAssertion *first = g_ptr_array_index (group, 0);
      const ClaimWriter say = find_writer (vnus_assertion_get_rule (first));
      BriefDraft *draft;

      if (say == NULL)
        continue;
      draft = _vnus_brief_draft_new (scene, "assertion", "brief.claimed");
      write_checked (draft, items, group, say (draft, &claimed, first));
    }
}

/* “kind:visit host:vn role:guest:…”: the only counts that are told. */
static gboolean
counts_visits (VnusAssertion *assertion,
               const char    *scope)
{
  return g_strcmp0 (vnus_assertion_get_rule (assertion), "count") == 0 &&
         g_strcmp0 (vnus_assertion_get_scope (assertion), scope) == 0 && value_of (assertion) > 0;
}

void
_vnus_brief_write_counts_of (BriefScene *scene,
                             GPtrArray  *items,
                             const char *person,
                             const char *host)
{
  g_autoptr (GPtrArray) all = list_assertions_of (scene, person);
  g_autofree char *scope = g_strdup_printf ("kind:visit host:%s role:guest:%s", host, person);

  while (all->len > 0)
    {
      g_autoptr (GPtrArray) group = take_group (all);
      VnusAssertion *first = g_ptr_array_index (group, 0);
      VnusPhrase *phrase;

      if (!counts_visits (first, scope))
        continue;
      phrase = _vnus_phrase_new ("brief.visited-times");
      _vnus_brief_take (phrase, "who", _vnus_brief_named (scene, person));
      _vnus_brief_take (phrase, "host", _vnus_brief_country (scene, host));
      _vnus_phrase_add_integer (phrase, "n", value_of (first));
      write_checked (_vnus_brief_draft_new (scene, "assertion", "brief.claimed"), items, group, phrase);
    }
}

/* ---- Later terms ---- */

static VnusFinding *
ask_first_term (BriefScene *scene,
                VnusEvent  *visit,
                VnusDate   *since)
{
  const char *const arguments[] = { vnus_record_get_id (VNUS_RECORD (visit)), vnus_date_get_text (since), NULL };

  return ask (scene, "rank-in-first-term", arguments);
}

/* The terms that the visit may fall in. */
static void
cite_tenures (BriefDraft *draft,
              const char *visitor,
              VnusEvent  *visit)
{
  g_autoptr (GPtrArray) tenures = _vnus_brief_list_tenures (draft->scene, visitor);
  const char *capacity = vnus_participant_get_capacity (_vnus_brief_find_role (visit, VNUS_ROLE_GUEST));

  for (guint i = 0; i < tenures->len; i++)
    {
      VnusTenure *tenure = g_ptr_array_index (tenures, i);

      if (vnus_tenure_get_term (tenure) > 1 && g_strcmp0 (vnus_tenure_get_office (tenure), capacity) == 0 &&
          _vnus_brief_may_hold_on (tenure, vnus_event_get_when (visit)))
        _vnus_brief_cite_record (draft, VNUS_RECORD (tenure));
    }
}

/* Cites, and counts as one of @visitors, whose visits were all in later terms. */
static void
add_visitor_of_later_term (BriefDraft *draft,
                           GPtrArray  *visits,
                           guint       position,
                           GPtrArray  *visitors,
                           VnusDate   *since)
{
  char *visitor = (char *) vnus_participant_get_actor (_vnus_brief_find_role (g_ptr_array_index (visits, position), VNUS_ROLE_GUEST));
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < visits->len; i++)
    {
      VnusEvent *visit = g_ptr_array_index (visits, i);
      VnusFinding *check;

      if (!g_str_equal (vnus_participant_get_actor (_vnus_brief_find_role (visit, VNUS_ROLE_GUEST)), visitor))
        continue;
      if (i < position)
        return; /* told already */
      check = ask_first_term (draft->scene, visit, since);
      if (check == NULL)
        return;
      g_ptr_array_add (checks, check);
      if (vnus_finding_get_truth (check) != VNUS_TRUTH_NO)
        return;
    }

  g_ptr_array_add (visitors, visitor);
  for (guint i = position; i < visits->len; i++)
    if (g_str_equal (vnus_participant_get_actor (_vnus_brief_find_role (g_ptr_array_index (visits, i), VNUS_ROLE_GUEST)), visitor))
      _vnus_brief_cite_record (draft, g_ptr_array_index (visits, i));
  for (guint i = 0; i < checks->len; i++)
    cite_check (draft, g_ptr_array_index (checks, i));
  cite_tenures (draft, visitor, g_ptr_array_index (visits, position));
}

/* Where a rank among first terms is asserted: who came in later terms only. */
static void
write_later_terms (BriefScene *scene,
                   GPtrArray  *items)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_ASSERTION);
  VnusDate *since = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GPtrArray) visitors = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = NULL;
  BriefDraft *draft;

  for (guint i = 0; i < all->len; i++)
    {
      VnusAssertion *assertion = g_ptr_array_index (all, i);

      if (g_strcmp0 (vnus_assertion_get_rule (assertion), "rank-in-first-term") == 0 &&
          g_strcmp0 (vnus_assertion_get_subject (assertion), vnus_record_get_id (scene->subject)) == 0)
        since = vnus_assertion_get_since (assertion);
    }
  if (since == NULL)
    return;

  visits = _vnus_brief_list_earlier_visits (scene);
  draft = _vnus_brief_draft_new (scene, "later-terms", "brief.later-terms");
  for (guint i = 0; i < visits->len; i++)
    add_visitor_of_later_term (draft, visits, i, visitors, since);
  names = _vnus_brief_name_all (scene, visitors);
  _vnus_brief_take_list (draft->phrase, "visitors", names, "and");
  _vnus_brief_take (draft->phrase, "host", _vnus_brief_country (scene, scene->host));
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_significance (BriefScene *scene,
                                GPtrArray  *items)
{
  if (scene->guest == NULL || scene->host == NULL)
    return;

  _vnus_brief_write_assertions (scene, items, scene->event);
  if (vnus_event_get_when (scene->event) != NULL && vnus_participant_get_capacity (scene->guest) != NULL)
    write_later_terms (scene, items);
}
