/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the machinery of record classes: installing their fields, and
 * setting a field by its type. */
#include "base/vnus-id-private.h"
#include "model/vnus-record-private.h"

#include <string.h>

/* Classes */

gpointer *
_vnus_record_need_rest (gpointer record)
{
  VnusRecord *self = record;

  if (_vnus_record_get_rest (self) == NULL)
    self->rest |= GPOINTER_TO_SIZE (g_new0 (gpointer, _vnus_record_class (self)->n_rare));

  return _vnus_record_get_rest (self);
}

static GParamSpec *
make_pspec (VnusField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_TEXT:
    case VNUS_VALUE_TYPE_REFERENCE:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);

    case VNUS_VALUE_TYPE_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, field->get_enum_type (), 0, flags);

    case VNUS_VALUE_TYPE_INTEGER:
      return g_param_spec_int (field->name, NULL, NULL, 0, G_MAXINT, 0, flags);

    case VNUS_VALUE_TYPE_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);

    case VNUS_VALUE_TYPE_LOCALISED:
      return g_param_spec_boxed (field->name, NULL, NULL, VNUS_TYPE_TEXT, flags);

    case VNUS_VALUE_TYPE_DATE:
      return g_param_spec_boxed (field->name, NULL, NULL, VNUS_TYPE_DATE, flags);

    case VNUS_VALUE_TYPE_AMOUNT:
      return g_param_spec_boxed (field->name, NULL, NULL, VNUS_TYPE_AMOUNT, flags);

    default:
      g_assert_not_reached ();
    }
}

/* Joins two lists of fields into a new one, which lives as long as the class. */
static VnusField **
join_fields (VnusField **a,
             guint       n_a,
             VnusField **b,
             guint       n_b)
{
  VnusField **joined = g_new (VnusField *, n_a + n_b + 1);

  for (guint i = 0; i < n_a; i++)
    joined[i] = a[i];
  for (guint i = 0; i < n_b; i++)
    joined[n_a + i] = b[i];
  joined[n_a + n_b] = NULL;

  return joined;
}

static VnusField *
field_of_property (GParamSpec *pspec,
                   guint       prop_id)
{
  VnusRecordClass *owner = g_type_class_peek (pspec->owner_type);

  return owner->own_fields[prop_id - 1];
}

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  VnusRecord *self = VNUS_RECORD (object);
  VnusField *field;
  gpointer slot;

  switch (prop_id)
    {
    case VNUS_RECORD_PROP_ID:
      g_value_set_string (value, self->id);
      return;

    case VNUS_RECORD_PROP_KIND:
      g_value_set_enum (value, vnus_record_get_kind (self));
      return;

    case VNUS_RECORD_PROP_SEALED:
      g_value_set_boolean (value, _vnus_record_is_sealed (self));
      return;

    default:
      break;
    }

  field = field_of_property (pspec, prop_id);
  slot = _vnus_field_slot (field, self);

  if (field->type == VNUS_VALUE_TYPE_ENUM)
    g_value_set_enum (value, *(int *) slot);
  else if (field->type == VNUS_VALUE_TYPE_INTEGER)
    g_value_set_int (value, *(int *) slot);
  else if (field->type == VNUS_VALUE_TYPE_BOOLEAN)
    g_value_set_boolean (value, *(int *) slot == 2);
  else if (G_IS_PARAM_SPEC_STRING (pspec))
    g_value_set_string (value, *(char **) slot);
  else
    g_value_set_boxed (value, *(gpointer *) slot);
}

static void
set_property (GObject      *object,
              guint         prop_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  VnusRecord *self = VNUS_RECORD (object);
  VnusField *field;

  if (prop_id == VNUS_RECORD_PROP_ID) /* construct-only */
    {
      const char *id = g_value_get_string (value);

      self->id = id != NULL ? _vnus_id_new (id) : _vnus_id_ref (_vnus_id_empty);
      return;
    }

  field = field_of_property (pspec, prop_id);

  if (field->type == VNUS_VALUE_TYPE_ENUM)
    _vnus_record_set_number (self, field, g_value_get_enum (value));
  else if (field->type == VNUS_VALUE_TYPE_INTEGER)
    _vnus_record_set_number (self, field, g_value_get_int (value));
  else if (field->type == VNUS_VALUE_TYPE_BOOLEAN)
    _vnus_record_set_number (self, field, g_value_get_boolean (value) ? 2 : 1);
  else if (field->type == VNUS_VALUE_TYPE_TEXT)
    _vnus_record_set_string (self, field, g_value_get_string (value));
  else if (field->type == VNUS_VALUE_TYPE_REFERENCE)
    _vnus_record_set_reference (self, field, g_value_get_string (value));
  else
    _vnus_record_set_boxed (self, field, g_value_get_boxed (value));
}

