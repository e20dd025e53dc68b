/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: a picture as SVG.
 *
 * All ink is `currentColor`, and what differs in meaning differs in form. So the
 * picture takes the colours of the page that it stands in; as a file of its own
 * it brings colours for a light and a dark screen. Names in it that must be
 * unique in a page begin with the id of the picture. */
#include <vnus/vnus-picture.h>

#include "timeline/text-width-private.h"
#include "timeline/vnus-picture-private.h"

#define FONTS "'Liberation Sans', Arial, 'DejaVu Sans', sans-serif"

/* A document of its own only: as a part of a page it is not the root. */
#define STYLE \
  "<style>svg.vnus-picture:root{color:#1b1b1f;background:#fff}" \
  "@media (prefers-color-scheme:dark){svg.vnus-picture:root{color:#e9e9ec;background:#16171a}}" \
  "@media print{svg.vnus-picture:root{color:#000;background:none}}</style>\n"

static const char *const areas[] = {
  [VNUS_SHAPE_STYLE_UNSET] = "",
  [VNUS_SHAPE_STYLE_SOLID] = " fill=\"currentColor\"",
  [VNUS_SHAPE_STYLE_SOFT] = " fill=\"currentColor\" fill-opacity=\"0.55\"",
  [VNUS_SHAPE_STYLE_FAINT] = " fill=\"currentColor\" fill-opacity=\"0.06\"",
  [VNUS_SHAPE_STYLE_HATCHED] = " stroke=\"currentColor\" stroke-width=\"0.75\"",
  [VNUS_SHAPE_STYLE_HOLLOW] = " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\"",
  [VNUS_SHAPE_STYLE_DASHED] = " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" stroke-dasharray=\"3 2\"",
};

static const char *const lines[] = {
  [VNUS_SHAPE_STYLE_UNSET] = "",
  [VNUS_SHAPE_STYLE_SOLID] = " stroke=\"currentColor\"",
  [VNUS_SHAPE_STYLE_SOFT] = " stroke=\"currentColor\" stroke-opacity=\"0.55\"",
  [VNUS_SHAPE_STYLE_FAINT] = " stroke=\"currentColor\" stroke-opacity=\"0.15\"",
  [VNUS_SHAPE_STYLE_HATCHED] = " stroke=\"currentColor\" stroke-dasharray=\"1 2\"",
  [VNUS_SHAPE_STYLE_HOLLOW] = " stroke=\"currentColor\"",
  [VNUS_SHAPE_STYLE_DASHED] = " stroke=\"currentColor\" stroke-opacity=\"0.55\" stroke-dasharray=\"5 3\"",
};

static const char *const anchors[] = {
  [VNUS_SHAPE_ANCHOR_UNSET] = "",
  [VNUS_SHAPE_ANCHOR_START] = "",
  [VNUS_SHAPE_ANCHOR_MIDDLE] = " text-anchor=\"middle\"",
  [VNUS_SHAPE_ANCHOR_END] = " text-anchor=\"end\"",
};

