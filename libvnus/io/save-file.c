/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: replacing a file as a whole.
 *
 * As g_file_set_contents_full() does when it is to be consistent and durable:
 * a new file beside the old one, its data on the disk, renamed over the old
 * one, the folder on the disk. Beyond that the document is not gathered in
 * memory first, a link stays a link, and the save can be given up until the
 * moment of renaming.
 */
#include "io/save-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <vnus/vnus-document.h>

/* What the file is to be: a document, or bytes. */
typedef struct
{
  VnusDocumentContent *content; /* NULL for bytes */
  VnusDocumentLayout   layout;
  GBytes              *bytes;
} Contents;

typedef struct
{
  const char   *path;
  int           fd;
  GCancellable *cancellable;
} Target;

static gboolean
fail (const char  *path,
      const char  *doing,
      int          code,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (code), "%s: %s: %s", name, doing, g_strerror (code));
  return FALSE;
}

static gboolean
write_part (gpointer     user_data,
            const char  *data,
            gsize        length,
            GError     **error)
{
  Target *target = user_data;

  while (length > 0)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (target->cancellable, error))
        return FALSE;

      n = write (target->fd, data, length);
      if (n < 0 && errno != EINTR)
        return fail (target->path, "cannot be written", errno, error);
      if (n > 0)
        {
          data += n;
          length -= (gsize) n;
        }
    }

  return TRUE;
}

static gboolean
sync_to_disk (Target  *target,
              GError **error)
{
  int result;

  do
    result = fsync (target->fd);
  while (result < 0 && errno == EINTR);

  /* What cannot be synced, such as a pipe, is none the worse. */
  return result == 0 || errno == EINVAL || errno == ENOTSUP || fail (target->path, "cannot be written to the disk", errno, error);
}

static gboolean
close_target (Target  *target,
              GError **error)
{
  int fd = target->fd;

  target->fd = -1;
  return close (fd) == 0 || errno == EINTR || fail (target->path, "cannot be written", errno, error);
}

static gboolean
write_document (Target          *target,
                const Contents  *contents,
                GError         **error)
{
  g_autoptr (GError) problem = NULL;

  if (_vnus_document_write (contents->content, contents->layout, write_part, target, &problem))
    return TRUE;

  if (problem->domain == VNUS_DOCUMENT_ERROR)
    {
      g_autofree char *name = g_filename_display_name (target->path);

      g_prefix_error (&problem, "%s: ", name);
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
write_contents (Target          *target,
                const Contents  *contents,
                GError         **error)
{
  gsize length;
  const char *data;

  if (contents->content != NULL)
    return write_document (target, contents, error);

  data = g_bytes_get_data (contents->bytes, &length);
  return write_part (target, data, length, error);
}

static gboolean
fill (Target          *target,
      const Contents  *contents,
      GError         **error)
{
  gboolean good = write_contents (target, contents, error) && sync_to_disk (target, error);

  if (good)
    good = close_target (target, error);
  else
    close (target->fd);

  return good;
}

/* The folder of a file that was renamed in it; the rename itself has succeeded. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

static gboolean
write_in_place (const char      *path,
                const Contents  *contents,
                GCancellable    *cancellable,
                GError         **error)
{
  Target target = { path, open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY), cancellable };

  return target.fd < 0 ? fail (path, "cannot be opened", errno, error) : fill (&target, contents, error);
}

static gboolean
replace (const char         *path,
         const struct stat  *old,
         const Contents     *contents,
         GCancellable       *cancellable,
         GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *temporary = g_strdup_printf ("%s/.%s.XXXXXX", folder, name);
  Target target = { path, g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666), cancellable };
  gboolean good;

  if (target.fd < 0)
    return fail (path, "cannot be created", errno, error);

  good = old == NULL || fchmod (target.fd, old->st_mode & 07777) == 0 || fail (path, "cannot keep its mode", errno, error);
  if (!good)
    close (target.fd);
  good = good && fill (&target, contents, error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
  if (good && g_rename (temporary, path) != 0)
    good = fail (path, "cannot be replaced", errno, error);

  if (good)
    sync_folder (path);
  else
    g_unlink (temporary);

  return good;
}

static gboolean
save (const char      *path,
      const Contents  *contents,
      GCancellable    *cancellable,
      GError         **error)
{
  char *resolved = realpath (path, NULL); /* by malloc(); NULL if there is no file */
  struct stat old;
  gboolean good;

  if (resolved == NULL || stat (resolved, &old) != 0)
    good = replace (path, NULL, contents, cancellable, error);
  else if (S_ISREG (old.st_mode))
    good = replace (resolved, &old, contents, cancellable, error);
  else if (S_ISDIR (old.st_mode))
    good = fail (path, "cannot be written", EISDIR, error);
  else
    good = write_in_place (path, contents, cancellable, error);

  free (resolved);
  return good;
}

gboolean
_vnus_save_file (const char           *path,
                 VnusDocumentContent  *content,
                 VnusDocumentLayout    layout,
                 GCancellable         *cancellable,
                 GError              **error)
{
  const Contents contents = { content, layout, NULL };

  return save (path, &contents, cancellable, error);
}

gboolean
_vnus_save_bytes (GFile         *file,
                  GBytes        *bytes,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *path = g_file_is_native (file) ? g_file_get_path (file) : NULL;
  const Contents contents = { .bytes = bytes };

  if (path != NULL)
    return save (path, &contents, cancellable, error);

  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, cancellable, error);
}
