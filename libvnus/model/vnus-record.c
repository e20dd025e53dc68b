/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the record, the parent of every kind.
 *
 * A record is built, then sealed when it joins a chronicle; from then on it
 * never changes and any thread may read it. All that is generic about records
 * goes by the table of fields of their class (vnus-field-private.h).
 */
#include "base/vnus-id-private.h"
#include "model/vnus-record-private.h"

#include "model/vnus-kind-private.h"

/**
 * VnusRecord:
 *
 * One thing that a source can assert: a person, a tenure, a visit, a stage of
 * a relation, …
 *
 * A record has a kind, an id that is unique in its chronicle, the fields of
 * its kind, and citations that say which source backs what. References to
 * other records are ids: a record knows no chronicle.
 *
 * Records are built and then sealed, at the latest when they join a
 * [class@Vnus.Chronicle]. Setting anything of a sealed record is a programmer
 * error and changes nothing; to change one, duplicate it. Sealed records may be
 * read from any thread.
 *
 * Only libvnus can derive classes from this one.
 *
 * Since: 0.1
 */
G_DEFINE_ABSTRACT_TYPE (VnusRecord, vnus_record, G_TYPE_OBJECT)

enum
{
  FIELD_LABEL,
  FIELD_ALIASES,
  FIELD_SAME_AS,
};

static VnusField fields[] = {
  VNUS_FIELD (VnusRecord, "label", label, LOCALISED, "The name, by language."),
  VNUS_FIELD_RARE_LIST ("aliases", ALIASES, TEXT, "Other names and spellings, misprints included."),
  VNUS_FIELD_RARE_LIST ("same-as", SAME_AS, TEXT,
                        "Ids of the same thing elsewhere, such as `wikidata:Q881`, `iso3166:VN` or `cow:816`."),
};

static VnusField tail_fields[] = {
  VNUS_FIELD_RARE ("note", NOTE, LOCALISED, "A note for editors, by language."),
};

static GParamSpec *sealed_pspec;

static void
vnus_record_constructed (GObject *object)
{
  VnusRecord *self = VNUS_RECORD (object);

  G_OBJECT_CLASS (vnus_record_parent_class)->constructed (object);

  if (G_OBJECT_TYPE (object) != _vnus_record_class (object)->type)
    g_error ("%s: records cannot be derived outside libvnus", G_OBJECT_TYPE_NAME (object));

  if (self->id == NULL)
    self->id = _vnus_id_ref (_vnus_id_empty);
}

static void
vnus_record_finalize (GObject *object)
{
  VnusRecord *self = VNUS_RECORD (object);
  VnusRecordClass *klass = _vnus_record_class (self);

  for (guint i = 0; i < klass->n_fields; i++)
    _vnus_field_clear (klass->fields[i], self);
  g_clear_pointer (&self->id, _vnus_id_unref);
  _vnus_vector_clear (&self->citations, (GDestroyNotify) vnus_citation_unref);
  if (_vnus_record_get_rest (self) != NULL)
    {
      _vnus_vector_clear ((VnusVector **) &_vnus_record_get_rest (self)[VNUS_RARE_PRESENCES], NULL);
      g_free (_vnus_record_get_rest (self));
    }

  G_OBJECT_CLASS (vnus_record_parent_class)->finalize (object);
}

static void
vnus_record_class_init (VnusRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = vnus_record_constructed;
  object_class->finalize = vnus_record_finalize;

  /**
   * VnusRecord:label: (getter get_label) (setter set_label)
   *
   * The name, by language.
   *
   * Since: 0.1
   */
  /**
   * VnusRecord:note: (getter get_note) (setter set_note)
   *
   * A note for editors, by language.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_UNSET,
                              fields, G_N_ELEMENTS (fields),
                              tail_fields, G_N_ELEMENTS (tail_fields));

  /**
   * VnusRecord:id: (getter get_id)
   *
   * The id: lower-case ASCII with hyphens, unique in a chronicle; the empty
   * string if none was given.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, VNUS_RECORD_PROP_ID,
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  /**
   * VnusRecord:kind: (getter get_kind)
   *
   * The kind.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, VNUS_RECORD_PROP_KIND,
    g_param_spec_enum ("kind", NULL, NULL, VNUS_TYPE_KIND, VNUS_KIND_UNSET,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  /**
   * VnusRecord:sealed: (getter is_sealed)
   *
   * Whether the record is sealed.
   *
   * Since: 0.1
   */
  sealed_pspec = g_param_spec_boolean ("sealed", NULL, NULL, FALSE,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, VNUS_RECORD_PROP_SEALED, sealed_pspec);
}

