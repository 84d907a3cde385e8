#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "CPNG.h"

typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t room;
  jmp_buf escape;
} picture_sink;

static void fail(png_structp png, png_const_charp text) {
  (void)text;
  picture_sink *sink = png_get_error_ptr(png);
  longjmp(sink->escape, 1);
}

static void ignore(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void take(png_structp png, png_bytep bytes, size_t count) {
  picture_sink *sink = png_get_io_ptr(png);
  if (sink->count + count > sink->room) {
    size_t room = (sink->count + count) * 2;
    uint8_t *larger = realloc(sink->bytes, room);
    if (!larger) png_error(png, "out of memory");
    sink->bytes = larger;
    sink->room = room;
  }
  memcpy(sink->bytes + sink->count, bytes, count);
  sink->count += count;
}

static void flush(png_structp png) { (void)png; }

uint8_t *picture_encode(uint32_t width, uint32_t height, int channels, const uint8_t *pixels,
                        int level, size_t *count) {
  picture_sink *sink = calloc(1, sizeof *sink);
  if (!sink) return NULL;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, sink, fail, ignore);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  uint8_t *result = NULL;
  if (info && !setjmp(sink->escape)) {
    int type = channels == 1   ? PNG_COLOR_TYPE_GRAY
               : channels == 3 ? PNG_COLOR_TYPE_RGB
                               : PNG_COLOR_TYPE_RGB_ALPHA;
    png_set_write_fn(png, sink, take, flush);
    png_set_IHDR(png, info, width, height, 8, type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, level);
    png_write_info(png, info);
    for (uint32_t row = 0; row < height; row++)
      png_write_row(png, pixels + (size_t)row * width * channels);
    png_write_end(png, NULL);
  } else {
    free(sink->bytes);
    sink->bytes = NULL;
  }
  result = sink->bytes;
  *count = sink->count;
  if (png) png_destroy_write_struct(&png, &info);
  free(sink);
  return result;
}

void picture_free(uint8_t *bytes) { free(bytes); }
