/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: who held an office when. */
#include "inquiry/vnus-tenure-private.h"

#include <vnus/vnus-accreditation.h>
#include <vnus/vnus-tenure.h>

#include "chronicle/vnus-chronicle-private.h"
#include "time/vnus-date-private.h"

static void
term_free (gpointer data)
{
  VnusTerm *self = data;

  _vnus_time_unref (self->time);
  g_free (self);
}

/* From the credentials, or else from the first that is known, to the end. */
static VnusTime *
time_of_accreditation (VnusChronicle     *view,
                       VnusAccreditation *accreditation)
{
  g_autoptr (VnusTime) time = _vnus_time_of (view, VNUS_RECORD (accreditation));
  VnusDate *left = vnus_accreditation_get_left (accreditation);
  g_autofree char *start = NULL, *end = NULL, *text = NULL;
  g_autoptr (VnusDate) span = NULL;
  VnusTime *term;

  if (_vnus_time_get (time) == NULL)
    return g_steal_pointer (&time);

  start = vnus_date_to_string (_vnus_time_get (time));
  end = left != NULL ? vnus_date_to_string (left) : g_strdup ("");
  text = g_strdup_printf ("%s/%s", start, end);
  span = vnus_date_parse (text, NULL);
  if (span == NULL)
    return g_steal_pointer (&time);

  term = _vnus_time_new_date (time->record, time->field, span);
  term->known = time->known;
  return term;
}

gboolean
_vnus_never_served (VnusAccreditation *accreditation)
{
  VnusMissionEnd end = vnus_accreditation_get_how_ended (accreditation);

  return end == VNUS_MISSION_END_NOT_RECEIVED || end == VNUS_MISSION_END_NOT_SERVED;
}

/* NULL if the record tells of no term. */
static VnusTerm *
new_term (VnusChronicle *view,
          VnusRecord    *record)
{
  VnusTerm term = { .record = record };

  if (VNUS_IS_TENURE (record))
    {
      VnusTenure *tenure = VNUS_TENURE (record);

      if (vnus_tenure_get_how (tenure) == VNUS_TENURE_START_ELECT)
        return NULL;
      term.person = vnus_tenure_get_person (tenure);
      term.office = vnus_tenure_get_office (tenure);
      term.number = vnus_tenure_get_term (tenure);
      term.time = _vnus_time_of (view, record);
    }
  else if (VNUS_IS_ACCREDITATION (record) && !_vnus_never_served (VNUS_ACCREDITATION (record)))
    {
      term.person = vnus_accreditation_get_person (VNUS_ACCREDITATION (record));
      term.office = vnus_accreditation_get_office (VNUS_ACCREDITATION (record));
      term.time = time_of_accreditation (view, VNUS_ACCREDITATION (record));
    }
  else
    {
      return NULL;
    }

  if (_vnus_time_get (term.time) == NULL || term.person == NULL || term.office == NULL)
    {
      _vnus_time_unref (term.time);
      return NULL;
    }

  return g_memdup2 (&term, sizeof term);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const VnusTerm *term_a = *(VnusTerm *const *) a, *term_b = *(VnusTerm *const *) b;

  return vnus_date_compare (_vnus_time_get (term_a->time), _vnus_time_get (term_b->time));
}

GPtrArray *
_vnus_list_terms (VnusChronicle *view,
                  const char    *person,
                  const char    *office)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (term_free);
  GPtrArray *referrers = _vnus_chronicle_get_referrers (view, person != NULL ? person : office);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusTerm *term = new_term (view, g_ptr_array_index (referrers, i));

      if (term == NULL)
        continue;
      if ((person == NULL || g_str_equal (term->person, person)) &&
          (office == NULL || g_str_equal (term->office, office)))
        g_ptr_array_add (terms, term);
      else
        term_free (term);
    }
  g_ptr_array_sort (terms, compare_terms);

  return terms;
}

