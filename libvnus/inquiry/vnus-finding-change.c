/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: one answer that changed, and why. */
#include "inquiry/vnus-finding-change-private.h"

#include <string.h>

#include "base/vnus-json-string-private.h"
#include "wording/vnus-message-private.h"

/**
 * VnusFindingChange:
 *
 * A question to which two chronicles, or two views of one, give different
 * answers: one item of a [class@Vnus.FindingDifference].
 *
 * The causes are the records that only one of the answers rests on, or that both
 * rest on, but with another content or with other citations.
 *
 * A change does not change, and may be read from any thread.
 *
 * Since: 0.1
 */
struct _VnusFindingChange
{
  GObject parent_instance;

  char        *question;
  char       **words;  /* the rule and its arguments */
  VnusFinding *before; /* (owned) NULL if it cannot be asked */
  VnusFinding *after;  /* (owned) likewise */
  char       **causes;
  char       **new_sources;
  char       **old_sources;
};

G_DEFINE_FINAL_TYPE (VnusFindingChange, vnus_finding_change, G_TYPE_OBJECT)

static void
vnus_finding_change_finalize (GObject *object)
{
  VnusFindingChange *self = VNUS_FINDING_CHANGE (object);

  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->causes, g_strfreev);
  g_clear_pointer (&self->new_sources, g_strfreev);
  g_clear_pointer (&self->old_sources, g_strfreev);

  G_OBJECT_CLASS (vnus_finding_change_parent_class)->finalize (object);
}

static void
vnus_finding_change_class_init (VnusFindingChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_finding_change_finalize;
}

static void
vnus_finding_change_init (VnusFindingChange *self)
{
}

/* --- Comparing --- */

gboolean
_vnus_finding_differs (VnusFinding *before,
                       VnusFinding *after)
{
  g_autofree char *value_before = NULL, *value_after = NULL;

  if (before == NULL || after == NULL)
    return before != after;
  if (before->truth != after->truth || before->reasons != after->reasons)
    return TRUE;

  value_before = vnus_finding_dup_value (before);
  value_after = vnus_finding_dup_value (after);
  return !g_str_equal (value_before, value_after);
}

/* --- Causes --- */

/* All that a finding rests on: (element-type utf8 GPtrArray), the citations of
 * each record. @order has the ids in the order of use. */
static GHashTable *
gather_grounds (VnusFinding *finding,
                GPtrArray   *order)
{
  GHashTable *grounds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *lists[] = { finding->evidence, finding->counter };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const VnusEvidence *evidence = g_ptr_array_index (lists[l], i);

        g_ptr_array_add (order, (gpointer) evidence->id);
        g_hash_table_insert (grounds, (gpointer) evidence->id, _vnus_finding_list_citations (finding, evidence));
      }
  for (guint i = 0; i < finding->coverage->len; i++)
    {
      const VnusEvidence coverage = { .id = g_ptr_array_index (finding->coverage, i) };

      g_ptr_array_add (order, (gpointer) coverage.id);
      g_hash_table_insert (grounds, (gpointer) coverage.id, _vnus_finding_list_citations (finding, &coverage));
    }

  return grounds;
}

/* Whether @citations has one that is like @citation. */
static gboolean
has_citation (GPtrArray    *citations,
              VnusCitation *citation)
{
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    if (vnus_citation_equal (g_ptr_array_index (citations, i), citation))
      return TRUE;

  return FALSE;
}

static void
add_once (GPtrArray  *list,
          const char *text)
{
  if (!g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (text));
}

/* The sources of citations that the other side has not; TRUE if there are any. */
static gboolean
add_sources (GPtrArray *sources,
             GPtrArray *citations,
             GPtrArray *others)
{
  gboolean any = FALSE;

  for (guint i = 0; citations != NULL && i < citations->len; i++)
    if (!has_citation (others, g_ptr_array_index (citations, i)))
      {
        add_once (sources, vnus_citation_get_source (g_ptr_array_index (citations, i)));
        any = TRUE;
      }

  return any;
}

static gboolean
is_another_record (VnusFindingChange *self,
                   const char        *id)
{
  VnusRecord *before = vnus_chronicle_lookup (self->before->chronicle, id);
  VnusRecord *after = vnus_chronicle_lookup (self->after->chronicle, id);

  return before != after && (before == NULL || after == NULL || !vnus_record_equal (before, after));
}

