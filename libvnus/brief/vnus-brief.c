/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the brief, as what it was asked for and as its sections. */
#include <vnus/vnus-brief.h>

#include "brief/vnus-brief-private.h"

/**
 * VnusBrief:
 *
 * A brief about an event or a relation: what a chronicle tells of it, from a
 * standpoint, as sections of sentences.
 *
 * The sections come from the data: none is fixed, and one that has nothing to
 * say is left out. Each sentence is a [class@Vnus.Finding] with the records and
 * sources that it rests on; a sentence without a source cannot be made. What
 * ends after the standpoint is not told as done. Where sources differ, a
 * sentence says what all of them allow; the annex lists what each of them says.
 *
 * A brief is composed when it is first asked for anything, from the chronicle
 * as it is then. To brief what was known on a day, give it a view; see
 * [method@Vnus.Chronicle.make_view].
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (VnusBrief, vnus_brief, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHRONICLE,
  PROP_SUBJECT,
  PROP_STANDPOINT,
  PROP_DEPTH,
  PROP_REGISTER,
  PROP_PERSPECTIVE,
  PROP_ANNEX,
  PROP_SECTIONS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
vnus_brief_finalize (GObject *object)
{
  VnusBrief *self = VNUS_BRIEF (object);

  g_clear_object (&self->sections);
  g_clear_object (&self->view);
  g_clear_object (&self->chronicle);
  g_clear_pointer (&self->standpoint, vnus_date_unref);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->perspective, g_free);

  G_OBJECT_CLASS (vnus_brief_parent_class)->finalize (object);
}

static void
vnus_brief_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VnusBrief *self = VNUS_BRIEF (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE:
      g_value_set_object (value, self->chronicle);
      break;

    case PROP_SUBJECT:
      g_value_set_string (value, vnus_brief_get_subject (self));
      break;

    case PROP_STANDPOINT:
      g_value_set_boxed (value, self->standpoint);
      break;

    case PROP_DEPTH:
      g_value_set_enum (value, (int) self->depth);
      break;

    case PROP_REGISTER:
      g_value_set_enum (value, (int) self->style);
      break;

    case PROP_PERSPECTIVE:
      g_value_set_string (value, self->perspective);
      break;

    case PROP_ANNEX:
      g_value_set_boolean (value, self->annex);
      break;

    case PROP_SECTIONS:
      g_value_set_object (value, self->sections);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_brief_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  VnusBrief *self = VNUS_BRIEF (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE: /* construct-only */
      self->chronicle = g_value_dup_object (value);
      break;

    case PROP_SUBJECT: /* construct-only */
      self->subject = g_value_dup_string (value);
      break;

    case PROP_STANDPOINT:
      vnus_brief_set_standpoint (self, g_value_get_boxed (value));
      break;

    case PROP_DEPTH:
      vnus_brief_set_depth (self, (VnusBriefDepth) g_value_get_enum (value));
      break;

    case PROP_REGISTER:
      vnus_brief_set_register (self, (VnusBriefRegister) g_value_get_enum (value));
      break;

    case PROP_PERSPECTIVE:
      vnus_brief_set_perspective (self, g_value_get_string (value));
      break;

    case PROP_ANNEX:
      vnus_brief_set_annex (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_brief_class_init (VnusBriefClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags settable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vnus_brief_finalize;
  object_class->get_property = vnus_brief_get_property;
  object_class->set_property = vnus_brief_set_property;

  /**
   * VnusBrief:chronicle: (getter get_chronicle)
   *
   * The chronicle or view.
   *
   * Since: 0.1
   */
  props[PROP_CHRONICLE] =
    g_param_spec_object ("chronicle", NULL, NULL, VNUS_TYPE_CHRONICLE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusBrief:subject: (getter get_subject)
   *
   * The id of the event or relation.
   *
   * Since: 0.1
   */
  props[PROP_SUBJECT] =
    g_param_spec_string ("subject", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusBrief:standpoint: (getter get_standpoint) (setter set_standpoint)
   *
   * The day from which the brief speaks; `NULL` for one after all that is told.
   *
   * Since: 0.1
   */
  props[PROP_STANDPOINT] = g_param_spec_boxed ("standpoint", NULL, NULL, VNUS_TYPE_DATE, settable);

  /**
   * VnusBrief:depth: (getter get_depth) (setter set_depth)
   *
   * How much it tells.
   *
   * Since: 0.1
   */
  props[PROP_DEPTH] =
    g_param_spec_enum ("depth", NULL, NULL, VNUS_TYPE_BRIEF_DEPTH, VNUS_BRIEF_DEPTH_UNSET, settable);

  /**
   * VnusBrief:register: (getter get_register) (setter set_register)
   *
   * The register of its language.
   *
   * Since: 0.1
   */
  props[PROP_REGISTER] =
    g_param_spec_enum ("register", NULL, NULL, VNUS_TYPE_BRIEF_REGISTER, VNUS_BRIEF_REGISTER_UNSET, settable);

  /**
   * VnusBrief:perspective: (getter get_perspective) (setter set_perspective)
   *
   * The id of the party for which it is written and which is named first;
   * `NULL` for neither.
   *
   * Since: 0.1
   */
  props[PROP_PERSPECTIVE] = g_param_spec_string ("perspective", NULL, NULL, NULL, settable);

  /**
   * VnusBrief:annex: (getter get_annex) (setter set_annex)
   *
   * Whether it has an annex of notes for the editor.
   *
   * Since: 0.1
   */
  props[PROP_ANNEX] = g_param_spec_boolean ("annex", NULL, NULL, TRUE, settable);

  /**
   * VnusBrief:sections: (getter get_sections)
   *
   * The sections, as a list of [class@Vnus.BriefSection]; empty until the brief
   * is composed.
   *
   * Since: 0.1
   */
  props[PROP_SECTIONS] =
    g_param_spec_object ("sections", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_brief_init (VnusBrief *self)
{
  self->annex = TRUE;
  self->sections = g_list_store_new (VNUS_TYPE_BRIEF_SECTION);
}

/* What was composed no longer holds. */
static void
forget (VnusBrief  *self,
        GParamSpec *pspec)
{
  g_clear_object (&self->view);
  g_list_store_remove_all (self->sections);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/**
 * vnus_brief_new:
 * @chronicle: a chronicle or view
 * @subject: the id of an event or a relation
 *
 * Makes a brief. Nothing is composed or checked yet.
 *
 * Returns: (transfer full): the brief
 *
 * Since: 0.1
 */
VnusBrief *
vnus_brief_new (VnusChronicle *chronicle,
                const char    *subject)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);
  g_return_val_if_fail (subject != NULL, NULL);

  return g_object_new (VNUS_TYPE_BRIEF, "chronicle", chronicle, "subject", subject, NULL);
}

/**
 * vnus_brief_get_chronicle: (get-property chronicle)
 * @self: a brief
 *
 * Gets the chronicle or view that was given.
 *
 * Returns: (transfer none) (nullable): the chronicle, or `NULL` if none was given
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_brief_get_chronicle (VnusBrief *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);

  return self->chronicle;
}

/**
 * vnus_brief_get_subject: (get-property subject)
 * @self: a brief
 *
 * Gets the id of the event or relation.
 *
 * Returns: the id; the empty string if none was given
 *
 * Since: 0.1
 */
const char *
vnus_brief_get_subject (VnusBrief *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);

  return self->subject != NULL ? self->subject : "";
}

/**
 * vnus_brief_get_standpoint: (get-property standpoint)
 * @self: a brief
 *
 * Gets the day from which the brief speaks.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` for one after all that is told
 *
 * Since: 0.1
 */
VnusDate *
vnus_brief_get_standpoint (VnusBrief *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);

  return self->standpoint;
}

/**
 * vnus_brief_set_standpoint: (set-property standpoint)
 * @self: a brief
 * @standpoint: (nullable): a day; of a longer time, its last day counts
 *
 * Sets the day from which the brief speaks.
 *
 * Since: 0.1
 */
void
vnus_brief_set_standpoint (VnusBrief *self,
                           VnusDate  *standpoint)
{
  g_return_if_fail (VNUS_IS_BRIEF (self));

  if (self->standpoint == standpoint ||
      (self->standpoint != NULL && standpoint != NULL && vnus_date_equal (self->standpoint, standpoint)))
    return;

  g_clear_pointer (&self->standpoint, vnus_date_unref);
  self->standpoint = standpoint != NULL ? vnus_date_ref (standpoint) : NULL;
  forget (self, props[PROP_STANDPOINT]);
}

/**
 * vnus_brief_get_depth: (get-property depth)
 * @self: a brief
 *
 * Gets how much it tells.
 *
 * Returns: the depth
 *
 * Since: 0.1
 */
VnusBriefDepth
vnus_brief_get_depth (VnusBrief *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF (self), VNUS_BRIEF_DEPTH_UNSET);

  return self->depth;
}

/**
 * vnus_brief_set_depth: (set-property depth)
 * @self: a brief
 * @depth: how much
 *
 * Sets how much it tells.
 *
 * Since: 0.1
 */
void
vnus_brief_set_depth (VnusBrief      *self,
                      VnusBriefDepth  depth)
{
  g_return_if_fail (VNUS_IS_BRIEF (self));

  if (self->depth == depth)
    return;

  self->depth = depth;
  forget (self, props[PROP_DEPTH]);
}

/**
 * vnus_brief_get_register: (get-property register)
 * @self: a brief
 *
 * Gets the register of its language.
 *
 * Returns: the register
 *
 * Since: 0.1
 */
VnusBriefRegister
vnus_brief_get_register (VnusBrief *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF (self), VNUS_BRIEF_REGISTER_UNSET);

  return self->style;
}

