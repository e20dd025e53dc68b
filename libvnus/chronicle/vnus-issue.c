/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: something that is wrong, or worth knowing, and where. */
#include "chronicle/vnus-issue-private.h"

#include "base/vnus-json-string-private.h"
#include "wording/vnus-message-private.h"

/**
 * VnusIssue:
 *
 * Something that is wrong in a chronicle or in what is to join it, or worth
 * knowing, and where.
 *
 * An issue has a *tag* that names what it is, such as `dangling-reference`; a
 * severity; the id of a record, and in it a path as in a document, such as
 * `participants/3/capacity`; an explanation, and a suggestion where one follows,
 * in every language that the library has.
 *
 * [class@Vnus.Validator] finds issues. An issue does not change. It may be read
 * from any thread for as long as nobody changes its chronicle.
 *
 * Since: 0.1
 */
struct _VnusIssue
{
  GObject parent_instance;

  const char    *tag;
  VnusSeverity   severity;
  VnusTruth      truth;
  char          *record;
  char          *path;
  char          *place;
  VnusChronicle *chronicle;   /* (owned) */
  VnusPhrase    *explanation; /* (owned) */
  VnusPhrase    *suggestion;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (VnusIssue, vnus_issue, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (VnusSeverity, vnus_severity,
                    G_DEFINE_ENUM_VALUE (VNUS_SEVERITY_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_SEVERITY_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (VNUS_SEVERITY_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (VNUS_SEVERITY_ERROR, "error"))

static void
vnus_issue_finalize (GObject *object)
{
  VnusIssue *self = VNUS_ISSUE (object);

  g_clear_pointer (&self->record, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->explanation, _vnus_phrase_unref);
  g_clear_pointer (&self->suggestion, _vnus_phrase_unref);
  g_clear_object (&self->chronicle);

  G_OBJECT_CLASS (vnus_issue_parent_class)->finalize (object);
}

static void
vnus_issue_class_init (VnusIssueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_issue_finalize;
}

static void
vnus_issue_init (VnusIssue *self)
{
  self->truth = VNUS_TRUTH_CERTAINLY;
}

VnusIssue *
_vnus_issue_new (const char    *tag,
                 VnusSeverity   severity,
                 VnusChronicle *chronicle)
{
  VnusIssue *self = g_object_new (VNUS_TYPE_ISSUE, NULL);

  self->tag = tag;
  self->severity = severity;
  self->chronicle = chronicle != NULL ? g_object_ref (chronicle) : NULL;

  return self;
}

void
_vnus_issue_set_truth (VnusIssue *self,
                       VnusTruth  truth)
{
  self->truth = truth;
}

void
_vnus_issue_set_severity (VnusIssue    *self,
                          VnusSeverity  severity)
{
  self->severity = severity;
}

void
_vnus_issue_set_record (VnusIssue  *self,
                        const char *id,
                        const char *path)
{
  g_free (self->record);
  self->record = g_strdup (id);
  g_free (self->path);
  self->path = g_strdup (path);
}

void
_vnus_issue_set_place (VnusIssue  *self,
                       const char *place)
{
  g_free (self->place);
  self->place = g_strdup (place);
}

VnusPhrase *
_vnus_issue_explain (VnusIssue  *self,
                     const char *key)
{
  g_clear_pointer (&self->explanation, _vnus_phrase_unref);
  self->explanation = _vnus_phrase_new (key);

  return self->explanation;
}

VnusPhrase *
_vnus_issue_suggest (VnusIssue  *self,
                     const char *key)
{
  g_clear_pointer (&self->suggestion, _vnus_phrase_unref);
  self->suggestion = _vnus_phrase_new (key);

  return self->suggestion;
}

/**
 * vnus_issue_get_tag:
 * @self: an issue
 *
 * Gets the tag that names what it is, such as `dangling-reference`.
 *
 * Returns: the tag; the empty string in an issue that nothing made
 *
 * Since: 0.1
 */
const char *
vnus_issue_get_tag (VnusIssue *self)
{
  g_return_val_if_fail (VNUS_IS_ISSUE (self), NULL);

  return self->tag != NULL ? self->tag : "";
}

/**
 * vnus_issue_get_severity:
 * @self: an issue
 *
 * Gets how much it matters.
 *
 * Returns: the severity
 *
 * Since: 0.1
 */
VnusSeverity
vnus_issue_get_severity (VnusIssue *self)
{
  g_return_val_if_fail (VNUS_IS_ISSUE (self), VNUS_SEVERITY_UNSET);

  return self->severity;
}

/**
 * vnus_issue_get_truth:
 * @self: an issue
 *
 * Gets whether it certainly is so, or only possibly because a date is vague.
 *
 * Returns: certainly or possibly
 *
 * Since: 0.1
 */
VnusTruth
vnus_issue_get_truth (VnusIssue *self)
{
  g_return_val_if_fail (VNUS_IS_ISSUE (self), VNUS_TRUTH_NO);

  return self->truth;
}

/**
 * vnus_issue_get_record_id:
 * @self: an issue
 *
 * Gets the id of the record.
 *
 * Returns: (nullable): the id, or `NULL` if the issue is of no single record
 *
 * Since: 0.1
 */
const char *
vnus_issue_get_record_id (VnusIssue *self)
{
  g_return_val_if_fail (VNUS_IS_ISSUE (self), NULL);

  return self->record;
}

/**
 * vnus_issue_get_path:
 * @self: an issue
 *
 * Gets the place in the record: a field, or a path as in a document, such as
 * `participants/3/capacity`, which counts from 0.
 *
 * Returns: (nullable): the path, or `NULL` if the issue is of the whole record
 *
 * Since: 0.1
 */
const char *
vnus_issue_get_path (VnusIssue *self)
{
  g_return_val_if_fail (VNUS_IS_ISSUE (self), NULL);

  return self->path;
}

/**
 * vnus_issue_get_place:
 * @self: an issue
 *
 * Gets the place in the file that was read, such as `visits.csv:12:3` for the
 * third column of line 12.
 *
 * Returns: (nullable): the place, or `NULL` if the issue is of no file
 *
 * Since: 0.1
 */
const char *
vnus_issue_get_place (VnusIssue *self)
{
  g_return_val_if_fail (VNUS_IS_ISSUE (self), NULL);

  return self->place;
}

/**
 * vnus_issue_dup_explanation:
 * @self: an issue
 * @language: a language, such as `en` or `vi`
 *
 * Words what is the matter.
 *
 * Returns: (transfer full): one sentence or more
 *
 * Since: 0.1
 */
char *
vnus_issue_dup_explanation (VnusIssue  *self,
                            const char *language)
{
  g_return_val_if_fail (VNUS_IS_ISSUE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return self->explanation != NULL ? _vnus_phrase_say_sentence (self->explanation, self->chronicle, language)
                                   : g_strdup ("");
}

/**
 * vnus_issue_dup_suggestion:
 * @self: an issue
 * @language: a language, such as `en` or `vi`
 *
 * Words what could be done.
 *
 * Returns: (transfer full) (nullable): one sentence or more, or `NULL` if nothing follows
 *
 * Since: 0.1
 */
char *
vnus_issue_dup_suggestion (VnusIssue  *self,
                           const char *language)
{
  g_return_val_if_fail (VNUS_IS_ISSUE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return self->suggestion != NULL ? _vnus_phrase_say_sentence (self->suggestion, self->chronicle, language) : NULL;
}

static const char *
severity_nick (VnusSeverity severity)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_SEVERITY);

  return g_enum_get_value (klass, severity)->value_nick;
}

/**
 * vnus_issue_to_text:
 * @self: an issue
 * @language: a language, such as `en` or `vi`
 *
 * Writes the issue for people: where, how much it matters, what is the matter,
 * the tag; the suggestion on a line of its own.
 *
 * Returns: (transfer full): the text, which ends in a newline
 *
 * Since: 0.1
 */
char *
vnus_issue_to_text (VnusIssue  *self,
                    const char *language)
{
  g_autofree char *key = NULL, *severity = NULL, *explanation = NULL, *suggestion = NULL;
  GString *text;

  g_return_val_if_fail (VNUS_IS_ISSUE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  text = g_string_new (self->place);
  if (self->record != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", self->record);
  if (self->path != NULL)
    g_string_append_printf (text, "%s%s", self->record != NULL ? "/" : "", self->path);
  if (text->len > 0)
    g_string_append (text, ": ");

  key = g_strconcat ("severity.", severity_nick (self->severity), NULL);
  severity = _vnus_message_format (language, key, NULL, 0);
  explanation = vnus_issue_dup_explanation (self, language);
  suggestion = vnus_issue_dup_suggestion (self, language);
  g_string_append_printf (text, "%s: %s [%s]\n", severity, explanation, vnus_issue_get_tag (self));
  if (suggestion != NULL)
    g_string_append_printf (text, "    %s\n", suggestion);

  return g_string_free (text, FALSE);
}

static void
append_member (GString    *json,
               const char *name,
               const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (json, "%s\"%s\": ", json->len > 1 ? ", " : "", name);
  _vnus_json_append_string (json, value);
}

/**
 * vnus_issue_to_json:
 * @self: an issue
 * @language: a language, such as `en` or `vi`
 *
 * Writes the issue as a JSON object on one line: `tag`, `severity`, `truth`,
 * `record`, `path`, `place`, `explanation`, `suggestion`; what there is not is
 * left out.
 *
 * Returns: (transfer full): the text, without a newline at its end
 *
 * Since: 0.1
 */
char *
vnus_issue_to_json (VnusIssue  *self,
                    const char *language)
{
  g_autofree char *explanation = NULL, *suggestion = NULL;
  GString *json;

  g_return_val_if_fail (VNUS_IS_ISSUE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  explanation = vnus_issue_dup_explanation (self, language);
  suggestion = vnus_issue_dup_suggestion (self, language);

  json = g_string_new ("{");
  append_member (json, "tag", vnus_issue_get_tag (self));
  append_member (json, "severity", severity_nick (self->severity));
  append_member (json, "truth", vnus_truth_to_string (self->truth));
  append_member (json, "record", self->record);
  append_member (json, "path", self->path);
  append_member (json, "place", self->place);
  append_member (json, "explanation", explanation);
  append_member (json, "suggestion", suggestion);
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}