static char **
end_list (GPtrArray *list)
{
  g_ptr_array_add (list, NULL);

  return (char **) g_ptr_array_free (list, FALSE);
}

static void
find_causes (VnusFindingChange *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) empty = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) after = self->after != NULL ? gather_grounds (self->after, ids) : g_hash_table_ref (empty);
  g_autoptr (GHashTable) before = self->before != NULL ? gather_grounds (self->before, ids) : g_hash_table_ref (empty);
  GPtrArray *causes = g_ptr_array_new (), *gained = g_ptr_array_new (), *lost = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      gboolean in_both = g_hash_table_contains (before, id) && g_hash_table_contains (after, id);
      GPtrArray *then = g_hash_table_lookup (before, id), *now = g_hash_table_lookup (after, id);
      gboolean is_new = add_sources (gained, now, then), is_old = add_sources (lost, then, now);

      if (!in_both || is_new || is_old || is_another_record (self, id))
        add_once (causes, id);
    }

  self->causes = end_list (causes);
  self->new_sources = end_list (gained);
  self->old_sources = end_list (lost);
}

VnusFindingChange *
_vnus_finding_change_new (const VnusQuestion *question,
                          VnusFinding        *before,
                          VnusFinding        *after)
{
  VnusFindingChange *self = g_object_new (VNUS_TYPE_FINDING_CHANGE, NULL);

  self->question = g_strdup (question->text);
  self->words = g_strdupv (question->words);
  self->before = before != NULL ? g_object_ref (before) : NULL;
  self->after = after != NULL ? g_object_ref (after) : NULL;
  find_causes (self);

  return self;
}

/* --- Reading --- */

/**
 * vnus_finding_change_get_rule:
 * @self: a change
 *
 * Gets the id of the rule that was asked.
 *
 * Returns: (nullable): the id; `NULL` only of a change that was made by itself
 *
 * Since: 0.1
 */
const char *
vnus_finding_change_get_rule (VnusFindingChange *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);

  return self->words != NULL ? self->words[0] : NULL;
}

/**
 * vnus_finding_change_list_arguments:
 * @self: a change
 *
 * Lists the arguments of the rule, as [method@Vnus.Inquiry.ask] takes them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the arguments
 *
 * Since: 0.1
 */
char **
vnus_finding_change_list_arguments (VnusFindingChange *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);

  return self->words != NULL ? g_strdupv (self->words + 1) : g_new0 (char *, 1);
}

/**
 * vnus_finding_change_get_question:
 * @self: a change
 *
 * Gets the rule and its arguments as one line, as
 * [method@Vnus.Inquiry.compare] reads it.
 *
 * Returns: (nullable): the line; `NULL` only of a change that was made by itself
 *
 * Since: 0.1
 */
const char *
vnus_finding_change_get_question (VnusFindingChange *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);

  return self->question;
}

/**
 * vnus_finding_change_get_before:
 * @self: a change
 *
 * Gets the answer of the first inquiry.
 *
 * Returns: (transfer none) (nullable): the finding; `NULL` if what is asked about was not there
 *
 * Since: 0.1
 */
VnusFinding *
vnus_finding_change_get_before (VnusFindingChange *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);

  return self->before;
}

/**
 * vnus_finding_change_get_after:
 * @self: a change
 *
 * Gets the answer of the second inquiry.
 *
 * Returns: (transfer none) (nullable): the finding; `NULL` if what is asked about is not there
 *
 * Since: 0.1
 */
VnusFinding *
vnus_finding_change_get_after (VnusFindingChange *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);

  return self->after;
}

/**
 * vnus_finding_change_list_causes:
 * @self: a change
 *
 * Lists the records that made the difference.
 *
 * Only one of the answers rests on them, or both do, but their content or their
 * citations differ. The list is empty if the answers rest on the same, such as
 * where only the standpoint differs.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
vnus_finding_change_list_causes (VnusFindingChange *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);

  return self->causes != NULL ? g_strdupv (self->causes) : g_new0 (char *, 1);
}

/**
 * vnus_finding_change_list_new_sources:
 * @self: a change
 *
 * Lists the sources of citations on which only the second answer rests.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
vnus_finding_change_list_new_sources (VnusFindingChange *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);

  return self->new_sources != NULL ? g_strdupv (self->new_sources) : g_new0 (char *, 1);
}

/**
 * vnus_finding_change_list_old_sources:
 * @self: a change
 *
 * Lists the sources of citations on which only the first answer rests.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
vnus_finding_change_list_old_sources (VnusFindingChange *self)
{
  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);

  return self->old_sources != NULL ? g_strdupv (self->old_sources) : g_new0 (char *, 1);
}

/* --- Words --- */

