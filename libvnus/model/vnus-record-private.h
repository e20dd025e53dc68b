/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the inside of records, for their kinds and the floors above. */
#pragma once

#include <vnus/vnus-record.h>

#include "model/vnus-field-private.h"

G_BEGIN_DECLS

typedef struct _VnusRecordClass VnusRecordClass;

struct _VnusRecordClass
{
  GObjectClass parent_class;

  VnusKind    kind;       /* unset in abstract classes */
  GType       type;       /* of the class that was installed: others are foreign */

  VnusField **own_fields; /* of this class alone: property ids count them from 1 */
  VnusField **head;       /* before the fields of derived classes */
  guint       n_head;
  VnusField **tail;       /* after them */
  guint       n_tail;
  VnusField **fields;     /* head and tail: all, in document order */
  guint       n_fields;
  guint       n_rare;     /* how many places the rest of a record has */
};

/* The properties of a record that are no fields. */
enum
{
  VNUS_RECORD_PROP_ID = 1000,
  VNUS_RECORD_PROP_KIND,
  VNUS_RECORD_PROP_SEALED,
};

/* Called once by the class_init of each class, abstract ones included. */
void _vnus_record_class_install (gpointer   klass,
                                 VnusKind   kind,
                                 VnusField *head,
                                 guint      n_head,
                                 VnusField *tail,
                                 guint      n_tail);

static inline VnusRecordClass *
_vnus_record_class (gconstpointer self)
{
  return (VnusRecordClass *) ((const GTypeInstance *) self)->g_class;
}

static inline gboolean
_vnus_record_is_sealed (const VnusRecord *self)
{
  return (self->rest & VNUS_RECORD_SEALED) != 0;
}

/* Fields known to be unknown or none, packed, see vnus-record-fields.c; NULL if there are none. */
static inline const VnusVector *
_vnus_record_get_presences (const VnusRecord *self)
{
  gpointer *rest = _vnus_record_get_rest (self);

  return rest != NULL ? rest[VNUS_RARE_PRESENCES] : NULL;
}

void     _vnus_record_add_presence    (VnusRecord  *self,
                                       VnusField   *field,
                                       VnusPresence presence);
gboolean _vnus_record_may_change      (VnusRecord *self);
void     _vnus_record_changed         (VnusRecord *self,
                                       VnusField  *field);
void     _vnus_record_forget_presence (VnusRecord *self,
                                       VnusField  *field);

/* Setters of one type each. All refuse a sealed record, compare, set, notify. */
void _vnus_record_set_string    (VnusRecord *self,
                                 VnusField  *field,
                                 const char *value);
void _vnus_record_set_reference (VnusRecord *self,
                                 VnusField  *field,
                                 const char *value);
void _vnus_record_set_number    (VnusRecord *self,
                                 VnusField  *field,
                                 int         value);
void _vnus_record_set_boxed     (VnusRecord *self,
                                 VnusField  *field,
                                 gpointer    value);
void _vnus_record_add_item      (VnusRecord *self,
                                 VnusField  *field,
                                 gpointer    item);

/* For readers: take ownership and notify nobody. The record must be new. */
void _vnus_record_take_id       (VnusRecord *self,
                                 char       *ref_string);
void _vnus_record_take_citation (VnusRecord   *self,
                                 VnusCitation *citation);

gboolean _vnus_record_has_same_citations (VnusRecord *a,
                                          VnusRecord *b);

/* Whether they say the same in a field: its value, or what is said of its absence. */
gboolean _vnus_record_has_same_field     (VnusRecord *a,
                                          VnusRecord *b,
                                          VnusField  *field);

/* The fields whose presence is unknown or none; in the order they were set. */
guint        _vnus_record_get_n_presences (VnusRecord    *self);
VnusField   *_vnus_record_get_nth_presence (VnusRecord   *self,
                                            guint         index,
                                            VnusPresence *presence);

#define VNUS_DEFINE_STRING(Type, type, CHECK, name, INDEX)                                  \
  const char *type##_get_##name (Type *self)                                                \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), NULL);                                              \
    return self->name;                                                                      \
  }                                                                                         \
  void type##_set_##name (Type *self, const char *value)                                    \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    _vnus_record_set_string (VNUS_RECORD (self), &fields[INDEX], value);                    \
  }

