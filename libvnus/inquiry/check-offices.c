/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether people act in offices that they held, and whether an office
 * of one had two. */
#include "inquiry/vnus-tenure-private.h"
#include "inquiry/vnus-validation-private.h"

#include <vnus/vnus-accreditation.h>
#include <vnus/vnus-agreement.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-office.h>
#include <vnus/vnus-tenure.h>
#include <vnus/vnus-treaty-action.h>

typedef struct
{
  VnusSpan    span;   /* owns the date */
  const char *person;
} Term;

static void
term_clear (gpointer data)
{
  Term *term = data;

  vnus_date_unref (term->span.date);
}

static void
add_term (GHashTable *terms,
          VnusRecord *record,
          const char *person,
          const char *office)
{
  VnusDate *date = _vnus_validation_dup_time (record);
  GArray *list;
  Term term;

  if (date == NULL || person == NULL || office == NULL)
    {
      g_clear_pointer (&date, vnus_date_unref);
      return;
    }

  list = g_hash_table_lookup (terms, office);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (Term));
      g_array_set_clear_func (list, term_clear);
      g_hash_table_insert (terms, (gpointer) office, list);
    }

  term = (Term) { { record, date }, person };
  g_array_append_val (list, term);
}

/* The terms of each office: tenures, and accreditations of envoys. */
static GHashTable *
gather_terms (VnusValidation *self)
{
  GHashTable *terms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  VnusRecord *record;

  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_TENURE, i)) != NULL; i++)
    if (vnus_tenure_get_how (VNUS_TENURE (record)) != VNUS_TENURE_START_ELECT) /* who is elect waits for it */
      add_term (terms, record, vnus_tenure_get_person (VNUS_TENURE (record)),
                vnus_tenure_get_office (VNUS_TENURE (record)));
  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_ACCREDITATION, i)) != NULL; i++)
    if (!_vnus_never_served (VNUS_ACCREDITATION (record)))
      add_term (terms, record, vnus_accreditation_get_person (VNUS_ACCREDITATION (record)),
                vnus_accreditation_get_office (VNUS_ACCREDITATION (record)));

  return terms;
}

static gboolean
is_exclusive (VnusValidation *self,
              const char     *office)
{
  VnusRecord *record = _vnus_validation_lookup (self, office, VNUS_KIND_OFFICE);

  return record != NULL && vnus_office_get_exclusive (VNUS_OFFICE (record));
}

static gboolean
is_interval (const Term *term)
{
  return vnus_date_get_kind (term->span.date) == VNUS_DATE_KIND_INTERVAL;
}

/* Capacities */

/* Who certainly held the office then; NULL if nobody is recorded. */
static const char *
find_incumbent (GArray         *terms,
                const VnusDate *time)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if (is_interval (term) && !vnus_date_is_end_open (term->span.date) &&
          vnus_date_covers (term->span.date, time) == VNUS_TRUTH_CERTAINLY)
        return term->person;
    }

  return NULL;
}

/* Whether @person, who is recorded in the office for a span or whose successor or
 * predecessor is recorded for that time, was certainly not in it. A day on which
 * somebody was in office tells nothing of other days. */
static gboolean
is_outside (GArray         *terms,
            const char     *person,
            const VnusDate *time,
            const char    **incumbent)
{
  gboolean has_span = FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if (!g_str_equal (term->person, person))
        continue;
      if (vnus_date_intersects (term->span.date, time) != VNUS_TRUTH_NO)
        return FALSE;
      has_span = has_span || is_interval (term);
    }

  *incumbent = find_incumbent (terms, time);
  return has_span || *incumbent != NULL;
}

/* @record is an event or an agreement. */
static void
check_participant (VnusValidation  *self,
                   GHashTable      *terms,
                   VnusRecord      *record,
                   guint            position,
                   VnusParticipant *participant,
                   VnusDate        *when)
{
  const char *person = vnus_participant_get_actor (participant);
  const char *office = vnus_participant_get_capacity (participant);
  GArray *list = office != NULL ? g_hash_table_lookup (terms, office) : NULL;
  const char *incumbent = NULL;
  g_autofree char *path = NULL;
  VnusPhrase *phrase;

  if (person == NULL || list == NULL || !is_outside (list, person, when, &incumbent))
    return;
  if (incumbent != NULL && !is_exclusive (self, office))
    incumbent = NULL;

  /* Somebody else's term rules nothing out where several may hold the office. */
  if (incumbent == NULL)
    {
      gboolean has_term = FALSE;

      for (guint i = 0; i < list->len; i++)
        has_term = has_term || (g_str_equal (g_array_index (list, Term, i).person, person) &&
                                is_interval (&g_array_index (list, Term, i)));
      if (!has_term)
        return;
    }

  path = g_strdup_printf ("participants/%u/capacity", position);
  phrase = _vnus_validation_add (self, "capacity-outside-tenure", VNUS_TRUTH_CERTAINLY, record, path);
  _vnus_phrase_add_record (phrase, "person", person);
  _vnus_phrase_add_record (phrase, "office", office);
  _vnus_phrase_add_date (phrase, "date", when, VNUS_DATE_STYLE_PROSE);

  if (incumbent != NULL)
    _vnus_phrase_add_record (_vnus_validation_suggest (self, "suggestion.incumbent"), "person", incumbent);
}

