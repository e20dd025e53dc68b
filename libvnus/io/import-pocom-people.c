/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the persons of the register of principal officers and chiefs of mission. */
#include "io/import-pocom-private.h"
#include "io/import-title-private.h"

#include <string.h>

#include <vnus/vnus-citation.h>
#include <vnus/vnus-person.h>

/* “Pete (Douglas)” has another name in brackets. */
static char *
split_brackets (const char  *given,
                char       **other)
{
  const char *open = strchr (given, '('), *close = open != NULL ? strchr (open, ')') : NULL;
  char *plain;

  *other = NULL;
  if (close == NULL)
    return g_strdup (given);

  *other = g_strstrip (g_strndup (open + 1, (gsize) (close - open - 1)));
  plain = g_strndup (given, (gsize) (open - given));
  g_strchomp (plain);
  if (close[1] != '\0')
    {
      g_autofree char *rest = g_strstrip (g_strdup (close + 1));
      char *joined = g_strconcat (plain, *plain != '\0' && *rest != '\0' ? " " : "", rest, NULL);

      g_free (plain);
      plain = joined;
    }

  return plain;
}

static char *
join_name (const char *given,
           const char *family,
           const char *suffix)
{
  GString *name = g_string_new (given);

  if (family != NULL)
    {
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append (name, family);
    }
  if (suffix != NULL)
    {
      g_string_append_c (name, ' ');
      g_string_append (name, suffix);
    }

  return g_string_free (name, FALSE);
}

static void
add_alias (VnusRecord *record,
           const char *name)
{
  VnusText *label = vnus_record_get_label (record);

  if (label != NULL && g_strcmp0 (vnus_text_get (label, "en"), name) == 0)
    return;
  _vnus_import_add_alias (record, name);
}

static void
add_same_as (VnusRecord *record,
             const char *key)
{
  g_autofree char *same_as = g_strconcat ("pocom:", key, NULL);

  for (guint i = 0; i < vnus_record_get_n_same_as (record); i++)
    if (g_str_equal (vnus_record_get_same_as (record, i), same_as))
      return;

  vnus_record_add_same_as (record, same_as);
}

void
_vnus_pocom_cite_later (VnusRecord       *record,
                        const VnusOrigin *origin,
                        const char       *field)
{
  g_autoptr (VnusValue) value = vnus_record_dup_value (record, field);

  _vnus_import_cite (record, origin->source, origin->locator, origin->known, field, value, NULL);
}

/* When somebody died became known then, not when the first term was. */
static void
add_life (VnusImport        *import,
          VnusRecord        *record,
          const PocomPerson *person)
{
  gboolean is_bad = FALSE;
  g_autoptr (VnusDate) lived = _vnus_import_dup_span (import, "birth", person->birth, "death", person->death, &is_bad);
  g_autoptr (VnusDate) death = NULL;

  if (lived == NULL || vnus_person_get_lived (VNUS_PERSON (record)) != NULL)
    return;

  vnus_person_set_lived (VNUS_PERSON (record), lived);
  death = person->death != NULL ? vnus_date_parse (person->death, NULL) : NULL;
  if (death != NULL)
    {
      const VnusOrigin origin = { .source = POCOM_SOURCE, .locator = person->key, .known = death };

      _vnus_pocom_cite_later (record, &origin, "lived");
    }
}

/* Career and residence, which are codes. */
static void
add_note (VnusImport        *import,
          VnusRecord        *record,
          const PocomPerson *person)
{
  const gboolean has_residence = person->residence != NULL && *person->residence != '\0';
  g_autofree char *name = NULL;
  VnusText *text;

  if (person->career == NULL && !has_residence)
    return;

  name = g_strjoin (" ", "pocom", person->career != NULL ? person->career : "none", person->residence, NULL);
  text = _vnus_import_find_text (import, name);
  if (text == NULL)
    {
      g_autofree char *career = g_strdelimit (g_strdup (person->career != NULL ? person->career : "none"), "-", '_');
      const VnusTextArg args[] = { { "career", NULL, career }, { "states", NULL, person->residence } };

      text = _vnus_import_keep_text (import, name, _vnus_import_text (has_residence ? "pocom.career-residence" : "pocom.career",
                                                                      args, has_residence ? 2 : 1));
    }
  if (*vnus_text_get_best (text, "en") != '\0')
    vnus_record_set_note (record, text);
}

