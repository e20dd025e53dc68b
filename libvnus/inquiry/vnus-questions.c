/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: the questions that a chronicle raises by what it holds. */
#include "inquiry/vnus-finding-change-private.h"

#include <string.h>

#include <vnus/vnus-assertion.h>
#include <vnus/vnus-coverage.h>
#include <vnus/vnus-source.h>
#include <vnus/vnus-tenure.h>
#include <vnus/vnus-visit.h>

#include "chronicle/vnus-chronicle-private.h"

typedef struct
{
  VnusChronicle *chronicle;
  const char    *relation; /* NULL if there are several and none was chosen */
  char          *day;      /* NULL if there is none */
  GPtrArray     *lines;    /* (element-type utf8) */
  GHashTable    *seen;     /* (element-type utf8) borrowed */
} Raising;

/* In quotation marks if the line would be read otherwise. */
static void
append_word (GString    *line,
             const char *word)
{
  if (word[0] == '\0' || strpbrk (word, " \t\n\"'\\#") != NULL)
    {
      g_autofree char *quoted = g_shell_quote (word);

      g_string_append (line, quoted);
      return;
    }

  g_string_append (line, word);
}

static void
raise_question (Raising    *self,
                const char *rule,
                const char *a,
                const char *b)
{
  GString *line = g_string_new (rule);
  const char *words[] = { a, b };

  for (guint i = 0; i < G_N_ELEMENTS (words) && words[i] != NULL; i++)
    {
      g_string_append_c (line, ' ');
      append_word (line, words[i]);
    }

  if (g_hash_table_contains (self->seen, line->str))
    {
      g_string_free (line, TRUE);
      return;
    }
  g_hash_table_add (self->seen, line->str);
  g_ptr_array_add (self->lines, g_string_free (line, FALSE));
}

/* About a day, if there is one. */
static void
raise_on_day (Raising    *self,
              const char *rule,
              const char *a)
{
  if (self->day == NULL)
    return;
  if (a != NULL)
    raise_question (self, rule, a, self->day);
  else
    raise_question (self, rule, self->day, NULL);
}

/* --- By kind --- */

static void
raise_of_assertion (Raising    *self,
                    VnusRecord *record)
{
  raise_question (self, "assertion", vnus_record_get_id (record), NULL);
  if (g_strcmp0 (vnus_assertion_get_rule (VNUS_ASSERTION (record)), "count") == 0 &&
      vnus_assertion_get_scope (VNUS_ASSERTION (record)) != NULL)
    raise_question (self, "count", vnus_assertion_get_scope (VNUS_ASSERTION (record)), NULL);
}

static void
raise_of_coverage (Raising    *self,
                   VnusRecord *record)
{
  if (vnus_coverage_get_scope (VNUS_COVERAGE (record)) != NULL)
    raise_question (self, "count", vnus_coverage_get_scope (VNUS_COVERAGE (record)), NULL);
}

static void
raise_of_relation (Raising    *self,
                   VnusRecord *record)
{
  static const char *const kinds[] = { "visit", "meeting" };
  const char *id = vnus_record_get_id (record);

  if (self->relation != NULL && !g_str_equal (self->relation, id))
    return;

  raise_on_day (self, "level-on", id);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *query = g_strdup_printf ("kind:%s relation:%s", kinds[i], id);

      raise_question (self, "count", query, NULL);
    }
}

static void
raise_of_tenure (Raising    *self,
                 VnusRecord *record)
{
  if (vnus_tenure_get_office (VNUS_TENURE (record)) != NULL)
    raise_on_day (self, "holder-on", vnus_tenure_get_office (VNUS_TENURE (record)));
}

static void
raise_of_event (Raising    *self,
                VnusRecord *record)
{
  if (vnus_event_get_status (VNUS_EVENT (record)) != VNUS_STATUS_HELD &&
      vnus_event_get_status (VNUS_EVENT (record)) != VNUS_STATUS_UNSET)
    raise_on_day (self, "status-on", vnus_record_get_id (record));
}

static gboolean
has_guest_in_office (VnusEvent *event)
{
  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);

      if (vnus_participant_get_role (participant) == VNUS_ROLE_GUEST && vnus_participant_get_capacity (participant) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
raise_of_visit (Raising    *self,
                VnusRecord *record)
{
  raise_of_event (self, record);
  if (has_guest_in_office (VNUS_EVENT (record)))
    raise_question (self, "first-in-tenure", vnus_record_get_id (record), NULL);
}

static void
raise_of_mechanism (Raising    *self,
                    VnusRecord *record)
{
  raise_on_day (self, "last-session", vnus_record_get_id (record));
  raise_on_day (self, "next-session", vnus_record_get_id (record));
}

static const struct
{
  VnusKind kind;
  void   (*raise) (Raising *self, VnusRecord *record);
} raisers[] = {
  { VNUS_KIND_RELATION, raise_of_relation },   { VNUS_KIND_ASSERTION, raise_of_assertion },
  { VNUS_KIND_TENURE, raise_of_tenure },       { VNUS_KIND_VISIT, raise_of_visit },
  { VNUS_KIND_MEETING, raise_of_event },       { VNUS_KIND_JOURNEY, raise_of_event },
  { VNUS_KIND_MECHANISM, raise_of_mechanism }, { VNUS_KIND_COVERAGE, raise_of_coverage },
};

/* --- All --- */

static const char *
only_relation (VnusChronicle *chronicle)
{
  return vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_RELATION) == 1
           ? vnus_record_get_id (vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_RELATION, 0))
           : NULL;
}

GPtrArray *
_vnus_chronicle_list_questions (VnusChronicle *chronicle,
                                const char    *relation,
                                VnusDate      *day)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = day != NULL ? vnus_date_to_string (day) : NULL;
  Raising self = { chronicle, relation != NULL ? relation : only_relation (chronicle), text,
                   g_ptr_array_new_with_free_func (g_free), seen };

  for (guint i = 0; i < G_N_ELEMENTS (raisers); i++)
    for (guint j = 0; j < vnus_chronicle_get_n_of_kind (chronicle, raisers[i].kind); j++)
      raisers[i].raise (&self, vnus_chronicle_get_nth_of_kind (chronicle, raisers[i].kind, j));

  if (self.relation != NULL)
    {
      raise_on_day (&self, "in-force-on", NULL);
      if (self.day != NULL)
        raise_question (&self, "contacts", "12", self.day);
    }
  raise_question (&self, "conflicts", NULL, NULL);

  return self.lines;
}

VnusDate *
_vnus_chronicle_dup_last_day (VnusChronicle *chronicle)
{
  int last = VNUS_DAY_MIN;

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_SOURCE); i++)
    {
      VnusRecord *source = vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_SOURCE, i);
      VnusDate *published = vnus_source_get_published (VNUS_SOURCE (source));

      if (published != NULL && vnus_date_get_latest_end (published) != VNUS_DAY_MAX)
        last = MAX (last, vnus_date_get_latest_end (published));
    }

  return last != VNUS_DAY_MIN ? vnus_date_new_day (last) : NULL;
}