static void
vnus_record_init (VnusRecord *self)
{
}

/**
 * vnus_record_duplicate:
 * @self: a record
 *
 * Makes a record that says the same and is not sealed.
 *
 * Returns: (transfer full): the new record, of the same class
 *
 * Since: 0.1
 */
VnusRecord *
vnus_record_duplicate (VnusRecord *self)
{
  VnusRecordClass *klass;
  VnusRecord *copy;

  g_return_val_if_fail (VNUS_IS_RECORD (self), NULL);

  klass = _vnus_record_class (self);
  copy = g_object_new (klass->type, NULL);
  _vnus_record_take_id (copy, _vnus_id_ref (self->id));
  for (guint i = 0; i < klass->n_fields; i++)
    _vnus_field_copy (klass->fields[i], self, copy);
  for (guint i = 0; i < _vnus_record_get_n_presences (self); i++)
    {
      VnusPresence presence;
      VnusField *field = _vnus_record_get_nth_presence (self, i, &presence);

      _vnus_record_add_presence (copy, field, presence);
    }
  for (guint i = 0; i < _vnus_vector_length (self->citations); i++)
    _vnus_record_take_citation (copy, vnus_citation_ref (_vnus_vector_get (self->citations, i)));

  return copy;
}

/**
 * vnus_record_get_kind: (get-property kind)
 * @self: a record
 *
 * Gets the kind.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
VnusKind
vnus_record_get_kind (VnusRecord *self)
{
  g_return_val_if_fail (VNUS_IS_RECORD (self), VNUS_KIND_UNSET);

  return _vnus_record_class (self)->kind;
}

/**
 * vnus_record_get_id: (get-property id)
 * @self: a record
 *
 * Gets the id.
 *
 * Returns: the id; the empty string if none was given
 *
 * Since: 0.1
 */
const char *
vnus_record_get_id (VnusRecord *self)
{
  g_return_val_if_fail (VNUS_IS_RECORD (self), NULL);

  return self->id;
}

/**
 * vnus_record_get_label: (get-property label)
 * @self: a record
 *
 * Gets the name, by language.
 *
 * Returns: (transfer none) (nullable): the label, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_record_set_label: (set-property label)
 * @self: a record
 * @label: (nullable): the label
 *
 * Sets the name, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusRecord, vnus_record, VNUS_IS_RECORD, VnusText, label, FIELD_LABEL)

/**
 * vnus_record_get_note: (get-property note)
 * @self: a record
 *
 * Gets the note for editors, by language.
 *
 * Returns: (transfer none) (nullable): the note, or `NULL`
 *
 * Since: 0.1
 */
VnusText *
vnus_record_get_note (VnusRecord *self)
{
  g_return_val_if_fail (VNUS_IS_RECORD (self), NULL);

  return *(VnusText **) _vnus_field_slot (&tail_fields[0], self);
}

/**
 * vnus_record_set_note: (set-property note)
 * @self: a record
 * @note: (nullable): the note
 *
 * Sets the note for editors, by language.
 *
 * Since: 0.1
 */
void
vnus_record_set_note (VnusRecord *self,
                      VnusText   *note)
{
  g_return_if_fail (VNUS_IS_RECORD (self));

  _vnus_record_set_boxed (self, &tail_fields[0], note);
}

/**
 * vnus_record_get_n_aliases:
 * @self: a record
 *
 * Gets how many aliases there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_record_get_alias:
 * @self: a record
 * @position: the position, from 0
 *
 * Gets an alias: another name or spelling, misprints included.
 *
 * Returns: (nullable): the alias, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_record_add_alias:
 * @self: a record
 * @alias: the alias
 *
 * Adds an alias at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_RARE_LIST (VnusRecord, vnus_record, VNUS_IS_RECORD, const char *, const char *, aliases, alias, FIELD_ALIASES)

/**
 * vnus_record_get_n_same_as:
 * @self: a record
 *
 * Gets how many ids of the same thing elsewhere there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_record_get_n_same_as (VnusRecord *self)
{
  g_return_val_if_fail (VNUS_IS_RECORD (self), 0);

  return _vnus_vector_length (*(VnusVector **) _vnus_field_slot (&fields[FIELD_SAME_AS], self));
}

/**
 * vnus_record_get_same_as:
 * @self: a record
 * @position: the position, from 0
 *
 * Gets an id of the same thing elsewhere, such as `wikidata:Q881`.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
const char *
vnus_record_get_same_as (VnusRecord *self,
                         guint       position)
{
  g_return_val_if_fail (VNUS_IS_RECORD (self), NULL);

  return _vnus_vector_get (*(VnusVector **) _vnus_field_slot (&fields[FIELD_SAME_AS], self), position);
}

/**
 * vnus_record_add_same_as:
 * @self: a record
 * @same_as: the id, as `scheme:id`
 *
 * Adds an id of the same thing elsewhere.
 *
 * Since: 0.1
 */
