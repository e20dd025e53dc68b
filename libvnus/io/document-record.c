/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: one record of a document, by the field table of its kind. Values go
 * straight into the slots of the record. */
#include "base/vnus-id-private.h"
#include "base/vnus-clip-private.h"
#include "io/document-loader-private.h"

#include <string.h>

#include "model/vnus-kind-private.h"
#include "model/vnus-values-private.h"

/* Keys of a record that are no fields, before and after those of the fields. */
enum
{
  KEY_KIND,
  KEY_ID,
  N_HEAD,
};

enum
{
  KEY_PRESENCE,
  KEY_CITATIONS,
  N_TAIL,
};

/* What the field table of a kind gives, once for all loads. */
typedef struct
{
  VnusField      **fields;
  guint            n_fields;
  VnusDocumentKey  keys[VNUS_DOCUMENT_MAX_KEYS];
  guint            n_keys;
  char            *what; /* in messages */
} Kind;

static VnusDocumentKey
make_key (const char *name)
{
  const gsize length = strlen (name);
  char *padded = g_malloc0 (length + sizeof (guint64));

  memcpy (padded, name, length);
  return (VnusDocumentKey) { padded, (guint) length };
}

static Kind *
make_kind (VnusKind kind)
{
  Kind *self = g_new0 (Kind, 1);

  self->fields = _vnus_kind_get_fields (kind, &self->n_fields);
  self->n_keys = N_HEAD + self->n_fields + N_TAIL;
  g_assert (self->n_keys <= VNUS_DOCUMENT_MAX_KEYS);

  self->keys[KEY_KIND] = (VnusDocumentKey) VNUS_DOCUMENT_KEY ("kind");
  self->keys[KEY_ID] = (VnusDocumentKey) VNUS_DOCUMENT_KEY ("id");
  for (guint i = 0; i < self->n_fields; i++)
    self->keys[N_HEAD + i] = make_key (self->fields[i]->name);
  self->keys[N_HEAD + self->n_fields + KEY_PRESENCE] = (VnusDocumentKey) VNUS_DOCUMENT_KEY ("presence");
  self->keys[N_HEAD + self->n_fields + KEY_CITATIONS] = (VnusDocumentKey) VNUS_DOCUMENT_KEY ("citations");
  self->what = g_strdup_printf ("a record of kind “%s”", vnus_kind_to_string (kind));

  return self;
}

static const Kind *
get_kind (VnusKind kind)
{
  static Kind *kinds[32]; /* each lives as long as the program */

  if (g_once_init_enter (&kinds[kind]))
    g_once_init_leave (&kinds[kind], make_kind (kind));

  return kinds[kind];
}

/* Kind */

static gboolean
fail_kind (VnusLoader *self,
           guint       node)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (VNUS_TYPE_KIND);
  int value;

  return _vnus_loader_read_word (self, node, kinds, &value);
}

/* Sets the kind of the record, which decides what its other keys mean. */
static gboolean
read_kind (VnusLoader *self)
{
  const VnusJsonNode *tape = self->tape->nodes;
  guint node = 0;

  if (tape[0].type != VNUS_JSON_OBJECT)
    return _vnus_loader_fail_type (self, 0, "an object: a record");

  for (guint i = 1; i < tape[0].end && node == 0; i = tape[i].end)
    if (tape[i].key_length == 4 && memcmp (_vnus_json_tape_key (self->tape, i), "kind", 4) == 0)
      node = i;

  if (node == 0)
    return _vnus_loader_fail (self, 0, VNUS_DOCUMENT_ERROR_MISSING_KEY,
                              "a record has no “kind”; expected one, such as \"visit\"");
  if (tape[node].type != VNUS_JSON_STRING)
    return _vnus_loader_fail_type (self, node, "a kind in quotes, such as \"visit\"");

  /* Records of a kind stand together. */
  if (self->kind != VNUS_KIND_UNSET &&
      strcmp (vnus_kind_to_string (self->kind), _vnus_loader_text (self, node)) == 0)
    return TRUE;

  self->kind = vnus_kind_from_string (_vnus_loader_text (self, node));
  return self->kind != VNUS_KIND_UNSET || fail_kind (self, node);
}

