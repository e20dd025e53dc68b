/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: a section of a brief. */
#include <vnus/vnus-brief-section.h>

#include <vnus/vnus-finding.h>

#include "brief/vnus-brief-section-private.h"
#include "wording/vnus-message-private.h"

/**
 * VnusBriefSection:
 *
 * A section of a brief: an id, a title by language, and its sentences as
 * findings.
 *
 * The ids are stable: an application may lay sections out by them.
 *
 * Since: 0.1
 */
struct _VnusBriefSection
{
  GObject parent_instance;

  char       *id;
  const char *title_key;
  GListStore *items; /* (element-type VnusFinding) */
};

G_DEFINE_FINAL_TYPE (VnusBriefSection, vnus_brief_section, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_ITEMS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
vnus_brief_section_finalize (GObject *object)
{
  VnusBriefSection *self = VNUS_BRIEF_SECTION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (vnus_brief_section_parent_class)->finalize (object);
}

static void
vnus_brief_section_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VnusBriefSection *self = VNUS_BRIEF_SECTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, vnus_brief_section_get_id (self));
      break;

    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_brief_section_class_init (VnusBriefSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_brief_section_finalize;
  object_class->get_property = vnus_brief_section_get_property;

  /**
   * VnusBriefSection:id: (getter get_id)
   *
   * The id, such as `visit` or `delegation`.
   *
   * Since: 0.1
   */
  props[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * VnusBriefSection:items: (getter get_items)
   *
   * The sentences, as a list of [class@Vnus.Finding].
   *
   * Since: 0.1
   */
  props[PROP_ITEMS] =
    g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_brief_section_init (VnusBriefSection *self)
{
  self->items = g_list_store_new (VNUS_TYPE_FINDING);
}

VnusBriefSection *
_vnus_brief_section_new (const char *id,
                         const char *title_key,
                         GPtrArray  *items)
{
  VnusBriefSection *self = g_object_new (VNUS_TYPE_BRIEF_SECTION, NULL);

  self->id = g_strdup (id);
  self->title_key = title_key;
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);

  return self;
}

/**
 * vnus_brief_section_get_id: (get-property id)
 * @self: a section
 *
 * Gets the id.
 *
 * Returns: the id; the empty string if it was not made by a brief
 *
 * Since: 0.1
 */
const char *
vnus_brief_section_get_id (VnusBriefSection *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF_SECTION (self), NULL);

  return self->id != NULL ? self->id : "";
}

/**
 * vnus_brief_section_get_items: (get-property items)
 * @self: a section
 *
 * Gets the sentences.
 *
 * Returns: (transfer none): a list of [class@Vnus.Finding]
 *
 * Since: 0.1
 */
GListModel *
vnus_brief_section_get_items (VnusBriefSection *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF_SECTION (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * vnus_brief_section_dup_title:
 * @self: a section
 * @language: a language: `en` or `vi`
 *
 * Words the title.
 *
 * Returns: (transfer full) (nullable): the title, or `NULL` if there are no words of that language
 *
 * Since: 0.1
 */
char *
vnus_brief_section_dup_title (VnusBriefSection *self,
                              const char       *language)
{
  g_return_val_if_fail (VNUS_IS_BRIEF_SECTION (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (self->title_key == NULL || !_vnus_message_exists (language, self->title_key))
    return NULL;

  return _vnus_message_format (language, self->title_key, NULL, 0);
}
