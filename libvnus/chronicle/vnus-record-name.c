/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what a record is called. What has no label of its own, as tenures and
 * treaty actions seldom have, is named by its fields: each kind has a message,
 * whose arguments are the words of fields. */
#include "chronicle/vnus-record-name-private.h"

#include <vnus/vnus-event.h>

#include "wording/vnus-message-private.h"

/* Names of names go no deeper, however records refer to each other. */
#define DEEPEST 3

/* What an argument is if the record does not tell it, where it need not. */
#define NONE "none"

/* The words of all participants in some roles, in place of a field. */
#define WHO "participants"

typedef struct
{
  const char *argument;
  const char *field;
  gboolean    is_optional;
} Part;

/* The id of the record itself. */
#define ITSELF "id"

#define MOST_PARTS 5

typedef struct
{
  const char *key;
  Part        parts[MOST_PARTS];
} Pattern;

static const Pattern patterns[VNUS_KIND_JUDGEMENT + 1] = {
  [VNUS_KIND_TENURE] = { "name.tenure",
                         { { "person", "person" }, { "office", "office" }, { "term", "term", TRUE }, { "how", "how", TRUE },
                           { "during", "during", TRUE } } },
  [VNUS_KIND_ACCREDITATION] = { "name.accreditation", { { "person", "person" }, { "to", "to" } } },
  [VNUS_KIND_SOURCE] = { "name.source", { { "title", "title" } } },
  [VNUS_KIND_RELATION] = { "name.relation", { { "parties", "parties" } } },
  [VNUS_KIND_STAGE] = { "name.stage", { { "relation", "relation" }, { "level", "level", TRUE }, { "act", "act", TRUE } } },
  [VNUS_KIND_JOURNEY] = { "name.journey", { { "who", WHO }, { "when", "when", TRUE } } },
  [VNUS_KIND_VISIT] = { "name.visit", { { "host", "host" }, { "who", WHO, TRUE }, { "when", "when", TRUE } } },
  [VNUS_KIND_MEETING] = { "name.meeting", { { "who", WHO }, { "mode", "mode", TRUE }, { "when", "when", TRUE } } },
  [VNUS_KIND_STATEMENT] = { "name.statement", { { "who", WHO }, { "when", "when", TRUE } } },
  [VNUS_KIND_MEASURE] = { "name.measure", { { "object", "object" } } },
  [VNUS_KIND_AGREEMENT] = { "name.agreement", { { "parties", "parties" }, { "form", "form", TRUE }, { "id", ITSELF } } },
  [VNUS_KIND_TREATY_ACTION] = { "name.treaty-action",
                                { { "agreement", "agreement" }, { "action", "action" }, { "party", "party", TRUE } } },
  [VNUS_KIND_OBSERVATION] = { "name.observation", { { "indicator", "indicator" }, { "period", "period" } } },
  [VNUS_KIND_COVERAGE] = { "name.coverage", { { "scope", "scope" } } },
  [VNUS_KIND_ASSERTION] = { "name.assertion", { { "subject", "subject" } } },
  [VNUS_KIND_JUDGEMENT] = { "name.judgement", { { "a", "a" }, { "b", "b" } } },
};

typedef struct
{
  VnusRecordLookup lookup;
  gconstpointer    data;
  const char      *language;
  guint            depth;
} Namer;

static char *name_record (VnusRecord  *record,
                          const Namer *namer);

static char *
name_id (const char  *id,
         const Namer *namer)
{
  VnusRecord *record = namer->lookup (namer->data, id);

  return record != NULL ? name_record (record, namer) : g_strdup (id);
}

/* --- Who --- */

/* Whose event it is; unset if all who take part are to be named. */
static VnusRole
role_of (VnusKind kind)
{
  return kind == VNUS_KIND_VISIT || kind == VNUS_KIND_JOURNEY ? VNUS_ROLE_GUEST
         : kind == VNUS_KIND_STATEMENT                        ? VNUS_ROLE_SPEAKER
                                                              : VNUS_ROLE_UNSET;
}

static char *
name_participant (VnusParticipant *participant,
                  const Namer     *namer)
{
  const char *actor = vnus_participant_get_actor (participant), *office = vnus_participant_get_capacity (participant);
  const char *id = actor != NULL ? actor : office != NULL ? office : vnus_participant_get_side (participant);
  g_autofree char *name = id != NULL ? name_id (id, namer) : NULL, *title = NULL;

  if (actor == NULL || office == NULL)
    return g_steal_pointer (&name);

  title = name_id (office, namer);
  if (g_str_equal (title, office))
    return g_steal_pointer (&name);

  return _vnus_say (namer->language, "phrase.office-holder", VNUS_ARG_S ("office", title), VNUS_ARG_S ("person", name));
}