/* Fields */

static gboolean
begin_list (VnusLoader *self,
            guint       node)
{
  if (_vnus_loader_type (self, node) != VNUS_JSON_ARRAY)
    return _vnus_loader_fail_type (self, node, "a list");
  if (_vnus_loader_end (self, node) == node + 1)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                              "found an empty list; expected an item, or to leave the key out");

  return TRUE;
}

static guint
count_items (VnusLoader *self,
             guint       node)
{
  guint n = 0;

  for (guint i = node + 1; i < _vnus_loader_end (self, node); i = _vnus_loader_end (self, i))
    n++;

  return n;
}

static gboolean
read_field (VnusLoader      *self,
            guint            node,
            const VnusField *field,
            VnusRecord      *record)
{
  gpointer slot = _vnus_field_slot_to_set (field, record);
  gpointer item;

  if (field->is_list)
    {
      if (!begin_list (self, node))
        return FALSE;

      _vnus_vector_reserve (slot, count_items (self, node));
      for (guint i = node + 1; i < _vnus_loader_end (self, node); i = _vnus_loader_end (self, i))
        {
          if (!_vnus_loader_read_item (self, i, field, &item))
            return FALSE;
          _vnus_vector_append (slot, item);
        }

      return TRUE;
    }

  if (!_vnus_loader_read_item (self, node, field, &item))
    return FALSE;

  if (field->type == VNUS_VALUE_TYPE_BOOLEAN)
    *(int *) slot = item != NULL ? 2 : 1;
  else if (_vnus_field_is_number (field))
    *(int *) slot = GPOINTER_TO_INT (item);
  else
    *(gpointer *) slot = item;

  return TRUE;
}

/* Presence */

static gboolean
read_presence (VnusLoader *self,
               guint       node,
               const Kind *kind,
               VnusRecord *record)
{
  static const struct
  {
    const char *word;
    VnusPresence presence;
  } words[] = {
    { "unknown", VNUS_PRESENCE_UNKNOWN },
    { "none", VNUS_PRESENCE_NONE },
  };
  guint nodes[VNUS_DOCUMENT_MAX_KEYS] = { 0 };

  if (!_vnus_loader_collect (self, node, kind->what, kind->keys + N_HEAD, kind->n_fields, nodes))
    return FALSE;
  if (_vnus_loader_end (self, node) == node + 1)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                              "found an empty object; expected a field, or to leave the key out");

  for (guint i = 0; i < kind->n_fields; i++)
    {
      VnusPresence presence = VNUS_PRESENCE_ABSENT;

      if (nodes[i] == 0)
        continue;
      if (_vnus_loader_type (self, nodes[i]) != VNUS_JSON_STRING)
        return _vnus_loader_fail_type (self, nodes[i], "\"unknown\" or \"none\"");

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        if (g_str_equal (words[j].word, _vnus_loader_text (self, nodes[i])))
          presence = words[j].presence;
      if (presence == VNUS_PRESENCE_ABSENT)
        {
          g_autofree char *found = _vnus_loader_quote (self, nodes[i]);

          return _vnus_loader_fail (self, nodes[i], VNUS_DOCUMENT_ERROR_BAD_VALUE,
                                    "%s says nothing about a value; expected one of unknown, none", found);
        }
      if (_vnus_field_is_set (kind->fields[i], record))
        return _vnus_loader_fail (self, nodes[i], VNUS_DOCUMENT_ERROR_BAD_VALUE,
                                  "“%s” has a value, so that it cannot be %s; expected one or the other",
                                  kind->fields[i]->name, _vnus_loader_text (self, nodes[i]));

      _vnus_record_add_presence (record, kind->fields[i], presence);
    }

  return TRUE;
}

/* Citations */

/* A text that lives as long as the record is being read. */
static gboolean
peek_text (VnusLoader  *self,
           guint        node,
           const char **text)
{
  if (_vnus_loader_type (self, node) != VNUS_JSON_STRING)
    return _vnus_loader_fail_type (self, node, "a string");

  *text = _vnus_loader_text (self, node);
  return TRUE;
}

