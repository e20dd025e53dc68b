/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the container of records.
 *
 * One array, sorted by kind and id, and a table by id; both belong to a revision
 * (vnus-revision-private.h), which snapshots and views share. The records of a
 * kind stand together, so that a kind is a range of the array.
 *
 * Every change passes through _vnus_chronicle_replace(), which emits
 * items-changed once.
 */
#include "chronicle/vnus-chronicle-private.h"

#include "model/vnus-kind-private.h"

/**
 * VnusChronicle:
 *
 * The set of records about one or many relations: the unit that is loaded,
 * asked and saved.
 *
 * A chronicle is a list model of [class@Vnus.Record], sorted by kind and id. It
 * owns its records, which are sealed when they join. One thread at a time may
 * use it.
 *
 * A *view* is a read-only chronicle that shows what was known on a day, or what
 * some sources say; see [method@Vnus.Chronicle.make_view]. A *snapshot* is a
 * read-only chronicle that stays as it is when the chronicle changes; see
 * [method@Vnus.Chronicle.snapshot]. Any number of threads may read both.
 *
 * Since: 0.1
 */

static GType vnus_chronicle_get_item_type (GListModel *model);

static guint
vnus_chronicle_get_n_items (GListModel *model)
{
  return VNUS_CHRONICLE (model)->revision->records->len;
}

