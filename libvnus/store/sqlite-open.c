/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: opening the file of a store.
 *
 * Who reads a database in WAL mode has to write beside it: two files that all who have
 * it open share. Where that is not allowed, as with a store that is installed for all
 * or lies on a medium that is read only, it is taken as a file that nobody changes. That
 * is looked after: when it does change, all reading ends with an error. */
#include "store/sqlite-engine-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "base/vnus-clip-private.h"

static gboolean
look_at (const char      *path,
         VnusSqliteState *state)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return FALSE;

  *state = (VnusSqliteState) {
    .inode = (gint64) status.st_ino,
    .size = (gint64) status.st_size,
    .seconds = (gint64) status.st_mtim.tv_sec,
    .nanoseconds = (gint64) status.st_mtim.tv_nsec,
  };
  return TRUE;
}

/* Whether commits wait beside the file to be brought into it. */
static gboolean
has_journal (VnusSqliteEngine *self)
{
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);
  VnusSqliteState state;

  return look_at (path, &state) && state.size > 0;
}

gboolean
_vnus_sqlite_is_as_opened (VnusSqliteEngine  *self,
                           GError           **error)
{
  VnusSqliteState now;

  if (!self->is_fixed)
    return TRUE;
  if (look_at (self->path, &now) && memcmp (&now, &self->state, sizeof now) == 0 && !has_journal (self))
    return TRUE;

  g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_BUSY,
               "%s: others changed the store, which is read without a lock since its folder may not be written to; open it again",
               _vnus_clip (self->path).text);
  return FALSE;
}

static int
open_database (VnusSqliteEngine *self,
               const char       *name,
               int               mode)
{
  sqlite3_close (self->db);
  self->db = NULL;

  return sqlite3_open_v2 (name, &self->db, mode | SQLITE_OPEN_NOMUTEX, NULL);
}

static gboolean
open_fixed (VnusSqliteEngine  *self,
            GError           **error)
{
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  int result;

  if (has_journal (self))
    {
      g_set_error (error, VNUS_STORE_ERROR, VNUS_STORE_ERROR_READ_ONLY,
                   "%s: its newest commits are in the file “-wal” beside it, which only who may write to the folder can read;"
                   " have it opened for writing once",
                   _vnus_clip (self->path).text);
      return FALSE;
    }

  self->is_fixed = look_at (self->path, &self->state);
  result = open_database (self, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  return result == SQLITE_OK || _vnus_sqlite_fail (self, result, error);
}

/* Whether the database cannot be read only since nothing can be written beside it. */
static gboolean
needs_to_write (VnusSqliteEngine *self)
{
  int result = sqlite3_exec (self->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL) & 0xff;

  return (result == SQLITE_READONLY || result == SQLITE_CANTOPEN) && g_access (self->path, R_OK) == 0;
}

gboolean
_vnus_sqlite_open_file (VnusSqliteEngine  *self,
                        VnusStoreFlags     flags,
                        GError           **error)
{
  int mode = self->is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int result;

  if ((flags & VNUS_STORE_FLAGS_CREATE) != 0)
    mode |= SQLITE_OPEN_CREATE;

  result = open_database (self, self->path, mode);
  if (result != SQLITE_OK)
    return _vnus_sqlite_fail (self, result, error);

  return !self->is_read_only || !needs_to_write (self) || open_fixed (self, error);
}
