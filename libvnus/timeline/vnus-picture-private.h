/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: pictures in the making.
 *
 * A picture is a list of shapes in whole pixels. What follows one another and
 * is of the same record becomes one group, which has the title of its first
 * shape. A picture is not changed once it is given away. */
#pragma once

#include <vnus/vnus-picture.h>

G_BEGIN_DECLS

struct _VnusShape
{
  gatomicrefcount  ref_count;
  VnusShapeKind    kind;
  VnusShapeStyle   style;
  int              x, y, width, height;
  VnusShapeAnchor  anchor;
  gboolean         is_bold;
  char            *text;   /* (nullable) */
  char            *record; /* (nullable) */
  char            *title;  /* (nullable) */
};

/* Narrower than the least nothing has room. */
#define VNUS_PICTURE_LEAST_WIDTH 320
#define VNUS_PICTURE_MOST_WIDTH  20000

/* The sizes of fonts. */
#define VNUS_SIZE_HEADING 16
#define VNUS_SIZE_TEXT    12
#define VNUS_SIZE_SMALL   11

/* @id: for what must be unique in a page that has several pictures */
VnusPicture *_vnus_picture_new       (const char *id,
                                      const char *language) G_GNUC_WARN_UNUSED_RESULT;
void         _vnus_picture_set_size  (VnusPicture *self,
                                      int          width,
                                      int          height);
void         _vnus_picture_set_words (VnusPicture *self,
                                      const char  *title,
                                      const char  *description);
const char  *_vnus_picture_get_id    (VnusPicture *self);

/* What follows is of this record; NULL for what is of none. */
void         _vnus_picture_begin     (VnusPicture *self,
                                      const char  *record,
                                      const char  *title);

void         _vnus_picture_add       (VnusPicture    *self,
                                      VnusShapeKind   kind,
                                      VnusShapeStyle  style,
                                      int             x,
                                      int             y,
                                      int             width,
                                      int             height);
/* @text: has been through _vnus_text_clean() */
void         _vnus_picture_add_text  (VnusPicture     *self,
                                      VnusShapeStyle   style,
                                      int              x,
                                      int              baseline,
                                      VnusShapeAnchor  anchor,
                                      int              size,
                                      gboolean         is_bold,
                                      const char      *text);

G_END_DECLS