void
_vnus_record_class_install (gpointer   klass,
                            VnusKind   kind,
                            VnusField *head,
                            guint      n_head,
                            VnusField *tail,
                            guint      n_tail)
{
  VnusRecordClass *record_class = klass; /* holds a copy of the parent's members */
  VnusField **own = g_new (VnusField *, n_head + n_tail + 1);

  record_class->n_rare = MAX (record_class->n_rare, VNUS_N_RARE);

  /* GObject takes back these two from every class. */
  G_OBJECT_CLASS (klass)->get_property = get_property;
  G_OBJECT_CLASS (klass)->set_property = set_property;

  for (guint i = 0; i < n_head + n_tail; i++)
    {
      VnusField *field = own[i] = i < n_head ? &head[i] : &tail[i - n_head];

      field->name_length = (guint) strlen (field->name);
      if (field->is_rare)
        record_class->n_rare = MAX (record_class->n_rare, field->offset / (guint) sizeof (gpointer) + 1);
      if (field->get_enum_type != NULL)
        field->enum_class = g_type_class_ref (field->get_enum_type ());
      if (!field->is_list && field->type != VNUS_VALUE_TYPE_DESIGNATION)
        {
          field->pspec = make_pspec (field);
          g_object_class_install_property (klass, i + 1, field->pspec);
        }
    }

  record_class->kind = kind;
  record_class->type = G_TYPE_FROM_CLASS (klass);
  record_class->own_fields = own;
  record_class->head = join_fields (record_class->head, record_class->n_head, own, n_head);
  record_class->n_head += n_head;
  record_class->tail = join_fields (own + n_head, n_tail, record_class->tail, record_class->n_tail);
  record_class->n_tail += n_tail;
  record_class->fields = join_fields (record_class->head, record_class->n_head,
                                      record_class->tail, record_class->n_tail);
  record_class->n_fields = record_class->n_head + record_class->n_tail;
}

/* Setting, by type */

gboolean
_vnus_record_may_change (VnusRecord *self)
{
  if (G_LIKELY (!_vnus_record_is_sealed (self)))
    return TRUE;

  g_critical ("%s “%s” is sealed and cannot be changed; duplicate it instead",
              G_OBJECT_TYPE_NAME (self), self->id);
  return FALSE;
}

void
_vnus_record_changed (VnusRecord *self,
                      VnusField  *field)
{
  if (_vnus_record_get_presences (self) != NULL && _vnus_field_is_set (field, self))
    _vnus_record_forget_presence (self, field);
  if (field->pspec != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), field->pspec);
}

void
_vnus_record_set_string (VnusRecord *self,
                         VnusField  *field,
                         const char *value)
{
  char **slot = _vnus_field_slot (field, self);

  if (!_vnus_record_may_change (self) || g_strcmp0 (*slot, value) == 0)
    return;

  slot = _vnus_field_slot_to_set (field, self);
  g_free (*slot);
  *slot = g_strdup (value);
  _vnus_record_changed (self, field);
}

void
_vnus_record_set_reference (VnusRecord *self,
                            VnusField  *field,
                            const char *value)
{
  char **slot = _vnus_field_slot (field, self);

  if (!_vnus_record_may_change (self) || g_strcmp0 (*slot, value) == 0)
    return;

  slot = _vnus_field_slot_to_set (field, self);
  g_clear_pointer (slot, _vnus_id_unref);
  *slot = value != NULL ? _vnus_id_new (value) : NULL;
  _vnus_record_changed (self, field);
}

void
_vnus_record_set_number (VnusRecord *self,
                         VnusField  *field,
                         int         value)
{
  int *slot = _vnus_field_slot (field, self);
  int before = *slot;

  if (!_vnus_record_may_change (self) || before == value)
    return;

  *slot = value;

  /* False is recorded, but the property told it all along. */
  if (field->type == VNUS_VALUE_TYPE_BOOLEAN && before != 2 && value != 2)
    _vnus_record_forget_presence (self, field);
  else
    _vnus_record_changed (self, field);
}

void
_vnus_record_set_boxed (VnusRecord *self,
                        VnusField  *field,
                        gpointer    value)
{
  const VnusValueOperations *operations = &_vnus_value_operations[field->type];
  gpointer *slot = _vnus_field_slot (field, self);

  if (!_vnus_record_may_change (self) || *slot == value ||
      (*slot != NULL && value != NULL && operations->equal (*slot, value)))
    return;

  slot = _vnus_field_slot_to_set (field, self);
  g_clear_pointer (slot, operations->unref);
  *slot = value != NULL ? operations->ref (value) : NULL;
  _vnus_record_changed (self, field);
}

void
_vnus_record_add_item (VnusRecord *self,
                       VnusField  *field,
                       gpointer    item)
{
  if (!_vnus_record_may_change (self))
    return;

  if (field->type == VNUS_VALUE_TYPE_REFERENCE)
    item = _vnus_id_new (item);
  else if (!_vnus_value_type_is_number (field->type))
    item = _vnus_value_operations[field->type].ref (item);

  _vnus_vector_append (_vnus_field_slot_to_set (field, self), item);
  _vnus_record_changed (self, field);
}

void
_vnus_record_take_id (VnusRecord *self,
                      char       *ref_string)
{
  g_clear_pointer (&self->id, _vnus_id_unref);
  self->id = ref_string;
}

void
_vnus_record_take_citation (VnusRecord   *self,
                            VnusCitation *citation)
{
  _vnus_vector_append (&self->citations, citation);
}