static char *
name_participants (VnusEvent   *event,
                   const Namer *namer)
{
  const VnusRole role = role_of (vnus_record_get_kind (VNUS_RECORD (event)));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);
      char *name = NULL;

      if (role == VNUS_ROLE_UNSET || vnus_participant_get_role (participant) == role)
        name = name_participant (participant, namer);
      if (name != NULL)
        g_ptr_array_add (names, name);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return _vnus_message_list (namer->language, (const char *const *) names->pdata, "and");
}

/* --- Fields --- */

static char *
say_value (const VnusValue *value,
           const Namer     *namer)
{
  g_autoptr (GPtrArray) items = NULL;
  char *text;

  switch ((int) vnus_value_get_value_type (value))
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      return name_id (vnus_value_get_string (value), namer);

    case VNUS_VALUE_TYPE_LOCALISED:
      return g_strdup (vnus_text_get_best (vnus_value_get_localised (value), namer->language));

    case VNUS_VALUE_TYPE_DATE:
      text = vnus_date_format (vnus_value_get_date (value), namer->language, VNUS_DATE_STYLE_SHORT);
      return text != NULL ? text : vnus_date_to_string (vnus_value_get_date (value));

    case VNUS_VALUE_TYPE_ENUM:
      return g_strdelimit (g_strdup (vnus_value_get_string (value)), "-", '_');

    case VNUS_VALUE_TYPE_INTEGER:
      return _vnus_message_ordinal (namer->language, vnus_value_get_integer (value));

    case VNUS_VALUE_TYPE_LIST:
      items = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < vnus_value_get_n_items (value); i++)
        g_ptr_array_add (items, say_value (vnus_value_get_item (value, i), namer));
      g_ptr_array_add (items, NULL);
      return _vnus_message_list (namer->language, (const char *const *) items->pdata, "and");

    default:
      return g_strdup (vnus_value_get_string (value));
    }
}

/* NULL if the record does not tell it. */
static char *
say_part (const Part  *part,
          VnusRecord  *record,
          const Namer *namer)
{
  g_autoptr (VnusValue) value = NULL;

  if (g_str_equal (part->field, WHO))
    return name_participants (VNUS_EVENT (record), namer);

  if (g_str_equal (part->field, ITSELF))
    return g_strdup (vnus_record_get_id (record));

  value = vnus_record_dup_value (record, part->field);
  return value != NULL ? say_value (value, namer) : NULL;
}

/* --- Names --- */

static char *
compose (VnusRecord  *record,
         const Namer *namer)
{
  const Pattern *pattern = &patterns[vnus_record_get_kind (record)];
  const Namer deeper = { namer->lookup, namer->data, namer->language, namer->depth + 1 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VnusMessageArg args[MOST_PARTS];
  guint n = 0;

  if (pattern->key == NULL || deeper.depth > DEEPEST)
    return NULL;

  for (; n < MOST_PARTS && pattern->parts[n].argument != NULL; n++)
    {
      char *text = say_part (&pattern->parts[n], record, &deeper);

      if (text == NULL && !pattern->parts[n].is_optional)
        return NULL;
      g_ptr_array_add (texts, text != NULL ? text : g_strdup (NONE));
      args[n] = (VnusMessageArg) VNUS_ARG_S (pattern->parts[n].argument, g_ptr_array_index (texts, n));
    }

  return _vnus_message_format (namer->language, pattern->key, args, n);
}

static char *
name_record (VnusRecord  *record,
             const Namer *namer)
{
  VnusText *label = vnus_record_get_label (record);
  char *name = label != NULL ? g_strdup (vnus_text_get_best (label, namer->language)) : compose (record, namer);

  return name != NULL ? name : g_strdup (vnus_record_get_id (record));
}

char *
_vnus_record_dup_name_by (VnusRecord       *record,
                          VnusRecordLookup  lookup,
                          gconstpointer     data,
                          const char       *language)
{
  const Namer namer = { lookup, data, language, 0 };

  return name_record (record, &namer);
}

static VnusRecord *
look_up (gconstpointer chronicle,
         const char   *id)
{
  return vnus_chronicle_lookup ((VnusChronicle *) chronicle, id);
}

char *
_vnus_record_name_of (VnusChronicle *chronicle,
                      const char    *id,
                      const char    *language)
{
  VnusRecord *record = chronicle != NULL ? look_up (chronicle, id) : NULL;

  return record != NULL ? _vnus_record_dup_name_by (record, look_up, chronicle, language) : g_strdup (id);
}
