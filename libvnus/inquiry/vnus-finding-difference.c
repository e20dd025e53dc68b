/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: which answers differ between two chronicles. */
#include "inquiry/vnus-finding-change-private.h"

#include <vnus/vnus-finding-difference.h>

#include "base/vnus-clip-private.h"
#include "base/vnus-json-string-private.h"
#include "wording/vnus-message-private.h"

/**
 * VnusFindingDifference:
 *
 * The answers that differ between two chronicles, two revisions of one or two
 * views: what an edit, a new source or another day of knowledge changes.
 *
 * It is a list model of [class@Vnus.FindingChange], in the order of the
 * questions. An answer has changed if its truth, its reasons or its value has;
 * that it is worded alike or rests on more sources than before is no change.
 *
 * ```c
 * VnusFindingDifference *difference = vnus_inquiry_compare (before, after, NULL, &error);
 * ```
 *
 * A difference does not change. One thread at a time may use it.
 *
 * Since: 0.1
 */
struct _VnusFindingDifference
{
  GObject parent_instance;

  GPtrArray   *changes; /* (element-type VnusFindingChange) (owned) */
  guint        n_questions;
  VnusInquiry *before;
  VnusInquiry *after;
};

static GType
vnus_finding_difference_get_item_type (GListModel *model)
{
  return VNUS_TYPE_FINDING_CHANGE;
}

static guint
vnus_finding_difference_get_n_items (GListModel *model)
{
  return VNUS_FINDING_DIFFERENCE (model)->changes->len;
}