static void
append_escaped (GString    *out,
                const char *text)
{
  g_autofree char *clean = _vnus_text_clean (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append (out, escaped);
}

static void
append_element (GString    *out,
                const char *open,
                const char *text,
                const char *close)
{
  g_string_append (out, open);
  append_escaped (out, text);
  g_string_append (out, close);
}

/* ---- Shapes ---- */

static void
append_paint (GString         *out,
              const VnusShape *shape,
              const char      *id)
{
  const gboolean is_line = shape->kind == VNUS_SHAPE_KIND_LINE || shape->kind == VNUS_SHAPE_KIND_CROSS;

  g_string_append (out, (is_line ? lines : areas)[shape->style]);
  if (!is_line && shape->style == VNUS_SHAPE_STYLE_HATCHED)
    g_string_append_printf (out, " fill=\"url(#%s-hatch)\"", id);
  g_string_append (out, "/>\n");
}

static void
append_text (GString         *out,
             const VnusShape *shape)
{
  g_string_append_printf (out, "<text x=\"%d\" y=\"%d\" font-size=\"%d\"%s%s%s>", shape->x, shape->y, shape->height,
                          anchors[shape->anchor], shape->is_bold ? " font-weight=\"bold\"" : "",
                          shape->style == VNUS_SHAPE_STYLE_SOFT ? " fill-opacity=\"0.75\"" : "");
  append_element (out, "", shape->text, "</text>\n");
}

/* Twice the coordinates, so that halves are written without fractions of ours. */
static void
append_half (GString *out,
             int      twice)
{
  g_string_append_printf (out, "%d%s", twice / 2, twice % 2 != 0 ? ".5" : "");
}

static void
append_circle (GString         *out,
               const VnusShape *shape)
{
  g_string_append (out, "<circle cx=\"");
  append_half (out, 2 * shape->x + shape->width);
  g_string_append (out, "\" cy=\"");
  append_half (out, 2 * shape->y + shape->height);
  g_string_append (out, "\" r=\"");
  append_half (out, shape->width);
  g_string_append_c (out, '"');
}

/* The middles of the sides. Relative moves are whole where the corner is. */
static void
append_diamond (GString         *out,
                const VnusShape *shape)
{
  g_string_append (out, "<path d=\"M");
  append_half (out, 2 * shape->x + shape->width);
  g_string_append_printf (out, " %dL%d ", shape->y, shape->x + shape->width);
  append_half (out, 2 * shape->y + shape->height);
  g_string_append (out, "L");
  append_half (out, 2 * shape->x + shape->width);
  g_string_append_printf (out, " %dL%d ", shape->y + shape->height, shape->x);
  append_half (out, 2 * shape->y + shape->height);
  g_string_append (out, "Z\"");
}

static void
append_shape (GString         *out,
              const VnusShape *shape,
              const char      *id)
{
  switch (shape->kind)
    {
    case VNUS_SHAPE_KIND_LINE:
      g_string_append_printf (out, "<path d=\"M%d %dL%d %d\"%s", shape->x, shape->y, shape->x + shape->width,
                              shape->y + shape->height,
                              shape->width == 0 || shape->height == 0 ? " shape-rendering=\"crispEdges\"" : "");
      break;

    case VNUS_SHAPE_KIND_RECTANGLE:
      g_string_append_printf (out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"", shape->x, shape->y, shape->width,
                              shape->height);
      break;

    case VNUS_SHAPE_KIND_DIAMOND:
      append_diamond (out, shape);
      break;

    case VNUS_SHAPE_KIND_CIRCLE:
      append_circle (out, shape);
      break;

    case VNUS_SHAPE_KIND_CROSS:
      g_string_append_printf (out, "<path d=\"M%d %dl%d %dM%d %dl%d %d\" stroke-width=\"1.5\"", shape->x, shape->y,
                              shape->width, shape->height, shape->x, shape->y + shape->height, shape->width,
                              -shape->height);
      break;

    case VNUS_SHAPE_KIND_TEXT:
      append_text (out, shape);
      return;

    case VNUS_SHAPE_KIND_UNSET:
    default:
      return;
    }

  append_paint (out, shape, id);
}

/* ---- The whole ---- */

static void
append_head (GString     *out,
             VnusPicture *self,
             const char  *id)
{
  const int width = vnus_picture_get_width (self), height = vnus_picture_get_height (self);

  g_string_append_printf (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"vnus-picture\" width=\"%d\" height=\"%d\" "
                          "viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-desc\"",
                          width, height, width, height, id, id);
  append_element (out, " lang=\"", vnus_picture_get_language (self), "\"");
  append_element (out, " xml:lang=\"", vnus_picture_get_language (self), "\"");
  g_string_append (out, " font-family=\"" FONTS "\" fill=\"currentColor\">\n");
  g_string_append_printf (out, "<title id=\"%s-title\">", id);
  append_element (out, "", vnus_picture_get_title (self), "</title>\n");
  g_string_append_printf (out, "<desc id=\"%s-desc\">", id);
  append_element (out, "", vnus_picture_get_description (self), "</desc>\n");
  g_string_append (out, STYLE);
  g_string_append_printf (out, "<defs><pattern id=\"%s-hatch\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" "
                          "patternTransform=\"rotate(45)\"><path d=\"M1 0V4\" stroke=\"currentColor\" "
                          "stroke-width=\"1.25\"/></pattern></defs>\n", id);
}

/**
 * vnus_picture_to_svg:
 * @self: a picture
 *
 * Writes a picture as SVG.
 *
 * The text is one `svg` element without a prologue. It is a file by itself and
 * can as well stand in a page of HTML: it then has the colour of the text
 * around it, is as wide as it was laid out unless the page says otherwise
 * (`.vnus-picture { max-width: 100%; height: auto }`), and needs nothing from
 * elsewhere. What a program that reads aloud needs is in `title` and `desc`. The
 * parts of one record are a group with the attribute `data-record`.
 *
 * Returns: (transfer full): the SVG
 *
 * Since: 0.1
 */
char *
vnus_picture_to_svg (VnusPicture *self)
{
  GString *out;
  const char *id, *open = NULL;
  guint n;

  g_return_val_if_fail (VNUS_IS_PICTURE (self), NULL);

  out = g_string_new (NULL);
  id = _vnus_picture_get_id (self);
  n = vnus_picture_get_n_shapes (self);

  append_head (out, self, id);
  for (guint i = 0; i < n; i++)
    {
      const VnusShape *shape = vnus_picture_get_shape (self, i);

      if (open != NULL && (g_strcmp0 (open, shape->record) != 0 || shape->title != NULL))
        {
          g_string_append (out, "</g>\n");
          open = NULL;
        }
      if (open == NULL && shape->record != NULL)
        {
          append_element (out, "<g data-record=\"", shape->record, "\">\n");
          if (shape->title != NULL)
            append_element (out, "<title>", shape->title, "</title>\n");
          open = shape->record;
        }
      append_shape (out, shape, id);
    }
  g_string_append (out, open != NULL ? "</g>\n</svg>\n" : "</svg>\n");

  return g_string_free (out, FALSE);
}
