/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the description of a field, from which everything generic is driven.
 *
 * A kind describes its fields once, in a static table. Properties, the
 * document's reader and writer, its schema, tables, reference checks and the
 * reference's field tables read that table; nothing else lists fields.
 *
 * The slot of a field in the instance struct, by its type:
 *
 *   enum, integer            int, 0 is unset
 *   boolean                  int, 0 unset, 1 false, 2 true
 *   list of any type         VnusVector *, NULL is empty; numbers as GINT_TO_POINTER
 *   text                     char *
 *   reference                char *, an id
 *   any other type           the value, or NULL
 *
 * Nothing but a pointer can be rare: then its slot is in the rest of the record.
 */
#pragma once

#include <vnus/vnus-field.h>

#include "base/vnus-vector-private.h"
#include "model/vnus-record-struct-private.h"
#include "model/vnus-value-private.h"

G_BEGIN_DECLS

/* A set of kinds, as bits. */
typedef guint32 VnusKinds;

#define VNUS_KINDS(kind)     (1u << VNUS_KIND_##kind)
#define VNUS_KINDS_ANY       (~1u)
#define VNUS_KINDS_BODIES    (VNUS_KINDS (STATE) | VNUS_KINDS (ORGANIZATION))
#define VNUS_KINDS_ACTORS    (VNUS_KINDS_BODIES | VNUS_KINDS (PERSON))
#define VNUS_KINDS_EVENTS    (VNUS_KINDS (JOURNEY) | VNUS_KINDS (VISIT) | VNUS_KINDS (MEETING) | \
                              VNUS_KINDS (STATEMENT) | VNUS_KINDS (MEASURE))

/* What editors arrange facts by: records that need no citation. */
#define VNUS_KINDS_WITHOUT_CITATION (VNUS_KINDS (TOPIC) | VNUS_KINDS (LEVEL) | VNUS_KINDS (PLACE) | VNUS_KINDS (SOURCE))

struct _VnusField
{
  const char    *name;
  VnusValueType  type;      /* of an item, in a list */
  gboolean       is_list;
  guint          offset;    /* of the slot in the struct; in the rest of the record, if it is rare */
  VnusKinds      targets;   /* of a reference */
  GType        (*get_enum_type) (void);
  const char    *summary;   /* one sentence, for schema and reference */
  gboolean       is_rare;

  GEnumClass    *enum_class; /* filled in when the class is made */
  guint          name_length; /* likewise */
  GParamSpec    *pspec;      /* likewise; NULL for lists, which are no properties */
};

#define VNUS_FIELD(Type, name, member, type, summary) \
  { name, VNUS_VALUE_TYPE_##type, FALSE, G_STRUCT_OFFSET (Type, member), 0, NULL, summary }
#define VNUS_FIELD_LIST(Type, name, member, type, summary) \
  { name, VNUS_VALUE_TYPE_##type, TRUE, G_STRUCT_OFFSET (Type, member), 0, NULL, summary }
#define VNUS_FIELD_ENUM(Type, name, member, get_type, summary) \
  { name, VNUS_VALUE_TYPE_ENUM, FALSE, G_STRUCT_OFFSET (Type, member), 0, get_type, summary }
#define VNUS_FIELD_ENUMS(Type, name, member, get_type, summary) \
  { name, VNUS_VALUE_TYPE_ENUM, TRUE, G_STRUCT_OFFSET (Type, member), 0, get_type, summary }
#define VNUS_FIELD_REFERENCE(Type, name, member, targets, summary) \
  { name, VNUS_VALUE_TYPE_REFERENCE, FALSE, G_STRUCT_OFFSET (Type, member), targets, NULL, summary }
#define VNUS_FIELD_REFERENCES(Type, name, member, targets, summary) \
  { name, VNUS_VALUE_TYPE_REFERENCE, TRUE, G_STRUCT_OFFSET (Type, member), targets, NULL, summary }

#define VNUS_FIELD_RARE(name, PLACE, type, summary) \
  { name, VNUS_VALUE_TYPE_##type, FALSE, VNUS_RARE_##PLACE * sizeof (gpointer), 0, NULL, summary, TRUE }
#define VNUS_FIELD_RARE_LIST(name, PLACE, type, summary) \
  { name, VNUS_VALUE_TYPE_##type, TRUE, VNUS_RARE_##PLACE * sizeof (gpointer), 0, NULL, summary, TRUE }
#define VNUS_FIELD_RARE_REFERENCES(name, PLACE, targets, summary) \
  { name, VNUS_VALUE_TYPE_REFERENCE, TRUE, VNUS_RARE_##PLACE * sizeof (gpointer), targets, NULL, summary, TRUE }

/* For reading. */
static inline gpointer
_vnus_field_slot (const VnusField *self,
                  gconstpointer    instance)
{
  static const gpointer none = NULL;
  gconstpointer block = instance;

  if (self->is_rare)
    block = _vnus_record_get_rest (instance);

  return block != NULL ? G_STRUCT_MEMBER_P (block, self->offset) : (gpointer) &none;
}

/* For setting: there is a place in any case. */
static inline gpointer
_vnus_field_slot_to_set (const VnusField *self,
                         gpointer         instance)
{
  return G_STRUCT_MEMBER_P (self->is_rare ? (gpointer) _vnus_record_need_rest (instance) : instance, self->offset);
}

static inline gboolean
_vnus_field_is_number (const VnusField *self)
{
  return !self->is_list && _vnus_value_type_is_number (self->type);
}

static inline gboolean
_vnus_field_is_set (const VnusField *self,
                    gconstpointer    instance)
{
  gconstpointer slot = _vnus_field_slot (self, instance);

  return _vnus_field_is_number (self) ? *(const int *) slot != 0 : *(gpointer const *) slot != NULL;
}

gboolean   _vnus_field_is_same    (const VnusField *self,
                                   gconstpointer    a,
                                   gconstpointer    b);
void       _vnus_field_clear      (const VnusField *self,
                                   gpointer         instance);
void       _vnus_field_copy       (const VnusField *self,
                                   gconstpointer    from,
                                   gpointer         to);
VnusValue *_vnus_field_get_value  (const VnusField *self,
                                   gconstpointer    instance);
gboolean   _vnus_field_check      (const VnusField *self,
                                   const VnusValue *value,
                                   GError         **error);
void       _vnus_field_set_value  (const VnusField *self,
                                   gpointer         instance,
                                   const VnusValue *value);

G_END_DECLS