static gpointer
vnus_chronicle_get_item (GListModel *model,
                         guint       position)
{
  VnusChronicle *self = VNUS_CHRONICLE (model);

  return position < self->revision->records->len ? g_object_ref (g_ptr_array_index (self->revision->records, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vnus_chronicle_get_item_type;
  iface->get_n_items = vnus_chronicle_get_n_items;
  iface->get_item = vnus_chronicle_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VnusChronicle, vnus_chronicle, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/**
 * vnus_chronicle_error_quark:
 *
 * Gets the error domain of chronicles.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-chronicle-error-quark, vnus_chronicle_error)

G_DEFINE_ENUM_TYPE (VnusChronicleError, vnus_chronicle_error,
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_BAD_ID, "bad-id"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_DUPLICATE_ID, "duplicate-id"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_NOT_FOUND, "not-found"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_READ_ONLY, "read-only"))

enum
{
  PROP_0,
  PROP_ID,
  PROP_LABEL,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static GType
vnus_chronicle_get_item_type (GListModel *model)
{
  return VNUS_TYPE_RECORD;
}

static void
vnus_chronicle_finalize (GObject *object)
{
  VnusChronicle *self = VNUS_CHRONICLE (object);

  g_clear_pointer (&self->revision, _vnus_revision_unref);
  g_clear_pointer (&self->memory, _vnus_view_memory_free);
  g_clear_pointer (&self->carried, g_hash_table_unref);
  g_clear_pointer (&self->filter, _vnus_view_filter_free);
  g_clear_pointer (&self->base, _vnus_revision_unref);
  g_clear_pointer (&self->label, vnus_text_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (vnus_chronicle_parent_class)->finalize (object);
}

static void
vnus_chronicle_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VnusChronicle *self = VNUS_CHRONICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, vnus_chronicle_get_id (self));
      break;

    case PROP_LABEL:
      g_value_set_boxed (value, self->label);
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, vnus_chronicle_is_read_only (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_chronicle_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VnusChronicle *self = VNUS_CHRONICLE (object);

  switch (prop_id)
    {
    case PROP_ID: /* construct-only */
      self->id = g_value_dup_string (value);
      break;

    case PROP_LABEL:
      vnus_chronicle_set_label (self, g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_chronicle_class_init (VnusChronicleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_chronicle_finalize;
  object_class->get_property = vnus_chronicle_get_property;
  object_class->set_property = vnus_chronicle_set_property;

  /**
   * VnusChronicle:id: (getter get_id)
   *
   * The id, such as `vietnam-us`; the empty string if none was given.
   *
   * Since: 0.1
   */
  props[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusChronicle:label: (getter get_label) (setter set_label)
   *
   * The name, by language.
   *
   * Since: 0.1
   */
  props[PROP_LABEL] =
    g_param_spec_boxed ("label", NULL, NULL, VNUS_TYPE_TEXT,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusChronicle:read-only: (getter is_read_only)
   *
   * Whether the chronicle is a view or a snapshot.
   *
   * Since: 0.1
   */
  props[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_chronicle_init (VnusChronicle *self)
{
  self->revision = _vnus_revision_new ();
}

/**
 * vnus_chronicle_new:
 * @id: the id
 *
 * Makes an empty chronicle.
 *
 * Returns: (transfer full): the chronicle
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chronicle_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_CHRONICLE, "id", id, NULL);
}

/**
 * vnus_chronicle_get_id: (get-property id)
 * @self: a chronicle
 *
 * Gets the id.
 *
 * Returns: the id; the empty string if none was given
 *
 * Since: 0.1
 */
const char *
vnus_chronicle_get_id (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  return self->id != NULL ? self->id : "";
}

/**
 * vnus_chronicle_get_label: (get-property label)
 * @self: a chronicle
 *
 * Gets the name, by language.
 *
 * Returns: (transfer none) (nullable): the label, or `NULL`
 *
 * Since: 0.1
 */
VnusText *
vnus_chronicle_get_label (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  return self->label;
}

/**
 * vnus_chronicle_set_label: (set-property label)
 * @self: a chronicle
 * @label: (nullable): the label
 *
 * Sets the name, by language. A view or a snapshot has that of its chronicle
 * for good.
 *
 * Since: 0.1
 */
void
vnus_chronicle_set_label (VnusChronicle *self,
                          VnusText      *label)
{
  g_return_if_fail (VNUS_IS_CHRONICLE (self));
  g_return_if_fail (!vnus_chronicle_is_read_only (self));

  if (self->label == label ||
      (self->label != NULL && label != NULL && vnus_text_equal (self->label, label)))
    return;

  g_clear_pointer (&self->label, vnus_text_unref);
  self->label = label != NULL ? vnus_text_ref (label) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

/**
 * vnus_chronicle_is_read_only: (get-property read-only)
 * @self: a chronicle
 *
 * Gets whether the chronicle is a view or a snapshot, which never changes.
 *
 * Returns: `TRUE` if it never changes
 *
 * Since: 0.1
 */
gboolean
vnus_chronicle_is_read_only (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), TRUE);

  return self->is_frozen || self->base != NULL;
}

/**
 * vnus_chronicle_add:
 * @self: a chronicle
 * @record: a record
 * @error: return location for an error
 *
 * Adds a record and seals it.
 *
 * Fails with [error@Vnus.ChronicleError] if the id is not valid or taken, or if
 * @self is a view; the record is not sealed then.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_chronicle_add (VnusChronicle  *self,
                    VnusRecord     *record,
                    GError        **error)
{
  g_return_val_if_fail (VNUS_IS_RECORD (record), FALSE);

  return vnus_chronicle_add_many (self, &record, 1, error);
}

/**
 * vnus_chronicle_add_many:
 * @self: a chronicle
 * @records: (array length=n_records): records
 * @n_records: how many there are
 * @error: return location for an error
 *
 * Adds records and seals them: all, or none if one cannot be added.
 *
 * Emits [signal@Gio.ListModel::items-changed] once. Fails as
 * [method@Vnus.Chronicle.add] does.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_chronicle_add_many (VnusChronicle  *self,
                         VnusRecord    **records,
                         guint           n_records,
                         GError        **error)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), FALSE);
  g_return_val_if_fail (records != NULL || n_records == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return _vnus_chronicle_replace (self, NULL, 0, records, n_records, error);
}

/**
 * vnus_chronicle_snapshot:
 * @self: a chronicle
 *
 * Makes a read-only chronicle that has the records of @self and stays as it is
 * when @self changes.
 *
 * It costs nothing until then: the records are shared. Any number of threads may
 * read a snapshot while one goes on with @self.
 *
 * Returns: (transfer full): the snapshot; @self itself if it never changes anyway
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chronicle_snapshot (VnusChronicle *self)
{
  VnusChronicle *snapshot;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  if (vnus_chronicle_is_read_only (self))
    return g_object_ref (self);

  snapshot = g_object_new (VNUS_TYPE_CHRONICLE, "id", self->id, "label", self->label, NULL);
  _vnus_revision_unref (snapshot->revision);
  snapshot->revision = _vnus_revision_ref (self->revision);
  snapshot->is_frozen = TRUE;

  return snapshot;
}

/**
 * vnus_chronicle_lookup:
 * @self: a chronicle
 * @id: an id
 *
 * Looks up a record.
 *
 * A view also finds what a record in view refers to but is not in view itself:
 * then with id and labels only.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` if there is none
 *
 * Since: 0.1
 */
VnusRecord *
vnus_chronicle_lookup (VnusChronicle *self,
                       const char    *id)
{
  VnusRecord *record;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  record = _vnus_revision_lookup (self->revision, id);
  if (record == NULL && self->base != NULL)
    record = _vnus_view_lookup_carried (self, id);

  return record;
}

/**
 * vnus_chronicle_get_n_of_kind:
 * @self: a chronicle
 * @kind: a kind
 *
 * Gets how many records of a kind there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_chronicle_get_n_of_kind (VnusChronicle *self,
                              VnusKind       kind)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), 0);
  g_return_val_if_fail (_vnus_kind_is_valid (kind), 0);

  return _vnus_revision_find_place (self->revision, kind + 1, "") - _vnus_revision_find_place (self->revision, kind, "");
}

/**
 * vnus_chronicle_get_nth_of_kind:
 * @self: a chronicle
 * @kind: a kind
 * @position: the position among the records of that kind, from 0
 *
 * Gets a record of a kind, in the order of ids.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` past the end
 *
 * Since: 0.1
 */
VnusRecord *
vnus_chronicle_get_nth_of_kind (VnusChronicle *self,
                                VnusKind       kind,
                                guint          position)
{
  VnusRecord *record;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (_vnus_kind_is_valid (kind), NULL);

  position += _vnus_revision_find_place (self->revision, kind, "");
  if (position >= self->revision->records->len)
    return NULL;

  record = g_ptr_array_index (self->revision->records, position);
  return vnus_record_get_kind (record) == kind ? record : NULL;
}
