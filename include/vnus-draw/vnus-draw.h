/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <cairo.h>
#include <vnus/vnus.h>

G_BEGIN_DECLS

/**
 * VNUS_DRAW_ERROR:
 *
 * The error domain of drawing. Its codes are [error@VnusDraw.Error].
 *
 * Since: 0.1
 */
#define VNUS_DRAW_ERROR (vnus_draw_error_quark ())

/**
 * VnusDrawError:
 * @VNUS_DRAW_ERROR_FAILED: any other failure, such as one of Cairo
 * @VNUS_DRAW_ERROR_NO_FORMAT: the name of the file tells no format
 * @VNUS_DRAW_ERROR_TOO_LARGE: the picture is larger than the format can hold
 *
 * Errors of drawing; those of the file are of [error@GLib.FileError]. More codes
 * may be added: treat an unknown code as the generic failure.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DRAW_ERROR_FAILED,
  VNUS_DRAW_ERROR_NO_FORMAT,
  VNUS_DRAW_ERROR_TOO_LARGE,
} VnusDrawError;

#define VNUS_DRAW_TYPE_ERROR (vnus_draw_error_get_type ())

VNUS_AVAILABLE_IN_0_1
GType  vnus_draw_error_get_type (void);
VNUS_AVAILABLE_IN_0_1
GQuark vnus_draw_error_quark    (void);

/**
 * VnusDrawFormat:
 * @VNUS_DRAW_FORMAT_UNSET: none; for a file, the one that its name ends in
 * @VNUS_DRAW_FORMAT_PNG: PNG, on white
 * @VNUS_DRAW_FORMAT_PDF: PDF, one page as large as the picture
 * @VNUS_DRAW_FORMAT_SVG: SVG as Cairo writes it, with its letters as outlines
 *
 * The formats of files.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_DRAW_FORMAT_UNSET,
  VNUS_DRAW_FORMAT_PNG,
  VNUS_DRAW_FORMAT_PDF,
  VNUS_DRAW_FORMAT_SVG,
} VnusDrawFormat;

#define VNUS_DRAW_TYPE_FORMAT (vnus_draw_format_get_type ())

VNUS_AVAILABLE_IN_0_1
GType     vnus_draw_format_get_type (void);

VNUS_AVAILABLE_IN_0_1
void      vnus_draw_picture         (VnusPicture     *picture,
                                     cairo_t         *cr);
VNUS_AVAILABLE_IN_0_1
GBytes   *vnus_draw_to_bytes        (VnusPicture     *picture,
                                     VnusDrawFormat   format,
                                     double           scale,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
VNUS_AVAILABLE_IN_0_1
gboolean  vnus_draw_save            (VnusPicture     *picture,
                                     const char      *path,
                                     VnusDrawFormat   format,
                                     double           scale,
                                     GError         **error);

G_END_DECLS