static gpointer
vnus_finding_difference_get_item (GListModel *model,
                                  guint       position)
{
  VnusFindingDifference *self = VNUS_FINDING_DIFFERENCE (model);

  return position < self->changes->len ? g_object_ref (g_ptr_array_index (self->changes, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vnus_finding_difference_get_item_type;
  iface->get_n_items = vnus_finding_difference_get_n_items;
  iface->get_item = vnus_finding_difference_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VnusFindingDifference, vnus_finding_difference, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
vnus_finding_difference_finalize (GObject *object)
{
  VnusFindingDifference *self = VNUS_FINDING_DIFFERENCE (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_object (&self->before);
  g_clear_object (&self->after);

  G_OBJECT_CLASS (vnus_finding_difference_parent_class)->finalize (object);
}

static void
vnus_finding_difference_class_init (VnusFindingDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_finding_difference_finalize;
}

static void
vnus_finding_difference_init (VnusFindingDifference *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- Asking both --- */

/* What one of two chronicles does not have cannot be asked there. */
static gboolean
is_unknown_there (const GError *error)
{
  return g_error_matches (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_UNKNOWN_ID) ||
         g_error_matches (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_WRONG_KIND);
}

/* Asks both; an error only if neither can answer, or the question is none. */
static gboolean
ask_both (VnusFindingDifference  *self,
          const VnusQuestion     *question,
          GError                **error)
{
  const char *const *arguments = (const char *const *) question->words + 1;
  g_autoptr (GError) error_before = NULL, error_after = NULL;
  g_autoptr (VnusFinding) before = vnus_inquiry_ask (self->before, question->words[0], arguments, &error_before);
  g_autoptr (VnusFinding) after = vnus_inquiry_ask (self->after, question->words[0], arguments, &error_after);

  GError **wrong = before == NULL && (after == NULL || !is_unknown_there (error_before)) ? &error_before
                   : after == NULL && !is_unknown_there (error_after)                      ? &error_after
                                                                                           : NULL;

  if (wrong != NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (wrong), "“%s”: ", _vnus_clip (question->text).text);
      return FALSE;
    }

  self->n_questions++;
  if (_vnus_finding_differs (before, after))
    g_ptr_array_add (self->changes, _vnus_finding_change_new (question, before, after));
  return TRUE;
}

static gboolean
ask_line (VnusFindingDifference  *self,
          const char             *line,
          GError                **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *text = g_strdup (line);
  VnusQuestion question;

  if (!g_shell_parse_argv (line, NULL, &words, &reason))
    {
      g_set_error (error, VNUS_INQUIRY_ERROR, VNUS_INQUIRY_ERROR_BAD_ARGUMENT,
                   "“%s” is no question: expected a rule and its arguments, with paired quotation marks (%s)",
                   _vnus_clip (line).text, reason->message);
      return FALSE;
    }

  question = (VnusQuestion) { text, words };
  return ask_both (self, &question, error);
}

/* --- What is raised --- */

/* The same day for both, so that only what they hold makes a difference. */
static VnusDate *
dup_day (VnusInquiry *before,
         VnusInquiry *after)
{
  VnusDate *standpoint = vnus_inquiry_get_standpoint (after) != NULL ? vnus_inquiry_get_standpoint (after)
                                                                     : vnus_inquiry_get_standpoint (before);

  return standpoint != NULL ? vnus_date_ref (standpoint) : _vnus_chronicle_dup_last_day (vnus_inquiry_get_chronicle (after));
}

static GPtrArray *
list_raised (VnusInquiry *before,
             VnusInquiry *after)
{
  g_autoptr (VnusDate) day = dup_day (before, after);
  GPtrArray *lines =
    _vnus_chronicle_list_questions (vnus_inquiry_get_chronicle (after), vnus_inquiry_get_relation (after), day);
  g_autoptr (GPtrArray) others =
    _vnus_chronicle_list_questions (vnus_inquiry_get_chronicle (before), vnus_inquiry_get_relation (before), day);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (seen, g_ptr_array_index (lines, i));
  for (guint i = 0; i < others->len; i++)
    if (!g_hash_table_contains (seen, g_ptr_array_index (others, i)))
      g_ptr_array_add (lines, g_strdup (g_ptr_array_index (others, i)));

  return lines;
}

/**
 * vnus_inquiry_list_questions:
 * @self: an inquiry
 *
 * Lists the questions that the chronicle raises by what it holds.
 *
 * They are: each assertion, the first in the tenure for each guest in an office,
 * the level and the counts of each relation, the holders of offices, the status
 * of what is planned, sessions, agreements, contacts and conflicts; those about a
 * day for that of the standpoint, or else of the newest source. Each is a line of
 * a rule and its arguments, with quotation marks as a shell has them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the questions
 *
 * Since: 0.1
 */
char **
vnus_inquiry_list_questions (VnusInquiry *self)
{
  g_autoptr (VnusDate) day = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (VNUS_IS_INQUIRY (self), NULL);
  g_return_val_if_fail (vnus_inquiry_get_chronicle (self) != NULL, NULL);

  day = dup_day (self, self);
  lines = _vnus_chronicle_list_questions (vnus_inquiry_get_chronicle (self), vnus_inquiry_get_relation (self), day);
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (lines, FALSE);
}

/**
 * vnus_inquiry_compare:
 * @before: an inquiry
 * @after: another inquiry, of another chronicle, revision or view
 * @questions: (nullable) (array zero-terminated=1): lines of a rule and its arguments, or `NULL` for all that both raise
 * @error: return location for an error
 *
 * Asks two inquiries the same and lists the answers that differ.
 *
 * To compare two states of a chronicle while it is edited, take an inquiry of a
 * [method@Vnus.Chronicle.snapshot] first. Without questions those of
 * [method@Vnus.Inquiry.list_questions] are asked, for the day of @after, as far
 * as they can be.
 *
 * Fails with [error@Vnus.InquiryError] if a question that is given cannot be
 * asked of either. What only one of them has is a change.
 *
 * Returns: (transfer full): the difference
 *
 * Since: 0.1
 */
VnusFindingDifference *
vnus_inquiry_compare (VnusInquiry         *before,
                      VnusInquiry         *after,
                      const char *const   *questions,
                      GError             **error)
{
  g_autoptr (VnusFindingDifference) self = NULL;
  g_autoptr (GPtrArray) raised = NULL;

  g_return_val_if_fail (VNUS_IS_INQUIRY (before), NULL);
  g_return_val_if_fail (VNUS_IS_INQUIRY (after), NULL);
  g_return_val_if_fail (vnus_inquiry_get_chronicle (before) != NULL && vnus_inquiry_get_chronicle (after) != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (VNUS_TYPE_FINDING_DIFFERENCE, NULL);
  self->before = g_object_ref (before);
  self->after = g_object_ref (after);

  for (guint i = 0; questions != NULL && questions[i] != NULL; i++)
    if (!ask_line (self, questions[i], error))
      return NULL;

  raised = questions == NULL ? list_raised (before, after) : NULL;
  for (guint i = 0; raised != NULL && i < raised->len; i++)
    ask_line (self, g_ptr_array_index (raised, i), NULL);

  return g_steal_pointer (&self);
}

/**
 * vnus_finding_difference_get_n_questions:
 * @self: a difference
 *
 * Gets how many questions were asked, of which some have another answer.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_finding_difference_get_n_questions (VnusFindingDifference *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_DIFFERENCE (self), 0);

  return self->n_questions;
}

/* --- Words --- */

static void
append_side (GString     *text,
             VnusInquiry *inquiry,
             const char  *language,
             const char  *key)
{
  g_autofree char *heading = _vnus_message_format (language, key, NULL, 0);

  g_string_append_printf (text, "\n%s\n", heading);
  _vnus_finding_append_view (text, vnus_inquiry_get_chronicle (inquiry), vnus_inquiry_get_standpoint (inquiry), language);
}

/**
 * vnus_finding_difference_to_text:
 * @self: a difference
 * @language: a language: `en` or `vi`
 *
 * Writes all changes, how many questions were asked, and of which two chronicles
 * or views.
 *
 * Returns: (transfer full): the text, in lines
 *
 * Since: 0.1
 */
char *
vnus_finding_difference_to_text (VnusFindingDifference *self,
                                 const char            *language)
{
  GString *text;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (VNUS_IS_FINDING_DIFFERENCE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->changes->len; i++)
    {
      g_autofree char *change = vnus_finding_change_to_text (g_ptr_array_index (self->changes, i), language);

      g_string_append_printf (text, "%s\n", change);
    }
  summary = _vnus_say (language, "difference.summary", VNUS_ARG_I ("n", self->changes->len),
                       VNUS_ARG_I ("questions", self->n_questions));
  g_string_append_printf (text, "%s\n", summary);
  if (self->before != NULL)
    append_side (text, self->before, language, "difference.before");
  if (self->after != NULL)
    append_side (text, self->after, language, "difference.after");

  return g_string_free (text, FALSE);
}

/**
 * vnus_finding_difference_to_json:
 * @self: a difference
 * @language: the language of the sentences: `en` or `vi`
 *
 * Writes all changes as JSON, each with both findings in the form of
 * [method@Vnus.Finding.to_json].
 *
 * Returns: (transfer full): the JSON, with a newline at the end
 *
 * Since: 0.1
 */
char *
vnus_finding_difference_to_json (VnusFindingDifference *self,
                                 const char            *language)
{
  GString *json;

  g_return_val_if_fail (VNUS_IS_FINDING_DIFFERENCE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  json = g_string_new (NULL);
  g_string_append_printf (json, "{\"questions\": %u, \"changes\": [", self->n_questions);
  for (guint i = 0; i < self->changes->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "\n");
      _vnus_finding_change_to_json (g_ptr_array_index (self->changes, i), json, language);
    }
  g_string_append (json, "]}\n");

  return g_string_free (json, FALSE);
}