#define VNUS_DEFINE_REFERENCE(Type, type, CHECK, name, INDEX)                               \
  const char *type##_get_##name (Type *self)                                                \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), NULL);                                              \
    return self->name;                                                                      \
  }                                                                                         \
  void type##_set_##name (Type *self, const char *value)                                    \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    _vnus_record_set_reference (VNUS_RECORD (self), &fields[INDEX], value);                 \
  }

#define VNUS_DEFINE_BOXED(Type, type, CHECK, Value, name, INDEX)                            \
  Value *type##_get_##name (Type *self)                                                     \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), NULL);                                              \
    return self->name;                                                                      \
  }                                                                                         \
  void type##_set_##name (Type *self, Value *value)                                         \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    _vnus_record_set_boxed (VNUS_RECORD (self), &fields[INDEX], value);                     \
  }

#define VNUS_DEFINE_ENUM(Type, type, CHECK, Value, name, INDEX)                             \
  Value type##_get_##name (Type *self)                                                      \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), (Value) 0);                                         \
    return (Value) self->name;                                                              \
  }                                                                                         \
  void type##_set_##name (Type *self, Value value)                                          \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    _vnus_record_set_number (VNUS_RECORD (self), &fields[INDEX], (int) value);              \
  }

#define VNUS_DEFINE_INTEGER(Type, type, CHECK, name, INDEX)                                 \
  int type##_get_##name (Type *self)                                                        \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), 0);                                                 \
    return self->name;                                                                      \
  }                                                                                         \
  void type##_set_##name (Type *self, int value)                                            \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    g_return_if_fail (value >= 0);                                                          \
    _vnus_record_set_number (VNUS_RECORD (self), &fields[INDEX], value);                    \
  }

#define VNUS_DEFINE_BOOLEAN(Type, type, CHECK, name, INDEX)                                 \
  gboolean type##_get_##name (Type *self)                                                   \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), FALSE);                                             \
    return self->name == 2;                                                                 \
  }                                                                                         \
  void type##_set_##name (Type *self, gboolean value)                                       \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    _vnus_record_set_number (VNUS_RECORD (self), &fields[INDEX], value ? 2 : 1);            \
  }

#define VNUS_DEFINE_LIST(Type, type, CHECK, Item, Param, plural, singular, INDEX)           \
  guint type##_get_n_##plural (Type *self)                                                  \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), 0);                                                 \
    return _vnus_vector_length (self->plural);                                              \
  }                                                                                         \
  Item type##_get_##singular (Type *self, guint position)                                   \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), NULL);                                              \
    return _vnus_vector_get (self->plural, position);                                       \
  }                                                                                         \
  void type##_add_##singular (Type *self, Param value)                                      \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    g_return_if_fail (value != NULL);                                                       \
    _vnus_record_add_item (VNUS_RECORD (self), &fields[INDEX], (gpointer) value);           \
  }

#define VNUS_DEFINE_RARE_LIST(Type, type, CHECK, Item, Param, plural, singular, INDEX)      \
  guint type##_get_n_##plural (Type *self)                                                  \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), 0);                                                 \
    return _vnus_vector_length (*(VnusVector **) _vnus_field_slot (&fields[INDEX], self));  \
  }                                                                                         \
  Item type##_get_##singular (Type *self, guint position)                                   \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), NULL);                                              \
    return _vnus_vector_get (*(VnusVector **) _vnus_field_slot (&fields[INDEX], self), position); \
  }                                                                                         \
  void type##_add_##singular (Type *self, Param value)                                      \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    g_return_if_fail (value != NULL);                                                       \
    _vnus_record_add_item (VNUS_RECORD (self), &fields[INDEX], (gpointer) value);           \
  }

#define VNUS_DEFINE_ENUM_LIST(Type, type, CHECK, Value, plural, singular, INDEX)            \
  guint type##_get_n_##plural (Type *self)                                                  \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), 0);                                                 \
    return _vnus_vector_length (self->plural);                                              \
  }                                                                                         \
  Value type##_get_##singular (Type *self, guint position)                                  \
  {                                                                                         \
    g_return_val_if_fail (CHECK (self), (Value) 0);                                         \
    return (Value) GPOINTER_TO_INT (_vnus_vector_get (self->plural, position));             \
  }                                                                                         \
  void type##_add_##singular (Type *self, Value value)                                      \
  {                                                                                         \
    g_return_if_fail (CHECK (self));                                                        \
    g_return_if_fail (value != 0);                                                          \
    _vnus_record_add_item (VNUS_RECORD (self), &fields[INDEX], GINT_TO_POINTER (value));    \
  }

G_END_DECLS
