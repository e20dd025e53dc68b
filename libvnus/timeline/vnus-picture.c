/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a picture, as a list of shapes. */
#include <vnus/vnus-picture.h>

#include "timeline/text-width-private.h"
#include "timeline/vnus-picture-private.h"

/**
 * VnusPicture:
 *
 * A picture as a list of shapes in whole pixels: what a program needs to draw a
 * timeline or a chart with its own means.
 *
 * [method@Vnus.Picture.to_svg] writes it as SVG. The library libvnus-draw
 * draws it with Cairo and Pango.
 *
 * A picture does not change, and may be read from any thread.
 *
 * Since: 0.1
 */
struct _VnusPicture
{
  GObject parent_instance;

  char      *id;          /* (nullable) */
  char      *language;    /* (nullable) */
  char      *title;       /* (nullable) */
  char      *description; /* (nullable) */
  int        width;
  int        height;
  GPtrArray *shapes;      /* (element-type VnusShape) */

  char      *record;      /* (nullable) of what is added next */
  char      *next_title;  /* (nullable) of the first shape that is added */
};

G_DEFINE_FINAL_TYPE (VnusPicture, vnus_picture, G_TYPE_OBJECT)

static void
vnus_picture_finalize (GObject *object)
{
  VnusPicture *self = VNUS_PICTURE (object);

  g_ptr_array_unref (self->shapes);
  g_free (self->id);
  g_free (self->language);
  g_free (self->title);
  g_free (self->description);
  g_free (self->record);
  g_free (self->next_title);

  G_OBJECT_CLASS (vnus_picture_parent_class)->finalize (object);
}

static void
vnus_picture_class_init (VnusPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_picture_finalize;
}

static void
vnus_picture_init (VnusPicture *self)
{
  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_shape_unref);
}

/* ---- Making ---- */

VnusPicture *
_vnus_picture_new (const char *id,
                   const char *language)
{
  VnusPicture *self = g_object_new (VNUS_TYPE_PICTURE, NULL);

  self->id = g_strdup (id);
  self->language = g_strdup (language);

  return self;
}

void
_vnus_picture_set_size (VnusPicture *self,
                        int          width,
                        int          height)
{
  self->width = width;
  self->height = height;
}

void
_vnus_picture_set_words (VnusPicture *self,
                         const char  *title,
                         const char  *description)
{
  g_free (self->title);
  g_free (self->description);
  self->title = g_strdup (title);
  self->description = g_strdup (description);
}

const char *
_vnus_picture_get_id (VnusPicture *self)
{
  return self->id != NULL ? self->id : "picture";
}

void
_vnus_picture_begin (VnusPicture *self,
                     const char  *record,
                     const char  *title)
{
  g_free (self->record);
  g_free (self->next_title);
  self->record = g_strdup (record);
  self->next_title = g_strdup (title);
}

static VnusShape *
add_shape (VnusPicture    *self,
           VnusShapeKind   kind,
           VnusShapeStyle  style,
           int             x,
           int             y,
           int             width,
           int             height)
{
  VnusShape *shape = g_new0 (VnusShape, 1);

  g_atomic_ref_count_init (&shape->ref_count);
  shape->kind = kind;
  shape->style = style;
  shape->x = x;
  shape->y = y;
  shape->width = width;
  shape->height = height;
  shape->anchor = VNUS_SHAPE_ANCHOR_START;
  shape->record = g_strdup (self->record);
  shape->title = g_steal_pointer (&self->next_title);
  g_ptr_array_add (self->shapes, shape);

  return shape;
}

void
_vnus_picture_add (VnusPicture    *self,
                   VnusShapeKind   kind,
                   VnusShapeStyle  style,
                   int             x,
                   int             y,
                   int             width,
                   int             height)
{
  add_shape (self, kind, style, x, y, width, height);
}

void
_vnus_picture_add_text (VnusPicture     *self,
                        VnusShapeStyle   style,
                        int              x,
                        int              baseline,
                        VnusShapeAnchor  anchor,
                        int              size,
                        gboolean         is_bold,
                        const char      *text)
{
  VnusShape *shape = add_shape (self, VNUS_SHAPE_KIND_TEXT, style, x, baseline,
                                _vnus_text_width (text, size, is_bold), size);

  shape->anchor = anchor;
  shape->is_bold = is_bold;
  shape->text = g_strdup (text);
}

/* ---- Reading ---- */

/**
 * vnus_picture_get_width:
 * @self: a picture
 *
 * Gets the width.
 *
 * Returns: the width in pixels
 *
 * Since: 0.1
 */
int
vnus_picture_get_width (VnusPicture *self)
{
  g_return_val_if_fail (VNUS_IS_PICTURE (self), 0);

  return self->width;
}

/**
 * vnus_picture_get_height:
 * @self: a picture
 *
 * Gets the height.
 *
 * Returns: the height in pixels
 *
 * Since: 0.1
 */
int
vnus_picture_get_height (VnusPicture *self)
{
  g_return_val_if_fail (VNUS_IS_PICTURE (self), 0);

  return self->height;
}

/**
 * vnus_picture_get_language:
 * @self: a picture
 *
 * Gets the language of its words.
 *
 * Returns: the language, such as `en`; the empty string if it was not made by the library
 *
 * Since: 0.1
 */
const char *
vnus_picture_get_language (VnusPicture *self)
{
  g_return_val_if_fail (VNUS_IS_PICTURE (self), NULL);

  return self->language != NULL ? self->language : "";
}

/**
 * vnus_picture_get_title:
 * @self: a picture
 *
 * Gets what it shows, in a few words.
 *
 * Returns: the title; the empty string if it was not made by the library
 *
 * Since: 0.1
 */
const char *
vnus_picture_get_title (VnusPicture *self)
{
  g_return_val_if_fail (VNUS_IS_PICTURE (self), NULL);

  return self->title != NULL ? self->title : "";
}

/**
 * vnus_picture_get_description:
 * @self: a picture
 *
 * Gets what it shows, in some sentences for people who do not see it.
 *
 * Returns: the description; the empty string if it was not made by the library
 *
 * Since: 0.1
 */
const char *
vnus_picture_get_description (VnusPicture *self)
{
  g_return_val_if_fail (VNUS_IS_PICTURE (self), NULL);

  return self->description != NULL ? self->description : "";
}

/**
 * vnus_picture_get_n_shapes:
 * @self: a picture
 *
 * Gets the number of shapes.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_picture_get_n_shapes (VnusPicture *self)
{
  g_return_val_if_fail (VNUS_IS_PICTURE (self), 0);

  return self->shapes->len;
}

/**
 * vnus_picture_get_shape:
 * @self: a picture
 * @position: the position of a shape
 *
 * Gets a shape.
 *
 * Returns: (transfer none) (nullable): the shape, or `NULL` past the last
 *
 * Since: 0.1
 */
VnusShape *
vnus_picture_get_shape (VnusPicture *self,
                        guint        position)
{
  g_return_val_if_fail (VNUS_IS_PICTURE (self), NULL);

  return position < self->shapes->len ? g_ptr_array_index (self->shapes, position) : NULL;
}