/* The name by which a citation speaks of @item of @field; NULL if it has none. */
static const char *
get_member_name (const VnusField *field,
                 gpointer         item)
{
  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_TEXT:
    case VNUS_VALUE_TYPE_REFERENCE:
      return item;

    case VNUS_VALUE_TYPE_ENUM:
      {
        const GEnumValue *value = g_enum_get_value (field->enum_class, GPOINTER_TO_INT (item));

        return value != NULL ? value->value_nick : NULL;
      }

    case VNUS_VALUE_TYPE_PARTICIPANT:
      return vnus_participant_get_actor (item);

    case VNUS_VALUE_TYPE_STOP:
      return vnus_stop_get_place (item);

    case VNUS_VALUE_TYPE_DESIGNATION:
      return vnus_designation_get_side (item);

    default:
      return NULL;
    }
}

gboolean
_vnus_document_has_member (const VnusField *field,
                           VnusRecord      *record,
                           const char      *name)
{
  const VnusVector *list = *(VnusVector **) _vnus_field_slot (field, record);

  for (guint i = 0; i < _vnus_vector_length (list); i++)
    if (g_strcmp0 (get_member_name (field, _vnus_vector_get (list, i)), name) == 0)
      return TRUE;

  return FALSE;
}

/* A field, or list and member: participants/antony-blinken. A source may tell
 * of a member that the record does not have, if it says what. */
static gboolean
read_cited_field (VnusLoader       *self,
                  guint             node,
                  gboolean          has_value,
                  const Kind       *kind,
                  VnusRecord       *record,
                  char            **text,
                  const VnusField **field,
                  gboolean         *is_member)
{
  const char *member;
  gsize length;

  if (!_vnus_loader_read_text (self, node, text))
    return FALSE;

  length = strcspn (*text, "/");
  member = (*text)[length] == '/' ? *text + length + 1 : NULL;
  *is_member = member != NULL;
  *field = NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->keys[N_HEAD + i].length == length && memcmp (kind->keys[N_HEAD + i].name, *text, length) == 0)
      *field = kind->fields[i];

  if (*field == NULL)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                              "“%s” is no field of %s; expected one, or a list and its member such as “participants/joe-biden”",
                              _vnus_clip (*text).text, kind->what);
  if (member == NULL)
    return TRUE;
  if (!(*field)->is_list)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                              "“%s” is no list, so that “%s” names no member of it; expected “%s”",
                              (*field)->name, _vnus_clip (*text).text, (*field)->name);
  if (!has_value && !_vnus_document_has_member (*field, record, member))
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                              "“%s” names no member that the record has; expected one of “%s”",
                              _vnus_clip (*text).text, (*field)->name);

  return TRUE;
}

static VnusValue *
make_value (const VnusField *field,
            gpointer         item)
{
  if (!_vnus_value_type_is_number (field->type))
    return _vnus_value_new_take (field->type, item);

  return _vnus_value_new_number (field->type,
                                 field->get_enum_type != NULL ? field->get_enum_type () : G_TYPE_INVALID,
                                 GPOINTER_TO_INT (item));
}

/* What the source itself says, in the form of the field. */
static gboolean
read_cited_value (VnusLoader       *self,
                  guint             node,
                  const VnusField  *field,
                  gboolean          is_member,
                  VnusValue       **value)
{
  VnusVector *list = NULL;
  gpointer item;

  if (field == NULL)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_BAD_VALUE,
                              "a value without a field says nothing; expected “field” beside it");

  if (!field->is_list || is_member)
    {
      if (!_vnus_loader_read_item (self, node, field, &item))
        return FALSE;
      *value = make_value (field, item);
      return TRUE;
    }

  if (!begin_list (self, node))
    return FALSE;

  for (guint i = node + 1; i < _vnus_loader_end (self, node); i = _vnus_loader_end (self, i))
    {
      if (!_vnus_loader_read_item (self, i, field, &item))
        {
          _vnus_vector_clear (&list, (GDestroyNotify) vnus_value_unref);
          return FALSE;
        }
      _vnus_vector_append (&list, make_value (field, item));
    }

  *value = _vnus_value_new_take (VNUS_VALUE_TYPE_LIST, list);
  return TRUE;
}

