/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* libvnus-draw: where ink is and where none is, and files. No test compares pixels
 * of letters, which are those of the machine. */
#include <fontconfig/fontconfig.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <vnus-draw/vnus-draw.h>

#include "timeline-helpers.h"

static VnusPicture *
make_picture (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "biden-vn-2023", "2023-08-29", NULL, "vi");

  return g_object_ref (vnus_timeline_layout_get_picture (layout));
}

/* How dark a rectangle is: 0 without ink, 255 for black, on transparent ground. */
static int
measure_ink (cairo_surface_t *surface,
             int              x,
             int              y,
             int              width,
             int              height)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  gint64 ink = 0;

  cairo_surface_flush (surface);
  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      ink += ((const guint32 *) (gconstpointer) (data + row * stride))[column] >> 24;

  return (int) (ink / MAX (width * height, 1));
}

/* Whether a part that is certain lies over it. */
static gboolean
is_covered (VnusPicture *picture,
            guint        position)
{
  VnusShape *shape = vnus_picture_get_shape (picture, position);
  VnusShape *next = vnus_picture_get_shape (picture, position + 1);

  return next != NULL && vnus_shape_get_kind (next) == VNUS_SHAPE_KIND_RECTANGLE &&
         g_strcmp0 (vnus_shape_get_record (shape), vnus_shape_get_record (next)) == 0;
}

/* Each bar that is certain is full of ink, each that is possible is partly so,
 * and there is some at each text. */
