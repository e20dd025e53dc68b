/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* System calls that fail when a test says so. The program's own write(), read()
 * and so on come before those of the C library, for every library in the
 * process; they pass on what they are asked unless a fault is armed. To be included
 * before anything else. */
#pragma once

#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* with it, open() would be open64() under another name */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <gio/gio.h>

typedef enum
{
  CALL_OPEN = 1 << 0,
  CALL_READ = 1 << 1,
  CALL_WRITE = 1 << 2,
  CALL_SYNC = 1 << 3,
  CALL_CLOSE = 1 << 4,
  CALL_RENAME = 1 << 5,
  CALL_ANY = (1 << 6) - 1,
} Call;

/* What happens at the call number @at among those of the kinds @calls. */
typedef struct
{
  int           calls;
  guint         at;          /* from 1; 0 for none */
  int           code;        /* errno; 0 if the call itself goes well */
  GCancellable *cancellable; /* cancelled before the call */
  gboolean      is_deadly;   /* the process is killed before the call */
  guint         chunk;       /* at most so many bytes a call, and every third call is interrupted */
} Fault;

/* What a test tries, with a fault armed: returns whether there was a call for it. */
typedef struct _Fixture Fixture;
typedef struct _Operation Operation;
typedef gboolean (*Attempt) (Fixture *fixture, const Operation *operation, Fault what, gboolean *succeeded);

/* A fault to be tried at each call. */
typedef struct
{
  int      call, code;
  gboolean is_fatal; /* to at least one of the calls */
} FaultCase;

static Fault fault;
static int calls_made; /* atomic, for saving in another thread */

static inline void
arm (const Fault *what)
{
  g_atomic_int_set (&calls_made, 0);
  fault = *what;
}

/* Whether the fault happened; its place was beyond the last call if not. */
static inline gboolean
disarm (void)
{
  const guint at = fault.at;

  memset (&fault, 0, sizeof fault);
  return at > 0 && (guint) g_atomic_int_get (&calls_made) >= at;
}

/* Whether the call goes wrong, with errno set. */
static inline gboolean
goes_wrong (Call call)
{
  guint n;

  if ((fault.calls & call) == 0)
    return FALSE;

  n = (guint) g_atomic_int_add (&calls_made, 1) + 1;
  if (fault.chunk > 0 && n % 3 == 0 && (call & (CALL_READ | CALL_WRITE)) != 0)
    {
      errno = EINTR;
      return TRUE;
    }
  if (n != fault.at)
    return FALSE;
  if (fault.is_deadly)
    kill (getpid (), SIGKILL);
  g_cancellable_cancel (fault.cancellable);
  errno = fault.code;
  return fault.code != 0;
}

static inline size_t
limited (size_t size)
{
  return fault.chunk > 0 ? MIN (size, fault.chunk) : size;
}

static inline int
open_file (const char *path,
           int         flags,
           mode_t      mode)
{
  return goes_wrong (CALL_OPEN) ? -1 : (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

#define WITH_MODE(flags, mode)                                   \
  mode_t mode = 0;                                               \
  if ((flags & O_CREAT) != 0 || (flags & __O_TMPFILE) != 0)      \
    {                                                            \
      va_list args;                                              \
      va_start (args, flags);                                    \
      mode = va_arg (args, mode_t);                              \
      va_end (args);                                             \
    }

int
open (const char *path, int flags, ...)
{
  WITH_MODE (flags, mode)
  return open_file (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  WITH_MODE (flags, mode)
  return open_file (path, flags, mode);
}

ssize_t
read (int fd, void *data, size_t size)
{
  return goes_wrong (CALL_READ) ? -1 : syscall (SYS_read, fd, data, limited (size));
}

ssize_t
write (int fd, const void *data, size_t size)
{
  return goes_wrong (CALL_WRITE) ? -1 : syscall (SYS_write, fd, data, limited (size));
}

int
fsync (int fd)
{
  return goes_wrong (CALL_SYNC) ? -1 : (int) syscall (SYS_fsync, fd);
}

/* Closed in any case, as on Linux. */
int
close (int fd)
{
  const gboolean is_wrong = goes_wrong (CALL_CLOSE);
  const int code = errno, result = (int) syscall (SYS_close, fd);

  if (!is_wrong)
    return result;
  errno = code;
  return -1;
}

int
rename (const char *from, const char *to)
{
  return goes_wrong (CALL_RENAME) ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

/* Tries with a fault at each call in turn, until there is none left to fail. Returns how
 * many calls there were; @failed: whether the operation failed at any of them. */
static inline guint
try_each_call (Attempt          attempt,
               Fixture         *fixture,
               const Operation *operation,
               Fault            what,
               gboolean        *failed)
{
  gboolean succeeded;

  *failed = FALSE;
  for (what.at = 1; attempt (fixture, operation, what, &succeeded); what.at++)
    *failed = *failed || !succeeded;

  return what.at - 1;
}

static inline void
assert_each_fault (Attempt          attempt,
                   Fixture         *fixture,
                   const Operation *operation,
                   const FaultCase *faults,
                   guint            n_faults)
{
  for (guint i = 0; i < n_faults; i++)
    {
      gboolean failed;

      g_assert_cmpuint (try_each_call (attempt, fixture, operation, (Fault) { faults[i].call, 0, faults[i].code }, &failed), >, 0);
      g_assert_true (failed == faults[i].is_fatal);
    }
}
