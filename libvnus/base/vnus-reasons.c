/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: reasons for doubt. Rests on GLib alone. */
#include <vnus/vnus-reasons.h>

G_DEFINE_FLAGS_TYPE (VnusReasons, vnus_reasons,
                     G_DEFINE_ENUM_VALUE (VNUS_REASONS_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (VNUS_REASONS_DATE_VAGUE, "date-vague"),
                     G_DEFINE_ENUM_VALUE (VNUS_REASONS_NO_COVERAGE, "no-coverage"),
                     G_DEFINE_ENUM_VALUE (VNUS_REASONS_SOURCES_DIFFER, "sources-differ"),
                     G_DEFINE_ENUM_VALUE (VNUS_REASONS_AFTER_LAST_SOURCE, "after-last-source"),
                     G_DEFINE_ENUM_VALUE (VNUS_REASONS_KNOWN_VAGUELY, "known-vaguely"),
                     G_DEFINE_ENUM_VALUE (VNUS_REASONS_NO_EVIDENCE, "no-evidence"))

/**
 * vnus_reasons_list:
 * @self: reasons
 *
 * Lists the nicks of the reasons that are set, in the order of their values.
 *
 * Returns: (transfer full) (array zero-terminated=1): the nicks; empty if there is no reason for doubt
 *
 * Since: 0.1
 */
char **
vnus_reasons_list (VnusReasons self)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (VNUS_TYPE_REASONS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0 && (self & klass->values[i].value) != 0)
      g_strv_builder_add (builder, klass->values[i].value_nick);

  return g_strv_builder_end (builder);
}

/**
 * vnus_reasons_to_string:
 * @self: reasons
 *
 * Joins the nicks of the reasons that are set with commas.
 *
 * Returns: (transfer full): the nicks; the empty string if there is no reason for doubt
 *
 * Since: 0.1
 */
char *
vnus_reasons_to_string (VnusReasons self)
{
  g_auto (GStrv) nicks = vnus_reasons_list (self);

  return g_strjoinv (",", nicks);
}