/* What was read of the same place of a source, if it is kept. */
static VnusCitation *
recall_citation (VnusLoader *self,
                 guint       node,
                 guint       source,
                 guint       locator)
{
  VnusCitation *recent = self->citations[_vnus_loader_hash (self, node)];

  return recent != NULL && _vnus_loader_is_text (self, source, vnus_citation_get_source (recent)) &&
         _vnus_loader_is_text (self, locator, vnus_citation_get_locator (recent)) ? recent : NULL;
}

/* The same place of a source is one value, however many records it backs. Takes
 * the source, which is the same string wherever it stands. */
static VnusCitation *
make_citation (VnusLoader *self,
               guint       node,
               char       *source,
               const char *locator)
{
  VnusCitation **recent = &self->citations[_vnus_loader_hash (self, node)];

  if (*recent != NULL && vnus_citation_get_source (*recent) == source &&
      g_strcmp0 (vnus_citation_get_locator (*recent), locator) == 0)
    {
      _vnus_id_unref (source);
      return vnus_citation_ref (*recent);
    }

  g_clear_pointer (recent, vnus_citation_unref);
  *recent = _vnus_citation_new_take (source, locator, NULL, NULL, VNUS_CITATION_RANK_UNSET, NULL, NULL);
  return vnus_citation_ref (*recent);
}

#define READ(reader, node, ...) ((node) == 0 || reader (self, (node), __VA_ARGS__))

static gboolean
read_citation (VnusLoader *self,
               guint       node,
               const Kind *kind,
               VnusRecord *record)
{
  static const VnusDocumentKey keys[] = {
    VNUS_DOCUMENT_KEY ("source"), VNUS_DOCUMENT_KEY ("locator"), VNUS_DOCUMENT_KEY ("field"),
    VNUS_DOCUMENT_KEY ("value"), VNUS_DOCUMENT_KEY ("rank"), VNUS_DOCUMENT_KEY ("known"),
    VNUS_DOCUMENT_KEY ("note"),
  };
  enum { SOURCE, LOCATOR, FIELD, VALUE, RANK, KNOWN, NOTE };
  static GEnumClass *ranks; /* lives as long as the program */
  guint nodes[G_N_ELEMENTS (keys)] = { 0 };
  char *source = NULL;
  const char *locator = NULL;
  g_autofree char *text = NULL;
  g_autoptr (VnusValue) value = NULL;
  g_autoptr (VnusDate) known = NULL;
  VnusText *note = NULL;
  const VnusField *field = NULL;
  gboolean is_member = FALSE;
  int rank = VNUS_CITATION_RANK_UNSET;

  if (g_once_init_enter (&ranks))
    g_once_init_leave (&ranks, g_type_class_ref (VNUS_TYPE_CITATION_RANK));

  if (!_vnus_loader_collect (self, node, "a citation", keys, G_N_ELEMENTS (keys), nodes))
    return FALSE;
  if (nodes[SOURCE] == 0)
    return _vnus_loader_fail (self, node, VNUS_DOCUMENT_ERROR_MISSING_KEY, "a citation has no “source”; expected one");

  if (nodes[FIELD] + nodes[VALUE] + nodes[RANK] + nodes[KNOWN] + nodes[NOTE] == 0)
    {
      VnusCitation *recent = recall_citation (self, node, nodes[SOURCE], nodes[LOCATOR]);

      if (recent != NULL)
        {
          _vnus_record_take_citation (record, vnus_citation_ref (recent));
          return TRUE;
        }
    }

  if (_vnus_loader_read_reference (self, nodes[SOURCE], VNUS_KINDS (SOURCE), &source) &&
      READ (peek_text, nodes[LOCATOR], &locator) &&
      READ (read_cited_field, nodes[FIELD], nodes[VALUE] != 0, kind, record, &text, &field, &is_member) &&
      READ (read_cited_value, nodes[VALUE], field, is_member, &value) &&
      READ (_vnus_loader_read_word, nodes[RANK], ranks, &rank) &&
      READ (_vnus_loader_read_date, nodes[KNOWN], &known) &&
      READ (_vnus_loader_read_localised, nodes[NOTE], &note))
    {
      if (text == NULL && value == NULL && rank == VNUS_CITATION_RANK_UNSET && known == NULL && note == NULL)
        _vnus_record_take_citation (record, make_citation (self, node, source, locator));
      else
        _vnus_record_take_citation (record,
                                    _vnus_citation_new_take (source, locator, g_steal_pointer (&text),
                                                             g_steal_pointer (&value), (VnusCitationRank) rank,
                                                             g_steal_pointer (&known), note));
      return TRUE;
    }

  g_clear_pointer (&source, _vnus_id_unref);
  return FALSE;
}

