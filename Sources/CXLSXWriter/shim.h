#pragma once

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// Writes the workbook's file and gives its memory back, as workbook_close does, without what that prints on an error: the
/// code it returns is told by the caller, in one line.
static inline lxw_error close_without_a_word(lxw_workbook *workbook) {
  static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&one_at_a_time);
  fflush(stderr);
  int output = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (output >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  lxw_error code = workbook_close(workbook);
  fflush(stderr);
  if (output >= 0 && nowhere >= 0) dup2(output, STDERR_FILENO);
  if (output >= 0) close(output);
  if (nowhere >= 0) close(nowhere);
  pthread_mutex_unlock(&one_at_a_time);
  return code;
}