void
vnus_record_add_same_as (VnusRecord *self,
                         const char *same_as)
{
  g_return_if_fail (VNUS_IS_RECORD (self));
  g_return_if_fail (same_as != NULL);

  _vnus_record_add_item (self, &fields[FIELD_SAME_AS], (gpointer) same_as);
}

/**
 * vnus_record_get_n_citations:
 * @self: a record
 *
 * Gets how many citations there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_record_get_n_citations (VnusRecord *self)
{
  g_return_val_if_fail (VNUS_IS_RECORD (self), 0);

  return _vnus_vector_length (self->citations);
}

/**
 * vnus_record_get_citation:
 * @self: a record
 * @position: the position, from 0
 *
 * Gets a citation. Their order is that of the document.
 *
 * Returns: (transfer none) (nullable): the citation, or `NULL` past the end
 *
 * Since: 0.1
 */
VnusCitation *
vnus_record_get_citation (VnusRecord *self,
                          guint       position)
{
  g_return_val_if_fail (VNUS_IS_RECORD (self), NULL);

  return _vnus_vector_get (self->citations, position);
}

/**
 * vnus_record_add_citation:
 * @self: a record
 * @citation: the citation
 *
 * Adds a citation at the end.
 *
 * Since: 0.1
 */
void
vnus_record_add_citation (VnusRecord   *self,
                          VnusCitation *citation)
{
  g_return_if_fail (VNUS_IS_RECORD (self));
  g_return_if_fail (citation != NULL);

  if (_vnus_record_may_change (self))
    _vnus_record_take_citation (self, vnus_citation_ref (citation));
}

/**
 * vnus_record_is_sealed: (get-property sealed)
 * @self: a record
 *
 * Gets whether the record is sealed.
 *
 * Returns: `TRUE` if it can no longer change
 *
 * Since: 0.1
 */
gboolean
vnus_record_is_sealed (VnusRecord *self)
{
  g_return_val_if_fail (VNUS_IS_RECORD (self), FALSE);

  return _vnus_record_is_sealed (self);
}

/**
 * vnus_record_seal:
 * @self: a record
 *
 * Seals the record: from now on it cannot change, and any thread may read it.
 *
 * Since: 0.1
 */
void
vnus_record_seal (VnusRecord *self)
{
  g_return_if_fail (VNUS_IS_RECORD (self));

  if (_vnus_record_is_sealed (self))
    return;

  self->rest |= VNUS_RECORD_SEALED;
  g_object_notify_by_pspec (G_OBJECT (self), sealed_pspec);
}

gboolean
_vnus_record_has_same_citations (VnusRecord *a,
                                 VnusRecord *b)
{
  if (vnus_record_get_n_citations (a) != vnus_record_get_n_citations (b))
    return FALSE;

  for (guint i = 0; i < vnus_record_get_n_citations (a); i++)
    if (!vnus_citation_equal (vnus_record_get_citation (a, i), vnus_record_get_citation (b, i)))
      return FALSE;

  return TRUE;
}

gboolean
_vnus_record_has_same_field (VnusRecord *a,
                             VnusRecord *b,
                             VnusField  *field)
{
  return _vnus_field_is_same (field, a, b) &&
         vnus_record_get_presence (a, field->name) == vnus_record_get_presence (b, field->name);
}

/**
 * vnus_record_equal:
 * @self: a record
 * @other: another record
 *
 * Compares two records: equal if they have the same kind, id, fields, presence
 * and citations. Whether they are sealed does not matter.
 *
 * Returns: `TRUE` if they say the same
 *
 * Since: 0.1
 */
gboolean
vnus_record_equal (VnusRecord *self,
                   VnusRecord *other)
{
  VnusRecordClass *klass;

  g_return_val_if_fail (VNUS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (VNUS_IS_RECORD (other), FALSE);

  klass = _vnus_record_class (self);
  if (klass != _vnus_record_class (other) || !g_str_equal (self->id, other->id))
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    if (!_vnus_record_has_same_field (self, other, klass->fields[i]))
      return FALSE;

  return _vnus_record_has_same_citations (self, other);
}
