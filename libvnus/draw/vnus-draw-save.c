/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* libvnus-draw: pictures as files. A file is there whole or not at all: it is
 * drawn into memory, and then takes the place of the old one. */
#include <vnus-draw/vnus-draw.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

/**
 * vnus_draw_error_quark:
 *
 * Gets the domain of errors of drawing.
 *
 * Returns: the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-draw-error-quark, vnus_draw_error)

G_DEFINE_ENUM_TYPE (VnusDrawError, vnus_draw_error,
                    G_DEFINE_ENUM_VALUE (VNUS_DRAW_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_DRAW_ERROR_NO_FORMAT, "no-format"),
                    G_DEFINE_ENUM_VALUE (VNUS_DRAW_ERROR_TOO_LARGE, "too-large"))

G_DEFINE_ENUM_TYPE (VnusDrawFormat, vnus_draw_format,
                    G_DEFINE_ENUM_VALUE (VNUS_DRAW_FORMAT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_DRAW_FORMAT_PNG, "png"),
                    G_DEFINE_ENUM_VALUE (VNUS_DRAW_FORMAT_PDF, "pdf"),
                    G_DEFINE_ENUM_VALUE (VNUS_DRAW_FORMAT_SVG, "svg"))

/* What Cairo can hold in a picture of pixels, and we in memory. */
#define MOST_SIDE   32767
#define MOST_PIXELS (256.0 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_size (VnusPicture     *picture,
            VnusDrawFormat   format,
            double           scale,
            GError         **error)
{
  const double width = ceil (vnus_picture_get_width (picture) * scale);
  const double height = ceil (vnus_picture_get_height (picture) * scale);

  if (format != VNUS_DRAW_FORMAT_PNG || (width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS))
    return TRUE;

  g_set_error (error, VNUS_DRAW_ERROR, VNUS_DRAW_ERROR_TOO_LARGE,
               "%.0f × %.0f pixels are too many for a PNG; expected at most %d on a side, and %.0f in all", width, height,
               MOST_SIDE, MOST_PIXELS);
  return FALSE;
}

static cairo_surface_t *
make_surface (VnusPicture    *picture,
              VnusDrawFormat  format,
              double          scale,
              GByteArray     *bytes)
{
  const double width = MAX (vnus_picture_get_width (picture), 1) * scale;
  const double height = MAX (vnus_picture_get_height (picture), 1) * scale;
  cairo_surface_t *surface;

  if (format == VNUS_DRAW_FORMAT_PNG)
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width), (int) ceil (height));
  if (format == VNUS_DRAW_FORMAT_SVG)
    {
      surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    }

  /* Without a date, so that the same picture gives the same file. */
  surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, vnus_picture_get_title (picture));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, vnus_picture_get_description (picture));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");

  return surface;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, VNUS_DRAW_ERROR, VNUS_DRAW_ERROR_FAILED, "the picture cannot be drawn: %s",
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * vnus_draw_to_bytes:
 * @picture: a picture
 * @format: a format, not unset
 * @scale: how many pixels or points one pixel of the picture becomes, more than 0; such as 2 for a PNG that is printed
 * @error: return location for an error of [error@VnusDraw.Error]
 *
 * Draws a picture into memory, in a format of files.
 *
 * Returns: (transfer full): the bytes of the file; on failure `NULL` with @error set
 *
 * Since: 0.1
 */
GBytes *
vnus_draw_to_bytes (VnusPicture     *picture,
                    VnusDrawFormat   format,
                    double           scale,
                    GError         **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;

  g_return_val_if_fail (VNUS_IS_PICTURE (picture), NULL);
  g_return_val_if_fail (format != VNUS_DRAW_FORMAT_UNSET, NULL);
  g_return_val_if_fail (scale > 0.0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_size (picture, format, scale, error))
    return NULL;

  surface = make_surface (picture, format, scale, bytes);
  cr = cairo_create (surface);
  if (format == VNUS_DRAW_FORMAT_PNG)
    {
      cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
      cairo_paint (cr);
    }
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.12);
  cairo_scale (cr, scale, scale);
  vnus_draw_picture (picture, cr);
  if (!check_status (cairo_status (cr), error))
    return NULL;

  if (format == VNUS_DRAW_FORMAT_PNG)
    {
      if (!check_status (cairo_surface_write_to_png_stream (surface, append, bytes), error))
        return NULL;
    }
  else
    cairo_show_page (cr);
  cairo_surface_finish (surface);
  if (!check_status (cairo_surface_status (surface), error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static VnusDrawFormat
format_of_name (const char *path)
{
  static const struct
  {
    const char     *ending;
    VnusDrawFormat  format;
  } endings[] = {
    { ".png", VNUS_DRAW_FORMAT_PNG }, { ".pdf", VNUS_DRAW_FORMAT_PDF }, { ".svg", VNUS_DRAW_FORMAT_SVG },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i].ending))
      return endings[i].format;

  return VNUS_DRAW_FORMAT_UNSET;
}

/**
 * vnus_draw_save:
 * @picture: a picture
 * @path: (type filename): the path of a file
 * @format: a format; unset for the one that @path ends in
 * @scale: how many pixels or points one pixel of the picture becomes, more than 0
 * @error: return location for an error of [error@VnusDraw.Error] or [error@Gio.IOErrorEnum]
 *
 * Draws a picture into a file.
 *
 * The file that was there stays as it is unless all of the new one is written, as `vnus_save_bytes()` does.
 *
 * Returns: `TRUE` if it was written; on failure `FALSE` with @error set
 *
 * Since: 0.1
 */
gboolean
vnus_draw_save (VnusPicture     *picture,
                const char      *path,
                VnusDrawFormat   format,
                double           scale,
                GError         **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (VNUS_IS_PICTURE (picture), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (scale > 0.0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (format == VNUS_DRAW_FORMAT_UNSET)
    format = format_of_name (path);
  if (format == VNUS_DRAW_FORMAT_UNSET)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, VNUS_DRAW_ERROR, VNUS_DRAW_ERROR_NO_FORMAT,
                   "“%s”: the name tells no format; expected one that ends in .png, .pdf or .svg", name);
      return FALSE;
    }

  bytes = vnus_draw_to_bytes (picture, format, scale, error);
  if (bytes == NULL)
    return FALSE;

  file = g_file_new_for_path (path);
  return vnus_save_bytes (file, bytes, NULL, error);
}
