/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: answers that a view remembers, for those who ask the same again and
 * again, as briefs do.
 *
 * A finding holds its view, so a view that remembered findings would hold itself.
 * It remembers them without a view, and gives each who asks one that has it. */
#include "inquiry/vnus-ask-private.h"

#include "chronicle/vnus-view-memory-private.h"

static GPtrArray *
ref_list (GPtrArray *list)
{
  return list != NULL && list != _vnus_finding_no_list () ? g_ptr_array_ref (list) : list;
}

static VnusDate *
ref_date (VnusDate *date)
{
  return date != NULL ? vnus_date_ref (date) : NULL;
}

/* A finding that says the same of @chronicle; NULL for what is remembered. What
 * they hold they share, since neither changes. */
static VnusFinding *
copy_for (VnusFinding   *self,
          VnusChronicle *chronicle)
{
  VnusFinding *copy = g_object_new (VNUS_TYPE_FINDING, NULL);

  g_assert (self->sealed);

  copy->chronicle = chronicle != NULL ? g_object_ref (chronicle) : NULL;
  copy->standpoint = ref_date (self->standpoint);
  copy->rule = self->rule;
  copy->truth = self->truth;
  copy->reasons = self->reasons;
  copy->sealed = TRUE;
  copy->is_of_chronicle = self->is_of_chronicle;

  copy->evidence = ref_list (self->evidence);
  copy->counter = ref_list (self->counter);
  copy->coverage = ref_list (self->coverage);
  copy->missing = ref_list (self->missing);
  copy->steps = ref_list (self->steps);
  copy->sentences = ref_list (self->sentences);
  copy->items = ref_list (self->items);
  copy->conflicts = ref_list (self->conflicts);

  copy->range_name = self->range_name;
  copy->min = self->min;
  copy->max = self->max;
  copy->unit = g_strdup (self->unit);
  copy->list_name = self->list_name;
  copy->low = g_strdup (self->low);
  copy->high = g_strdup (self->high);
  copy->implied_low = g_strdup (self->implied_low);
  copy->implied_high = g_strdup (self->implied_high);
  copy->implied_unit = g_strdup (self->implied_unit);
  copy->status = g_strdup (self->status);
  copy->verdict = g_strdup (self->verdict);
  copy->cause = g_strdup (self->cause);
  copy->date = ref_date (self->date);

  return copy;
}

/* ---- Questions as text ---- */

/* In no id, date or rule. */
#define BETWEEN "\n"

/* What comes first; then come the arguments. */
enum
{
  PART_RELATION,
  PART_STANDPOINT,
  PART_RULE,
  N_PARTS,
};

static char *
write_question (const char        *relation,
                VnusDate          *standpoint,
                const char        *rule,
                const char *const *arguments)
{
  GString *text = g_string_new (relation);

  g_string_append (text, BETWEEN);
  g_string_append (text, standpoint != NULL ? vnus_date_get_text (standpoint) : "");
  g_string_append (text, BETWEEN);
  g_string_append (text, rule);
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_string_append (text, BETWEEN);
      g_string_append (text, arguments[i]);
    }

  return g_string_free (text, FALSE);
}

static gpointer
find_answer (VnusChronicle *view,
             gconstpointer  question,
             gconstpointer  unused)
{
  g_auto (GStrv) parts = g_strsplit (question, BETWEEN, -1);
  g_autoptr (VnusInquiry) inquiry = vnus_inquiry_new (view);
  g_autoptr (VnusDate) standpoint = NULL;
  g_autoptr (VnusFinding) finding = NULL;

  if (*parts[PART_RELATION] != '\0')
    vnus_inquiry_set_relation (inquiry, parts[PART_RELATION]);
  if (*parts[PART_STANDPOINT] != '\0')
    standpoint = vnus_date_parse (parts[PART_STANDPOINT], NULL);
  vnus_inquiry_set_standpoint (inquiry, standpoint);

  finding = vnus_inquiry_ask (inquiry, parts[PART_RULE], (const char *const *) parts + N_PARTS, NULL);
  return finding != NULL ? copy_for (finding, NULL) : NULL;
}

static const VnusMemo answer_memo = { find_answer, g_object_ref, g_object_unref, .by_text = TRUE };

VnusFinding *
_vnus_answer_recall (VnusChronicle     *view,
                     const char        *relation,
                     VnusDate          *standpoint,
                     const char        *rule,
                     const char *const *arguments)
{
  g_autofree char *question = write_question (relation, standpoint, rule, arguments);
  g_autoptr (VnusFinding) answer = _vnus_view_recall (view, &answer_memo, question, NULL);

  return answer != NULL ? copy_for (answer, view) : NULL;
}