static void
test_ink (void)
{
  g_autoptr (VnusPicture) picture = make_picture ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, vnus_picture_get_width (picture),
                                                         vnus_picture_get_height (picture));
  cairo_t *cr = cairo_create (surface);
  guint n_bars = 0, n_hatched = 0, n_texts = 0;

  vnus_draw_picture (picture, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  for (guint i = 0; i < vnus_picture_get_n_shapes (picture); i++)
    {
      VnusShape *shape = vnus_picture_get_shape (picture, i);
      const VnusShapeKind kind = vnus_shape_get_kind (shape);
      const VnusShapeStyle style = vnus_shape_get_style (shape);
      int x, y, width, height;

      vnus_shape_get_place (shape, &x, &y, &width, &height);
      if (kind == VNUS_SHAPE_KIND_RECTANGLE && style == VNUS_SHAPE_STYLE_SOLID && vnus_shape_get_record (shape) != NULL)
        {
          g_assert_cmpint (measure_ink (surface, x, y, width, height), >, 250);
          n_bars++;
        }
      else if (kind == VNUS_SHAPE_KIND_RECTANGLE && style == VNUS_SHAPE_STYLE_HATCHED && width > 20 &&
               !is_covered (picture, i))
        {
          g_assert_cmpint (measure_ink (surface, x, y, width, height), >, 40);
          g_assert_cmpint (measure_ink (surface, x, y, width, height), <, 200);
          n_hatched++;
        }
      else if (kind == VNUS_SHAPE_KIND_TEXT && vnus_shape_get_anchor (shape) == VNUS_SHAPE_ANCHOR_START)
        {
          g_assert_cmpint (measure_ink (surface, x, y - height, MIN (width, 20), height), >, 5);
          n_texts++;
        }
    }
  g_assert_cmpuint (n_bars, >, 1);
  g_assert_cmpuint (n_hatched, >, 1);
  g_assert_cmpuint (n_texts, >, 20);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The ink is that of the context, which is left as it was. */
static void
test_context (void)
{
  g_autoptr (VnusPicture) picture = make_picture ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, vnus_picture_get_width (picture),
                                                         vnus_picture_get_height (picture));
  cairo_t *cr = cairo_create (surface);
  double red = 0, green = 1, blue = 1, x, y;
  gboolean is_red = FALSE;

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_set_line_width (cr, 7);
  vnus_draw_picture (picture, cr);
  cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, NULL);
  g_assert_true (red == 1 && green == 0 && blue == 0);
  g_assert_true (cairo_get_line_width (cr) == 7);
  g_assert_false (cairo_has_current_point (cr));
  cairo_get_current_point (cr, &x, &y);

  cairo_surface_flush (surface);
  for (int row = 0; row < vnus_picture_get_height (picture); row++)
    {
      const guint32 *pixels = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                                                 row * cairo_image_surface_get_stride (surface));

      for (int column = 0; column < vnus_picture_get_width (picture); column++)
        {
          g_assert_cmpuint (pixels[column] & 0xffff, ==, 0);
          is_red = is_red || pixels[column] == 0xffff0000u;
        }
    }
  g_assert_true (is_red);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_formats (void)
{
  static const struct
  {
    VnusDrawFormat  format;
    const char     *ending, *begins;
  } cases[] = {
    { VNUS_DRAW_FORMAT_PNG, "png", "\x89PNG\r\n" },
    { VNUS_DRAW_FORMAT_PDF, "PDF", "%PDF-" },
    { VNUS_DRAW_FORMAT_SVG, "svg", "<?xml" },
  };
  g_autoptr (VnusPicture) picture = make_picture ();
  g_autofree char *folder = g_dir_make_tmp ("vnus-draw-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("picture.%s", cases[i].ending);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = vnus_draw_to_bytes (picture, cases[i].format, 1.0, &error);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_no_error (error);
      g_assert_true (vnus_draw_save (picture, path, VNUS_DRAW_FORMAT_UNSET, 1.0, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (memcmp (content, cases[i].begins, strlen (cases[i].begins)) == 0);
      g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), cases[i].begins, strlen (cases[i].begins)) == 0);
      /* Cairo numbers the parts of an SVG through all of a process. */
      if (cases[i].format != VNUS_DRAW_FORMAT_SVG)
        g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_errors (void)
{
  g_autoptr (VnusPicture) picture = make_picture ();
  g_autofree char *folder = g_dir_make_tmp ("vnus-draw-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "kept.png", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (vnus_draw_save (picture, "picture.jpeg", VNUS_DRAW_FORMAT_UNSET, 1.0, &error));
  g_assert_error (error, VNUS_DRAW_ERROR, VNUS_DRAW_ERROR_NO_FORMAT);
  g_assert_nonnull (strstr (error->message, "picture.jpeg"));
  g_clear_error (&error);

  /* What was there stays. */
  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
  g_assert_false (vnus_draw_save (picture, path, VNUS_DRAW_FORMAT_UNSET, 1000.0, &error));
  g_assert_error (error, VNUS_DRAW_ERROR, VNUS_DRAW_ERROR_TOO_LARGE);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "kept");
  g_clear_error (&error);

  g_unlink (path);
  g_rmdir (folder);
}

typedef struct
{
  const char *name, *place; /* below a folder with kept.png, and full.png that leads to a device that is full */
  rlim_t      most;         /* bytes that a file may have; 0 for as many as there are */
  int         code;
} FileFault;

static void
save_with_fault (gconstpointer data)
{
  const FileFault *fault = data;
  g_autoptr (VnusPicture) picture = make_picture ();
  g_autofree char *folder = g_dir_make_tmp ("vnus-draw-XXXXXX", NULL);
  g_autofree char *kept = g_build_filename (folder, "kept.png", NULL), *full = g_build_filename (folder, "full.png", NULL);
  g_autofree char *path = g_build_filename (folder, fault->place, NULL), *content = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);

  g_assert_true (g_file_set_contents (kept, "kept", -1, NULL));
  g_assert_cmpint (symlink ("/dev/full", full), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  if (fault->most > 0)
    limit.rlim_cur = fault->most;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (vnus_draw_save (picture, path, VNUS_DRAW_FORMAT_PNG, 1.0, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, handler);

  g_assert_error (error, G_IO_ERROR, fault->code);
  g_assert_true (g_str_has_prefix (error->message, folder));
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "kept");
  g_assert_true (g_file_test (full, G_FILE_TEST_IS_SYMLINK));

  g_unlink (kept);
  g_unlink (full);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else is there */
}

static const FileFault file_faults[] = {
  { "no-folder", "nowhere/picture.png", 0, G_IO_ERROR_NOT_FOUND },
  { "a-folder", ".", 0, G_IO_ERROR_IS_DIRECTORY },
  { "below-a-file", "kept.png/picture.png", 0, G_IO_ERROR_NOT_DIRECTORY },
  { "full-disk", "full.png", 0, G_IO_ERROR_NO_SPACE },
  { "short-write", "kept.png", 1000, G_IO_ERROR_FAILED },
  { "short-write-of-a-new-one", "picture.png", 1000, G_IO_ERROR_FAILED },
};

/* A picture of nothing is still a file. */
static void
test_nothing (void)
{
  g_autoptr (VnusPicture) picture = g_object_new (VNUS_TYPE_PICTURE, NULL);
  g_autoptr (GError) error = NULL;

  for (int format = VNUS_DRAW_FORMAT_PNG; format <= VNUS_DRAW_FORMAT_SVG; format++)
    {
      g_autoptr (GBytes) bytes = vnus_draw_to_bytes (picture, (VnusDrawFormat) format, 1.0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/draw/ink", test_ink);
  g_test_add_func ("/vnus/draw/context", test_context);
  g_test_add_func ("/vnus/draw/formats", test_formats);
  g_test_add_func ("/vnus/draw/errors", test_errors);
  g_test_add_func ("/vnus/draw/nothing", test_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (file_faults); i++)
    {
      g_autofree char *path = g_strconcat ("/vnus/draw/faults/", file_faults[i].name, NULL);

      g_test_add_data_func (path, &file_faults[i], save_with_fault);
    }

  status = g_test_run ();

  /* What they keep for later drawings would look like leaks. */
  pango_cairo_font_map_set_default (NULL);
  cairo_debug_reset_static_data ();
  FcFini ();

  return status;
}