/**
 * vnus_brief_set_register: (set-property register)
 * @self: a brief
 * @value: the register
 *
 * Sets the register of its language.
 *
 * Since: 0.1
 */
void
vnus_brief_set_register (VnusBrief         *self,
                         VnusBriefRegister  value)
{
  g_return_if_fail (VNUS_IS_BRIEF (self));

  if (self->style == value)
    return;

  self->style = value;
  forget (self, props[PROP_REGISTER]);
}

/**
 * vnus_brief_get_perspective: (get-property perspective)
 * @self: a brief
 *
 * Gets the party for which it is written.
 *
 * Returns: (nullable): the id of the party, or `NULL` for neither
 *
 * Since: 0.1
 */
const char *
vnus_brief_get_perspective (VnusBrief *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);

  return self->perspective;
}

/**
 * vnus_brief_set_perspective: (set-property perspective)
 * @self: a brief
 * @perspective: (nullable): the id of a party
 *
 * Sets the party for which it is written.
 *
 * Since: 0.1
 */
void
vnus_brief_set_perspective (VnusBrief  *self,
                            const char *perspective)
{
  g_return_if_fail (VNUS_IS_BRIEF (self));

  if (g_strcmp0 (self->perspective, perspective) == 0)
    return;

  g_free (self->perspective);
  self->perspective = g_strdup (perspective);
  forget (self, props[PROP_PERSPECTIVE]);
}

