/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a shape of a picture. An immutable value. */
#include <vnus/vnus-shape.h>

#include "timeline/vnus-picture-private.h"

G_DEFINE_ENUM_TYPE (VnusShapeKind, vnus_shape_kind,
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_KIND_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_KIND_LINE, "line"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_KIND_RECTANGLE, "rectangle"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_KIND_DIAMOND, "diamond"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_KIND_CIRCLE, "circle"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_KIND_CROSS, "cross"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_KIND_TEXT, "text"))

G_DEFINE_ENUM_TYPE (VnusShapeStyle, vnus_shape_style,
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_STYLE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_STYLE_SOLID, "solid"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_STYLE_SOFT, "soft"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_STYLE_FAINT, "faint"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_STYLE_HATCHED, "hatched"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_STYLE_HOLLOW, "hollow"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_STYLE_DASHED, "dashed"))

G_DEFINE_ENUM_TYPE (VnusShapeAnchor, vnus_shape_anchor,
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_ANCHOR_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_ANCHOR_START, "start"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_ANCHOR_MIDDLE, "middle"),
                    G_DEFINE_ENUM_VALUE (VNUS_SHAPE_ANCHOR_END, "end"))

/**
 * VnusShape:
 *
 * A shape of a picture: a line, a rectangle, a mark or a text, in whole pixels.
 *
 * Shapes are drawn in their order, later ones over earlier ones. A shape is an
 * immutable value.
 *
 * Since: 0.1
 */
G_DEFINE_BOXED_TYPE (VnusShape, vnus_shape, vnus_shape_ref, vnus_shape_unref)

/**
 * vnus_shape_ref:
 * @self: a shape
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the shape
 *
 * Since: 0.1
 */
VnusShape *
vnus_shape_ref (VnusShape *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * vnus_shape_unref:
 * @self: (transfer full): a shape
 *
 * Drops a reference; the last one frees the shape.
 *
 * Since: 0.1
 */
void
vnus_shape_unref (VnusShape *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_free (self->record);
  g_free (self->title);
  g_free (self);
}

/**
 * vnus_shape_get_kind:
 * @self: a shape
 *
 * Gets what is drawn.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
VnusShapeKind
vnus_shape_get_kind (const VnusShape *self)
{
  g_return_val_if_fail (self != NULL, VNUS_SHAPE_KIND_UNSET);

  return self->kind;
}

/**
 * vnus_shape_get_style:
 * @self: a shape
 *
 * Gets how it is drawn.
 *
 * Returns: the style
 *
 * Since: 0.1
 */
VnusShapeStyle
vnus_shape_get_style (const VnusShape *self)
{
  g_return_val_if_fail (self != NULL, VNUS_SHAPE_STYLE_UNSET);

  return self->style;
}

/**
 * vnus_shape_get_place:
 * @self: a shape
 * @x: (out) (optional): return location for the left side; of a text, for where its anchor is
 * @y: (out) (optional): return location for the top; of a text, for its baseline
 * @width: (out) (optional): return location for the width; of a text, for the most that it takes
 * @height: (out) (optional): return location for the height; of a text, for the size of its font
 *
 * Gets where it is, in pixels from the upper left corner of the picture.
 *
 * The width and height of a line may be negative: it ends that far left or up.
 *
 * Since: 0.1
 */
void
vnus_shape_get_place (const VnusShape *self,
                      int             *x,
                      int             *y,
                      int             *width,
                      int             *height)
{
  g_return_if_fail (self != NULL);

  if (x != NULL)
    *x = self->x;
  if (y != NULL)
    *y = self->y;
  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

/**
 * vnus_shape_get_text:
 * @self: a shape
 *
 * Gets the text of a text.
 *
 * Returns: (nullable): the text, or `NULL` for all other kinds
 *
 * Since: 0.1
 */
const char *
vnus_shape_get_text (const VnusShape *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * vnus_shape_get_anchor:
 * @self: a shape
 *
 * Gets where a text stands; start for all other kinds.
 *
 * Returns: the anchor
 *
 * Since: 0.1
 */
VnusShapeAnchor
vnus_shape_get_anchor (const VnusShape *self)
{
  g_return_val_if_fail (self != NULL, VNUS_SHAPE_ANCHOR_UNSET);

  return self->anchor;
}

/**
 * vnus_shape_is_bold:
 * @self: a shape
 *
 * Gets whether a text is bold.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
vnus_shape_is_bold (const VnusShape *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_bold;
}

/**
 * vnus_shape_get_record:
 * @self: a shape
 *
 * Gets the record that the shape is of.
 *
 * Returns: (nullable): its id, or `NULL` if it is of none
 *
 * Since: 0.1
 */
const char *
vnus_shape_get_record (const VnusShape *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record;
}

/**
 * vnus_shape_get_title:
 * @self: a shape
 *
 * Gets what is to be said of the shape and those of the same record that
 * follow it, such as in a tooltip.
 *
 * Returns: (nullable): the title, or `NULL` if there is none
 *
 * Since: 0.1
 */
const char *
vnus_shape_get_title (const VnusShape *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * vnus_shape_equal:
 * @self: a shape
 * @other: another
 *
 * Whether two shapes are drawn alike and are of the same record.
 *
 * Returns: `TRUE` if they are equal
 *
 * Since: 0.1
 */
gboolean
vnus_shape_equal (const VnusShape *self,
                  const VnusShape *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->kind == other->kind && self->style == other->style && self->x == other->x && self->y == other->y &&
         self->width == other->width && self->height == other->height && self->anchor == other->anchor &&
         self->is_bold == other->is_bold && g_strcmp0 (self->text, other->text) == 0 &&
         g_strcmp0 (self->record, other->record) == 0 && g_strcmp0 (self->title, other->title) == 0;
}

static const char *
nick (GType type,
      int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

/**
 * vnus_shape_to_string:
 * @self: a shape
 *
 * Describes a shape in one line, such as `rectangle solid 160,92 44×10 biden-vn-2023`.
 *
 * Returns: (transfer full): the line, for people who look for a fault
 *
 * Since: 0.1
 */
char *
vnus_shape_to_string (const VnusShape *self)
{
  GString *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = g_string_new (NULL);
  g_string_append_printf (line, "%s %s %d,%d %d\xc3\x97%d", nick (VNUS_TYPE_SHAPE_KIND, (int) self->kind),
                          nick (VNUS_TYPE_SHAPE_STYLE, (int) self->style), self->x, self->y, self->width, self->height);
  if (self->record != NULL)
    g_string_append_printf (line, " %s", self->record);
  if (self->text != NULL)
    g_string_append_printf (line, " %s \xe2\x80\x9c%s\xe2\x80\x9d", nick (VNUS_TYPE_SHAPE_ANCHOR, (int) self->anchor),
                            self->text);

  return g_string_free (line, FALSE);
}
