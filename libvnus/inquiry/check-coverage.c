/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether sources that are declared complete lack something that other
 * sources have, and whether scopes can be asked at all. */
#include "inquiry/vnus-refutation-private.h"
#include "inquiry/vnus-validation-private.h"

#include <string.h>

#include <vnus/vnus-assertion.h>
#include <vnus/vnus-coverage.h>
#include <vnus/vnus-query.h>

/* What an error quotes first: the part of the scope that is not good. */
static char *
dup_quoted (const GError *error)
{
  const char *open = strstr (error->message, "“"), *close = open != NULL ? strstr (open, "”") : NULL;

  return close != NULL ? g_strndup (open + strlen ("“"), (gsize) (close - open) - strlen ("“")) : g_strdup ("");
}

/* The code of the error, as a message selects by it. */
static char *
dup_code (const GError *error)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (VNUS_TYPE_QUERY_ERROR);
  const GEnumValue *code = error->domain == VNUS_QUERY_ERROR ? g_enum_get_value (codes, error->code) : NULL;

  return g_strdelimit (g_strdup (code != NULL ? code->value_nick : "failed"), "-", '_');
}

static void
add_bad_query (VnusValidation *self,
               VnusRecord     *record,
               const char     *scope,
               const GError   *error)
{
  VnusPhrase *phrase = _vnus_validation_add (self, "bad-query", VNUS_TRUTH_CERTAINLY, record, "scope");
  g_autofree char *quoted = dup_quoted (error);
  g_autofree char *code = dup_code (error);

  _vnus_phrase_add_text (phrase, "scope", scope);
  _vnus_phrase_add_text (phrase, "code", code);
  _vnus_phrase_add_text (phrase, "what", quoted);
}

/* NULL, and an issue, if the scope cannot be asked. */
static VnusQuery *
parse_scope (VnusValidation *self,
             VnusRecord     *record,
             const char     *scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusQuery) query = vnus_query_parse (scope, &error);

  if (query != NULL && vnus_query_check_ids (query, self->view, &error))
    return g_steal_pointer (&query);

  add_bad_query (self, record, scope, error);
  return NULL;
}

static void
check_coverage (VnusValidation *self,
                VnusCoverage   *coverage)
{
  const char *scope = vnus_coverage_get_scope (coverage);
  g_autoptr (VnusQuery) query = scope != NULL ? parse_scope (self, VNUS_RECORD (coverage), scope) : NULL;
  g_autoptr (GPtrArray) lacking =
    query != NULL ? _vnus_coverage_list_lacking (self->view, coverage, query, G_MAXUINT) : NULL;

  for (guint i = 0; lacking != NULL && i < lacking->len; i++)
    {
      const char *id = vnus_record_get_id (g_ptr_array_index (lacking, i));
      VnusPhrase *phrase =
        _vnus_validation_add (self, "coverage-refuted", VNUS_TRUTH_CERTAINLY, VNUS_RECORD (coverage), "scope");

      _vnus_phrase_add_text (phrase, "id", id);
      _vnus_phrase_add_record (phrase, "record", id);
    }
}

void
_vnus_check_coverage (VnusValidation *self)
{
  VnusRecord *record;

  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_COVERAGE, i)) != NULL; i++)
    check_coverage (self, VNUS_COVERAGE (record));

  for (guint i = 0; (record = _vnus_validation_get_nth (self, VNUS_KIND_ASSERTION, i)) != NULL; i++)
    {
      const char *scope = vnus_assertion_get_scope (VNUS_ASSERTION (record));
      VnusQuery *query = scope != NULL ? parse_scope (self, record, scope) : NULL;

      g_clear_pointer (&query, vnus_query_unref);
    }
}