/* The sentence and how sure it is, on one line. */
static char *
say (VnusFinding *finding,
     const char  *language)
{
  g_autofree char *sentence = vnus_finding_dup_sentence (finding, language);
  g_autofree char *answer = _vnus_finding_say_answer (finding, language);

  return sentence != NULL ? g_strconcat (sentence, " ", answer, NULL) : g_steal_pointer (&answer);
}

/**
 * vnus_finding_change_dup_sentence:
 * @self: a change
 * @language: a language: `en` or `vi`
 *
 * Words the answers, the former and the present one.
 *
 * Returns: (transfer full) (nullable): the sentence; `NULL` only of a change that was made by itself
 *
 * Since: 0.1
 */
char *
vnus_finding_change_dup_sentence (VnusFindingChange *self,
                                  const char        *language)
{
  g_autofree char *before = NULL, *after = NULL;

  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  before = self->before != NULL ? say (self->before, language) : NULL;
  after = self->after != NULL ? say (self->after, language) : NULL;
  if (before == NULL && after == NULL)
    return NULL;
  if (before == NULL)
    return _vnus_say (language, "difference.appeared", VNUS_ARG_S ("after", after));
  if (after == NULL)
    return _vnus_say (language, "difference.gone", VNUS_ARG_S ("before", before));

  return _vnus_say (language, "difference.changed", VNUS_ARG_S ("before", before), VNUS_ARG_S ("after", after));
}

static void
append_list (GString    *text,
             const char *language,
             const char *key,
             char      **names)
{
  if (names[0] != NULL)
    {
      g_autofree char *joined = g_strjoinv (", ", names);
      const VnusMessageArg arg = VNUS_ARG_S ("names", joined);
      g_autofree char *line = _vnus_message_format (language, key, &arg, 1);

      g_string_append_printf (text, "  %s\n", line);
    }
}

/**
 * vnus_finding_change_to_text:
 * @self: a change
 * @language: a language: `en` or `vi`
 *
 * Writes the question, both answers and what made the difference.
 *
 * Returns: (transfer full): the text, in lines
 *
 * Since: 0.1
 */
char *
vnus_finding_change_to_text (VnusFindingChange *self,
                             const char        *language)
{
  GString *text;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (VNUS_IS_FINDING_CHANGE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (NULL);
  sentence = vnus_finding_change_dup_sentence (self, language);
  if (sentence == NULL)
    return g_string_free (text, FALSE);

  g_string_append_printf (text, "%s\n  %s\n", self->question, sentence);
  append_list (text, language, "difference.causes", self->causes);
  append_list (text, language, "difference.new-sources", self->new_sources);
  append_list (text, language, "difference.old-sources", self->old_sources);

  return g_string_free (text, FALSE);
}

/* --- JSON --- */

static void
append_strings (GString     *json,
                const char  *key,
                char       **strings)
{
  g_string_append_printf (json, ", \"%s\": [", key);
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      _vnus_json_append_string (json, strings[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_finding (GString     *json,
                const char  *key,
                VnusFinding *finding,
                const char  *language)
{
  g_autofree char *text = finding != NULL ? vnus_finding_to_json (finding, language) : g_strdup ("null");

  g_string_append_printf (json, ", \"%s\": %s", key, g_strchomp (text));
}

void
_vnus_finding_change_to_json (VnusFindingChange *self,
                              GString           *json,
                              const char        *language)
{
  g_autofree char *sentence = vnus_finding_change_dup_sentence (self, language);

  g_string_append (json, "{\"rule\": ");
  _vnus_json_append_string (json, self->words[0]);
  append_strings (json, "arguments", self->words + 1);
  g_string_append (json, ", \"sentence\": ");
  _vnus_json_append_string (json, sentence);
  append_strings (json, "causes", self->causes);
  append_strings (json, "new-sources", self->new_sources);
  append_strings (json, "old-sources", self->old_sources);
  append_finding (json, "before", self->before, language);
  append_finding (json, "after", self->after, language);
  g_string_append_c (json, '}');
}