/* The key by which the person is known already, which may be an older one. */
static const char *
find_key (VnusImport        *import,
          const PocomPerson *person)
{
  for (guint i = 0; i <= pocom_count (person->old_keys); i++)
    {
      const char *key = i == 0 ? person->key : g_ptr_array_index (person->old_keys, i - 1);
      g_autofree char *same_as = g_strconcat ("pocom:", key, NULL);

      if (_vnus_historian_same_as (import, same_as) != NULL)
        return key;
    }

  return person->key;
}

static void
make_person (Pocom             *self,
             VnusImport        *import,
             const PocomPerson *person)
{
  const VnusOrigin origin = { .source = POCOM_SOURCE, .locator = person->key,
                              .known = g_hash_table_lookup (self->known, person->key) };
  g_autofree char *other = NULL;
  g_autofree char *given = split_brackets (person->given != NULL ? person->given : "", &other);
  g_autofree char *name = join_name (given, person->family, person->suffix);
  const char *id = _vnus_historian_person (import, find_key (import, person), name, &origin);
  VnusRecord *record = id != NULL ? _vnus_import_lookup_made (import, id) : NULL;
  VnusPerson *made;

  if (record == NULL)
    {
      _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
      return;
    }

  made = VNUS_PERSON (record);
  g_hash_table_insert (self->persons, (gpointer) person->key, (gpointer) id);
  add_same_as (record, person->key);
  for (guint i = 0; i < pocom_count (person->old_keys); i++)
    add_same_as (record, g_ptr_array_index (person->old_keys, i));
  if (other != NULL)
    {
      g_autofree char *alias = join_name (other, person->family, person->suffix);

      add_alias (record, alias);
    }
  for (guint i = 0; i < pocom_count (person->aliases); i++)
    add_alias (record, g_ptr_array_index (person->aliases, i));

  if (vnus_person_get_family_name (made) == NULL || g_strcmp0 (vnus_text_get (vnus_record_get_label (record), "en"), name) == 0)
    {
      vnus_person_set_family_name (made, person->family);
      vnus_person_set_given_names (made, *given != '\0' ? given : NULL);
    }
  vnus_person_set_of (made, "us");
  add_life (import, record, person);
  add_note (import, record, person);
  _vnus_import_end_row (import, record);
}

void
_vnus_pocom_make_people (Pocom      *self,
                         VnusImport *import)
{
  for (guint i = 0; i < self->people->len && !_vnus_import_is_cancelled (import); i++)
    {
      const PocomPerson *person = g_ptr_array_index (self->people, i);

      _vnus_import_begin_row (import, person->file, person->line);
      make_person (self, import, person);
    }
}

VnusText *
_vnus_pocom_get_name (VnusImport *import,
                      const char *id)
{
  VnusChronicle *into = _vnus_import_get_into (import);
  VnusRecord *made = _vnus_import_lookup_made (import, id);
  VnusText *name = made != NULL ? vnus_record_get_label (made) : NULL;
  VnusRecord *before = name == NULL && into != NULL ? vnus_chronicle_lookup (into, id) : NULL;

  return before != NULL ? vnus_record_get_label (before) : name;
}

/* Nobody’s name is made of a key: without a file on the person there is none. */
const char *
_vnus_pocom_take_person (Pocom            *self,
                         VnusImport       *import,
                         const char       *key,
                         const VnusOrigin *origin)
{
  const char *id = g_hash_table_lookup (self->persons, key);

  if (id != NULL)
    return id;

  id = _vnus_historian_person (import, key, NULL, origin);
  if (id == NULL)
    return NULL;

  g_hash_table_insert (self->persons, (gpointer) key, (gpointer) id);
  if (_vnus_pocom_get_name (import, id) == NULL)
    _vnus_phrase_add_text (_vnus_import_issue (import, "unknown-person", VNUS_SEVERITY_NOTE, "import.unknown-person"), "id", key);
  return id;
}