static void
check_capacities_of_kind (VnusValidation *self,
                          GHashTable     *terms,
                          VnusKind        kind)
{
  VnusRecord *event;

  for (guint i = 0; (event = _vnus_validation_get_nth (self, kind, i)) != NULL; i++)
    for (guint j = 0; j < vnus_event_get_n_participants (VNUS_EVENT (event)); j++)
      if (vnus_event_get_when (VNUS_EVENT (event)) != NULL)
        check_participant (self, terms, event, j, vnus_event_get_participant (VNUS_EVENT (event), j),
                           vnus_event_get_when (VNUS_EVENT (event)));
}

/* The days on which agreements were signed: of each, one action, or one a party. */
static GHashTable *
gather_signings (VnusValidation *self)
{
  GHashTable *signings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  VnusRecord *record;

  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_TREATY_ACTION, i)) != NULL; i++)
    {
      VnusTreatyAction *action = VNUS_TREATY_ACTION (record);
      const char *agreement = vnus_treaty_action_get_agreement (action);
      GPtrArray *list;

      if (agreement == NULL || vnus_treaty_action_get_when (action) == NULL ||
          vnus_treaty_action_get_action (action) != VNUS_TREATY_ACTION_TYPE_SIGNED)
        continue;
      list = g_hash_table_lookup (signings, agreement);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (signings, (gpointer) agreement, list);
        }
      g_ptr_array_add (list, action);
    }

  return signings;
}

/* When the side of @participant signed; NULL unless that is one date. */
static VnusDate *
find_signing (GPtrArray       *signings,
              VnusParticipant *participant)
{
  const char *side = vnus_participant_get_side (participant);
  VnusDate *found = NULL;

  for (guint i = 0; i < signings->len; i++)
    {
      VnusTreatyAction *action = g_ptr_array_index (signings, i);
      const char *party = vnus_treaty_action_get_party (action);

      if (party != NULL && side != NULL && !g_str_equal (party, side))
        continue;
      if (found != NULL && !vnus_date_equal (found, vnus_treaty_action_get_when (action)))
        return NULL;
      found = vnus_treaty_action_get_when (action);
    }

  return found;
}

static void
check_signatories (VnusValidation *self,
                   GHashTable     *terms)
{
  g_autoptr (GHashTable) signings = gather_signings (self);
  VnusRecord *record;

  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_AGREEMENT, i)) != NULL; i++)
    {
      VnusAgreement *agreement = VNUS_AGREEMENT (record);
      GPtrArray *list = g_hash_table_lookup (signings, vnus_record_get_id (record));

      for (guint j = 0; list != NULL && j < vnus_agreement_get_n_participants (agreement); j++)
        {
          VnusParticipant *participant = vnus_agreement_get_participant (agreement, j);
          VnusDate *when = find_signing (list, participant);

          if (when != NULL)
            check_participant (self, terms, record, j, participant, when);
        }
    }
}

void
_vnus_check_capacities (VnusValidation *self)
{
  g_autoptr (GHashTable) terms = gather_terms (self);

  for (VnusKind kind = VNUS_KIND_JOURNEY; kind <= VNUS_KIND_MEASURE; kind++)
    check_capacities_of_kind (self, terms, kind);
  check_signatories (self, terms);
}

/* Holders */

static void
check_pair (VnusValidation *self,
            const char     *office,
            const Term     *a,
            const Term     *b)
{
  VnusTruth truth;
  VnusPhrase *phrase;

  if (g_str_equal (a->person, b->person))
    return;
  truth = _vnus_spans_overlap (self, &a->span, &b->span);
  if (truth == VNUS_TRUTH_NO)
    return;

  phrase = _vnus_validation_add (self, "office-held-twice", truth, b->span.record, "during");
  _vnus_phrase_add_text (phrase, "truth", vnus_truth_to_string (truth));
  _vnus_phrase_add_record (phrase, "office", office);
  _vnus_phrase_add_record (phrase, "person", b->person);
  _vnus_phrase_add_date (phrase, "date", b->span.date, VNUS_DATE_STYLE_PROSE);
  _vnus_phrase_add_record (phrase, "other", a->person);
  _vnus_phrase_add_date (phrase, "span", a->span.date, VNUS_DATE_STYLE_PROSE);
}

/* Of each pair the later one is told of, in the order of the tenures’ starts. */
static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  return vnus_date_compare (((const Term *) a)->span.date, ((const Term *) b)->span.date);
}

void
_vnus_check_holders (VnusValidation *self)
{
  g_autoptr (GHashTable) terms = gather_terms (self);
  VnusRecord *record;

  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_OFFICE, i)) != NULL; i++)
    {
      GArray *list = g_hash_table_lookup (terms, vnus_record_get_id (record));

      if (list == NULL || !vnus_office_get_exclusive (VNUS_OFFICE (record)))
        continue;

      g_array_sort (list, compare_terms);
      for (guint a = 0; a < list->len; a++)
        for (guint b = a + 1; b < list->len; b++)
          check_pair (self, vnus_record_get_id (record), &g_array_index (list, Term, a), &g_array_index (list, Term, b));
    }
}