static gboolean
read_citations (VnusLoader *self,
                guint       node,
                const Kind *kind,
                VnusRecord *record)
{
  if (!begin_list (self, node))
    return FALSE;

  _vnus_vector_reserve (&record->citations, count_items (self, node));
  for (guint i = node + 1; i < _vnus_loader_end (self, node); i = _vnus_loader_end (self, i))
    if (!read_citation (self, i, kind, record))
      return FALSE;

  return TRUE;
}

/* Coverage names its sources itself. */
static gboolean
check_citation (VnusLoader *self,
                VnusRecord *record)
{
  if (record->citations != NULL || self->lenient || (VNUS_KINDS_WITHOUT_CITATION & (1u << self->kind)) != 0)
    return TRUE;
  if (self->kind == VNUS_KIND_COVERAGE && _vnus_field_is_set (vnus_field_lookup (self->kind, "sources"), record))
    return TRUE;

  return _vnus_loader_fail (self, 0, VNUS_DOCUMENT_ERROR_MISSING_CITATION,
                            "no source is named; expected “citations”%s",
                            self->kind == VNUS_KIND_COVERAGE ? " or “sources”" : "");
}

static gboolean
read_members (VnusLoader *self,
              const Kind *kind,
              guint      *nodes,
              VnusRecord *record)
{
  const guint *tail = nodes + N_HEAD + kind->n_fields;

  for (guint i = 0; i < kind->n_fields; i++)
    if (nodes[N_HEAD + i] != 0 && !read_field (self, nodes[N_HEAD + i], kind->fields[i], record))
      return FALSE;

  return READ (read_presence, tail[KEY_PRESENCE], kind, record) &&
         READ (read_citations, tail[KEY_CITATIONS], kind, record) &&
         check_citation (self, record);
}

/* Reads the record that is on the tape. */
gboolean
_vnus_loader_read_record (VnusLoader *self)
{
  g_autoptr (VnusRecord) record = NULL;
  guint nodes[VNUS_DOCUMENT_MAX_KEYS] = { 0 };
  const Kind *kind;
  VnusFetch list;
  guint32 hash;
  char *id;

  if (!read_kind (self))
    return FALSE;

  kind = get_kind (self->kind);
  if (!_vnus_loader_collect_expected (self, 0, kind->what, kind->keys, kind->n_keys, nodes, self->expected[self->kind]))
    return FALSE;
  _vnus_loader_fetch (self, &list, kind->fields, nodes + N_HEAD, kind->n_fields, nodes[KEY_ID],
                      nodes[N_HEAD + kind->n_fields + KEY_CITATIONS]);
  record = g_object_new (vnus_kind_get_record_type (self->kind), NULL);
  _vnus_loader_fetch_entries (self, &list);

  if (nodes[KEY_ID] == 0)
    return _vnus_loader_fail (self, 0, VNUS_DOCUMENT_ERROR_MISSING_KEY,
                              "%s has no “id”; expected one", kind->what);
  if (!_vnus_loader_define_id (self, nodes[KEY_ID], &id, &hash))
    return FALSE;

  _vnus_loader_fetch_texts (self, &list);
  _vnus_record_take_id (record, id);
  if (!read_members (self, kind, nodes, record))
    return FALSE;

  if (self->records->len == VNUS_DOCUMENT_MAX_RECORDS)
    return _vnus_loader_fail (self, 0, VNUS_DOCUMENT_ERROR_LIMIT,
                              "too many records; expected at most %d", VNUS_DOCUMENT_MAX_RECORDS);
  _vnus_loader_keep_record (self, g_steal_pointer (&record), hash);

  return TRUE;
}