/**
 * vnus_brief_get_annex: (get-property annex)
 * @self: a brief
 *
 * Gets whether it has an annex of notes for the editor.
 *
 * Returns: `TRUE` if it has
 *
 * Since: 0.1
 */
gboolean
vnus_brief_get_annex (VnusBrief *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF (self), FALSE);

  return self->annex;
}

/**
 * vnus_brief_set_annex: (set-property annex)
 * @self: a brief
 * @annex: whether it has an annex
 *
 * Sets whether it has an annex of notes for the editor. Without it no hedge of
 * the text is lost.
 *
 * Since: 0.1
 */
void
vnus_brief_set_annex (VnusBrief *self,
                      gboolean   annex)
{
  g_return_if_fail (VNUS_IS_BRIEF (self));

  if (self->annex == !!annex)
    return;

  self->annex = !!annex;
  forget (self, props[PROP_ANNEX]);
}

/**
 * vnus_brief_get_sections: (get-property sections)
 * @self: a brief
 *
 * Gets the sections.
 *
 * Returns: (transfer none): a list of [class@Vnus.BriefSection]; empty until the brief is composed
 *
 * Since: 0.1
 */
GListModel *
vnus_brief_get_sections (VnusBrief *self)
{
  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);

  return G_LIST_MODEL (self->sections);
}
