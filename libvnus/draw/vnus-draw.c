/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* libvnus-draw: pictures with Cairo and Pango. Where a shape stands comes from the
 * picture; only the letters are those of the machine. */
#include <vnus-draw/vnus-draw.h>

#include <math.h>
#include <pango/pangocairo.h>

#define FONTS "Liberation Sans, Arial, DejaVu Sans, sans-serif"

#define THIN   0.75
#define PLAIN  1.0
#define STRONG 1.25

/* Of the hatching: the distance along a side, of lines 4 pixels apart. */
#define HATCH (4.0 * G_SQRT2)

static const double opacities[] = {
  [VNUS_SHAPE_STYLE_UNSET] = 0.0,   [VNUS_SHAPE_STYLE_SOLID] = 1.0,  [VNUS_SHAPE_STYLE_SOFT] = 0.55,
  [VNUS_SHAPE_STYLE_FAINT] = 0.06,  [VNUS_SHAPE_STYLE_HATCHED] = 1.0, [VNUS_SHAPE_STYLE_HOLLOW] = 1.0,
  [VNUS_SHAPE_STYLE_DASHED] = 1.0,
};

typedef struct
{
  cairo_t     *cr;
  PangoLayout *layout;
  double       red, green, blue, alpha;
} Pen;

/* The ink is the source of the context, if it is one colour. */
static void
pen_init (Pen     *pen,
          cairo_t *cr)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONTS);

  pen->cr = cr;
  pen->layout = pango_cairo_create_layout (cr);
  pango_layout_set_single_paragraph_mode (pen->layout, TRUE);
  pango_layout_set_auto_dir (pen->layout, FALSE);
  pango_layout_set_font_description (pen->layout, font);
  if (cairo_pattern_get_rgba (cairo_get_source (cr), &pen->red, &pen->green, &pen->blue, &pen->alpha) !=
      CAIRO_STATUS_SUCCESS)
    {
      pen->red = pen->green = pen->blue = 0.0;
      pen->alpha = 1.0;
    }
}

static void
set_ink (Pen    *pen,
         double  opacity)
{
  cairo_set_source_rgba (pen->cr, pen->red, pen->green, pen->blue, pen->alpha * opacity);
}

static void
stroke (Pen    *pen,
        double  width,
        double  opacity,
        double  dash,
        double  gap)
{
  const double dashes[] = { dash, gap };

  set_ink (pen, opacity);
  cairo_set_line_width (pen->cr, width);
  cairo_set_dash (pen->cr, dashes, dash > 0.0 ? 2 : 0, 0.0);
  cairo_stroke (pen->cr);
}

/* ---- Lines ---- */

static void
stroke_line (Pen            *pen,
             VnusShapeStyle  style,
             double          width)
{
  switch (style)
    {
    case VNUS_SHAPE_STYLE_FAINT:
      stroke (pen, width, 0.15, 0.0, 0.0);
      break;

    case VNUS_SHAPE_STYLE_HATCHED:
      stroke (pen, width, 1.0, 1.0, 2.0);
      break;

    case VNUS_SHAPE_STYLE_DASHED:
      stroke (pen, width, 0.55, 5.0, 3.0);
      break;

    case VNUS_SHAPE_STYLE_UNSET:
    case VNUS_SHAPE_STYLE_SOLID:
    case VNUS_SHAPE_STYLE_SOFT:
    case VNUS_SHAPE_STYLE_HOLLOW:
    default:
      stroke (pen, width, opacities[style], 0.0, 0.0);
      break;
    }
}

/* Straight ones go through the middle of pixels. */
static void
draw_line (Pen            *pen,
           VnusShapeStyle  style,
           int             x,
           int             y,
           int             width,
           int             height)
{
  const double dx = width == 0 ? 0.5 : 0.0, dy = height == 0 ? 0.5 : 0.0;

  cairo_move_to (pen->cr, x + dx, y + dy);
  cairo_line_to (pen->cr, x + width + dx, y + height + dy);
  stroke_line (pen, style, PLAIN);
}

static void
draw_cross (Pen            *pen,
            VnusShapeStyle  style,
            int             x,
            int             y,
            int             width,
            int             height)
{
  cairo_move_to (pen->cr, x, y);
  cairo_rel_line_to (pen->cr, width, height);
  cairo_move_to (pen->cr, x, y + height);
  cairo_rel_line_to (pen->cr, width, -height);
  stroke_line (pen, style, 1.5);
}

/* ---- Areas ---- */

static void
trace (cairo_t       *cr,
       VnusShapeKind  kind,
       double         x,
       double         y,
       double         width,
       double         height)
{
  if (kind == VNUS_SHAPE_KIND_CIRCLE)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + width / 2, y + height / 2, width / 2, 0.0, 2 * G_PI);
      cairo_close_path (cr);
      return;
    }
  if (kind == VNUS_SHAPE_KIND_RECTANGLE)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }

  cairo_move_to (cr, x + width / 2, y);
  cairo_line_to (cr, x + width, y + height / 2);
  cairo_line_to (cr, x + width / 2, y + height);
  cairo_line_to (cr, x, y + height / 2);
  cairo_close_path (cr);
}

