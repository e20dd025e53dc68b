/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

G_BEGIN_DECLS

/**
 * VnusShapeKind:
 * @VNUS_SHAPE_KIND_UNSET: none
 * @VNUS_SHAPE_KIND_LINE: from the corner at `x`, `y` to the opposite corner
 * @VNUS_SHAPE_KIND_RECTANGLE: a rectangle
 * @VNUS_SHAPE_KIND_DIAMOND: a square on its corner, within the rectangle
 * @VNUS_SHAPE_KIND_CIRCLE: a circle within the rectangle
 * @VNUS_SHAPE_KIND_CROSS: the two diagonals of the rectangle
 * @VNUS_SHAPE_KIND_TEXT: one line of text, its baseline at `y`
 *
 * What is drawn.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_SHAPE_KIND_UNSET,
  VNUS_SHAPE_KIND_LINE,
  VNUS_SHAPE_KIND_RECTANGLE,
  VNUS_SHAPE_KIND_DIAMOND,
  VNUS_SHAPE_KIND_CIRCLE,
  VNUS_SHAPE_KIND_CROSS,
  VNUS_SHAPE_KIND_TEXT,
} VnusShapeKind;

#define VNUS_TYPE_SHAPE_KIND (vnus_shape_kind_get_type ())

/**
 * VnusShapeStyle:
 * @VNUS_SHAPE_STYLE_UNSET: none
 * @VNUS_SHAPE_STYLE_SOLID: in full ink: what is certain
 * @VNUS_SHAPE_STYLE_SOFT: in lighter ink: axes, remarks
 * @VNUS_SHAPE_STYLE_FAINT: hardly seen: grids, grounds
 * @VNUS_SHAPE_STYLE_HATCHED: filled with slanting lines: what is possible
 * @VNUS_SHAPE_STYLE_HOLLOW: an outline that is not filled: one day, not known which
 * @VNUS_SHAPE_STYLE_DASHED: a dashed outline or line: what is planned
 *
 * How it is drawn. No two styles differ by colour alone.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_SHAPE_STYLE_UNSET,
  VNUS_SHAPE_STYLE_SOLID,
  VNUS_SHAPE_STYLE_SOFT,
  VNUS_SHAPE_STYLE_FAINT,
  VNUS_SHAPE_STYLE_HATCHED,
  VNUS_SHAPE_STYLE_HOLLOW,
  VNUS_SHAPE_STYLE_DASHED,
} VnusShapeStyle;

#define VNUS_TYPE_SHAPE_STYLE (vnus_shape_style_get_type ())

/**
 * VnusShapeAnchor:
 * @VNUS_SHAPE_ANCHOR_UNSET: the default, which is start
 * @VNUS_SHAPE_ANCHOR_START: the text begins at `x`
 * @VNUS_SHAPE_ANCHOR_MIDDLE: its middle is at `x`
 * @VNUS_SHAPE_ANCHOR_END: it ends at `x`
 *
 * Where a text stands.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_SHAPE_ANCHOR_UNSET,
  VNUS_SHAPE_ANCHOR_START,
  VNUS_SHAPE_ANCHOR_MIDDLE,
  VNUS_SHAPE_ANCHOR_END,
} VnusShapeAnchor;

#define VNUS_TYPE_SHAPE_ANCHOR (vnus_shape_anchor_get_type ())

#define VNUS_TYPE_SHAPE (vnus_shape_get_type ())

typedef struct _VnusShape VnusShape;

VNUS_AVAILABLE_IN_0_1
GType            vnus_shape_kind_get_type   (void);
VNUS_AVAILABLE_IN_0_1
GType            vnus_shape_style_get_type  (void);
VNUS_AVAILABLE_IN_0_1
GType            vnus_shape_anchor_get_type (void);
VNUS_AVAILABLE_IN_0_1
GType            vnus_shape_get_type        (void);

VNUS_AVAILABLE_IN_0_1
VnusShape       *vnus_shape_ref             (VnusShape       *self);
VNUS_AVAILABLE_IN_0_1
void             vnus_shape_unref           (VnusShape       *self);

VNUS_AVAILABLE_IN_0_1
VnusShapeKind    vnus_shape_get_kind        (const VnusShape *self);
VNUS_AVAILABLE_IN_0_1
VnusShapeStyle   vnus_shape_get_style       (const VnusShape *self);
VNUS_AVAILABLE_IN_0_1
void             vnus_shape_get_place       (const VnusShape *self,
                                             int             *x,
                                             int             *y,
                                             int             *width,
                                             int             *height);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_shape_get_text        (const VnusShape *self);
VNUS_AVAILABLE_IN_0_1
VnusShapeAnchor  vnus_shape_get_anchor      (const VnusShape *self);
VNUS_AVAILABLE_IN_0_1
gboolean         vnus_shape_is_bold         (const VnusShape *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_shape_get_record      (const VnusShape *self);
VNUS_AVAILABLE_IN_0_1
const char      *vnus_shape_get_title       (const VnusShape *self);

VNUS_AVAILABLE_IN_0_1
gboolean         vnus_shape_equal           (const VnusShape *self,
                                             const VnusShape *other);
VNUS_AVAILABLE_IN_0_1
char            *vnus_shape_to_string       (const VnusShape *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusShape, vnus_shape_unref)

G_END_DECLS
