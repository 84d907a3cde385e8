#include <zlib.h>

#include "CPNG.h"

gunzip_file *gunzip_open(const char *path) { return (gunzip_file *)gzopen(path, "rb"); }

int gunzip_read(gunzip_file *file, void *target, unsigned count) {
  return gzread((gzFile)file, target, count);
}

void gunzip_close(gunzip_file *file) { gzclose((gzFile)file); }
