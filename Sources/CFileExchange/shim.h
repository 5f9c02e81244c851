#pragma once

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

// glibc declares renameat2 under _GNU_SOURCE only, which Swift's importer does not set.

/// Exchanges what two paths name, in one step.
///
/// 0, or -1 with errno: ENOENT when either is missing, EINVAL or ENOSYS where the file system or the kernel cannot.
static inline int exchange_paths(const char *a, const char *b) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}