static void
hatch (Pen *pen,
       int  x,
       int  y,
       int  width,
       int  height)
{
  cairo_save (pen->cr);
  cairo_clip_preserve (pen->cr);
  cairo_new_path (pen->cr);
  for (double at = x - height; at < x + width; at += HATCH)
    {
      cairo_move_to (pen->cr, at, y + height);
      cairo_rel_line_to (pen->cr, height, -height);
    }
  stroke (pen, STRONG, 1.0, 0.0, 0.0);
  cairo_restore (pen->cr);
}

static void
draw_area (Pen            *pen,
           VnusShapeKind   kind,
           VnusShapeStyle  style,
           int             x,
           int             y,
           int             width,
           int             height)
{
  trace (pen->cr, kind, x, y, width, height);
  switch (style)
    {
    case VNUS_SHAPE_STYLE_HATCHED:
      hatch (pen, x, y, width, height);
      trace (pen->cr, kind, x, y, width, height);
      stroke (pen, THIN, 1.0, 0.0, 0.0);
      break;

    case VNUS_SHAPE_STYLE_HOLLOW:
      stroke (pen, STRONG, 1.0, 0.0, 0.0);
      break;

    case VNUS_SHAPE_STYLE_DASHED:
      stroke (pen, STRONG, 1.0, 3.0, 2.0);
      break;

    case VNUS_SHAPE_STYLE_UNSET:
    case VNUS_SHAPE_STYLE_SOLID:
    case VNUS_SHAPE_STYLE_SOFT:
    case VNUS_SHAPE_STYLE_FAINT:
    default:
      set_ink (pen, opacities[style]);
      cairo_fill (pen->cr);
      break;
    }
}

/* ---- Texts ---- */

static void
draw_text (Pen       *pen,
           VnusShape *shape,
           int        x,
           int        baseline,
           int        size)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONTS);
  double left = x;
  int width;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, vnus_shape_is_bold (shape) ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (pen->layout, font);
  pango_layout_set_text (pen->layout, vnus_shape_get_text (shape), -1);
  pango_layout_get_size (pen->layout, &width, NULL);
  if (vnus_shape_get_anchor (shape) == VNUS_SHAPE_ANCHOR_MIDDLE)
    left -= width / (2.0 * PANGO_SCALE);
  else if (vnus_shape_get_anchor (shape) == VNUS_SHAPE_ANCHOR_END)
    left -= width / (double) PANGO_SCALE;

  set_ink (pen, vnus_shape_get_style (shape) == VNUS_SHAPE_STYLE_SOFT ? 0.75 : 1.0);
  cairo_move_to (pen->cr, left, baseline - pango_layout_get_baseline (pen->layout) / (double) PANGO_SCALE);
  pango_cairo_show_layout (pen->cr, pen->layout);
}

static void
draw_shape (Pen       *pen,
            VnusShape *shape)
{
  const VnusShapeKind kind = vnus_shape_get_kind (shape);
  const VnusShapeStyle style = vnus_shape_get_style (shape);
  int x, y, width, height;

  vnus_shape_get_place (shape, &x, &y, &width, &height);
  switch (kind)
    {
    case VNUS_SHAPE_KIND_LINE:
      draw_line (pen, style, x, y, width, height);
      break;

    case VNUS_SHAPE_KIND_CROSS:
      draw_cross (pen, style, x, y, width, height);
      break;

    case VNUS_SHAPE_KIND_TEXT:
      draw_text (pen, shape, x, y, height);
      break;

    case VNUS_SHAPE_KIND_RECTANGLE:
    case VNUS_SHAPE_KIND_DIAMOND:
    case VNUS_SHAPE_KIND_CIRCLE:
      draw_area (pen, kind, style, x, y, width, height);
      break;

    case VNUS_SHAPE_KIND_UNSET:
    default:
      break;
    }
}

/**
 * vnus_draw_picture:
 * @picture: a picture
 * @cr: a context of Cairo
 *
 * Draws a picture, its upper left corner at the origin of the context and one
 * pixel as one unit.
 *
 * The ink is the source of the context, if that is one colour, and else black;
 * nothing is painted behind it. So on a dark ground set a light source before.
 * The context is left as it was.
 *
 * Since: 0.1
 */
void
vnus_draw_picture (VnusPicture *picture,
                   cairo_t     *cr)
{
  Pen pen;

  g_return_if_fail (VNUS_IS_PICTURE (picture));
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  pen_init (&pen, cr);
  for (guint i = 0; i < vnus_picture_get_n_shapes (picture); i++)
    draw_shape (&pen, vnus_picture_get_shape (picture, i));
  g_object_unref (pen.layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}