gboolean
_vnus_term_may_cover (const VnusTerm *self,
                      VnusDate       *date)
{
  for (guint i = 0; i < _vnus_time_get_n (self->time); i++)
    if (vnus_date_intersects (_vnus_time_get_nth (self->time, i), date) != VNUS_TRUTH_NO)
      return TRUE;

  return FALSE;
}

gboolean
_vnus_term_is_interval (const VnusTerm *self)
{
  return vnus_date_get_kind (_vnus_time_get (self->time)) == VNUS_DATE_KIND_INTERVAL;
}

/* The days that a term covers whichever of its dates is right. */
gboolean
_vnus_term_get_sure_days (const VnusTerm *self,
                          int            *from,
                          int            *to)
{
  *from = VNUS_DAY_MIN;
  *to = VNUS_DAY_MAX;
  for (guint i = 0; i < _vnus_time_get_n (self->time); i++)
    {
      VnusBounds bounds = _vnus_get_bounds (_vnus_time_get_nth (self->time, i));

      *from = MAX (*from, bounds.latest_start);
      *to = MIN (*to, bounds.earliest_end);
    }

  return *from <= *to && self->time->known == VNUS_TRUTH_CERTAINLY;
}

/* Whether by one of its dates it may cover a day of the window. A date of single
 * days may leave out the days between them. */
static gboolean
may_touch (const VnusDate *date,
           int             from,
           int             to)
{
  const VnusDateExtra *extra = date_get_extra (date);

  if (vnus_date_get_earliest_start (date) > to || vnus_date_get_latest_end (date) < from)
    return FALSE;
  if (vnus_date_get_kind (date) == VNUS_DATE_KIND_INTERVAL || extra == NULL || extra->n_ranges == 0)
    return TRUE;

  for (guint i = 0; i < extra->n_ranges; i++)
    if (extra->ranges[i].first <= to && extra->ranges[i].last >= from)
      return TRUE;

  return FALSE;
}

gboolean
_vnus_term_may_touch (const VnusTerm *self,
                      int             from,
                      int             to)
{
  for (guint i = 0; i < _vnus_time_get_n (self->time); i++)
    if (may_touch (_vnus_time_get_nth (self->time, i), from, to))
      return TRUE;

  return FALSE;
}

/* The first day from @next on that no term of @person covers for sure. */
static gint64
first_uncovered (GPtrArray  *terms,
                 const char *person,
                 gint64      next)
{
  gboolean advanced;

  do
    {
      advanced = FALSE;
      for (guint i = 0; i < terms->len; i++)
        {
          const VnusTerm *term = g_ptr_array_index (terms, i);
          int from, to;

          if ((person == NULL || g_str_equal (term->person, person)) && _vnus_term_get_sure_days (term, &from, &to) &&
              from <= next && to >= next)
            {
              next = (gint64) to + 1;
              advanced = TRUE;
            }
        }
    }
  while (advanced);

  return next;
}

VnusTruth
_vnus_terms_hold (GPtrArray   *terms,
                  const char  *person,
                  int          from,
                  int          to,
                  VnusReasons *reasons)
{
  VnusTruth truth = VNUS_TRUTH_NO;
  VnusReasons why = VNUS_REASONS_NONE;

  if (first_uncovered (terms, person, from) > to)
    return VNUS_TRUTH_CERTAINLY;

  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTerm *term = g_ptr_array_index (terms, i);

      if ((person != NULL && !g_str_equal (term->person, person)) || !_vnus_term_may_touch (term, from, to))
        continue;

      truth = VNUS_TRUTH_POSSIBLY;
      if (_vnus_time_get_n (term->time) > 1)
        why |= VNUS_REASONS_SOURCES_DIFFER;
      if (term->time->known != VNUS_TRUTH_CERTAINLY)
        why |= VNUS_REASONS_KNOWN_VAGUELY;
    }

  if (reasons != NULL && truth == VNUS_TRUTH_POSSIBLY)
    *reasons |= why != VNUS_REASONS_NONE ? why : VNUS_REASONS_DATE_VAGUE;
  return truth;
}
