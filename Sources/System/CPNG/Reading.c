#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CPNG.h"

struct picture_reader {
  png_structp png;
  png_infop info;
  FILE *file;
  const uint8_t *bytes;
  size_t count;
  size_t place;
  uint32_t width;
  uint32_t height;
  uint32_t row;
  uint8_t *whole;  // All rows of an interlaced picture.
  jmp_buf escape;
  char message[PICTURE_MESSAGE_BYTES];
};

static void fail(png_structp png, png_const_charp text) {
  picture_reader *reader = png_get_error_ptr(png);
  snprintf(reader->message, sizeof reader->message, "%s", text ? text : "unknown error");
  longjmp(reader->escape, 1);
}

// Warnings are about ancillary chunks, which are not used.
static void ignore(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void feed(png_structp png, png_bytep target, size_t wanted) {
  picture_reader *reader = png_get_io_ptr(png);
  size_t got = 0;
  if (reader->file) {
    got = fread(target, 1, wanted, reader->file);
  } else {
    got = reader->count - reader->place;
    if (got > wanted) got = wanted;
    memcpy(target, reader->bytes + reader->place, got);
    reader->place += got;
  }
  if (got != wanted) png_error(png, "the file ends too early");
}

// Whatever the file holds, rows come out as 8-bit red, green, blue, alpha. Gamma is left alone:
// the values are compared, not shown to an eye that knows the camera.
static void ask_for_rgba(png_structp png, png_infop info) {
  png_byte type = png_get_color_type(png, info);
  png_byte depth = png_get_bit_depth(png, info);
  if (depth == 16) png_set_scale_16(png);
  if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
  if (type == PNG_COLOR_TYPE_GRAY && depth < 8) png_set_expand_gray_1_2_4_to_8(png);
  if (png_get_valid(png, info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(png);
  if (type == PNG_COLOR_TYPE_GRAY || type == PNG_COLOR_TYPE_GRAY_ALPHA) png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
}

static void begin(picture_reader *reader, picture_bounds bounds, picture_header *header) {
  png_structp png = reader->png;
  png_set_read_fn(png, reader, feed);
  png_set_user_limits(png, bounds.side, bounds.side);
  png_set_chunk_malloc_max(png, bounds.chunk_bytes);
  png_set_chunk_cache_max(png, 64);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
  png_read_info(png, reader->info);
  header->width = reader->width = png_get_image_width(png, reader->info);
  header->height = reader->height = png_get_image_height(png, reader->info);
  header->bit_depth = png_get_bit_depth(png, reader->info);
  header->colour_type = png_get_color_type(png, reader->info);
  header->is_interlaced = png_get_interlace_type(png, reader->info) != PNG_INTERLACE_NONE;
  uint64_t pixels = (uint64_t)reader->width * reader->height;
  if (pixels > bounds.pixels) png_error(png, "more pixels than allowed");
  ask_for_rgba(png, reader->info);
  if (!header->is_interlaced) {
    png_read_update_info(png, reader->info);
    return;
  }
  if (pixels > bounds.whole_pixels) png_error(png, "interlaced, and too large to be held whole");
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, reader->info);
  reader->whole = malloc((size_t)pixels * 4);
  if (!reader->whole) png_error(png, "out of memory");
  for (int pass = 0; pass < passes; pass++)
    for (uint32_t row = 0; row < reader->height; row++)
      png_read_row(png, reader->whole + (size_t)row * reader->width * 4, NULL);
}

static picture_reader *open_reader(FILE *file, const uint8_t *bytes, size_t count,
                                   picture_bounds bounds, picture_header *header, char *message) {
  picture_reader *reader = calloc(1, sizeof *reader);
  if (!reader) {
    if (file) fclose(file);
    snprintf(message, PICTURE_MESSAGE_BYTES, "out of memory");
    return NULL;
  }
  reader->file = file;
  reader->bytes = bytes;
  reader->count = count;
  if (setjmp(reader->escape)) {
    memcpy(message, reader->message, PICTURE_MESSAGE_BYTES);
    picture_close(reader);
    return NULL;
  }
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, fail, ignore);
  if (reader->png) reader->info = png_create_info_struct(reader->png);
  if (!reader->info) {
    snprintf(message, PICTURE_MESSAGE_BYTES, "out of memory");
    picture_close(reader);
    return NULL;
  }
  begin(reader, bounds, header);
  return reader;
}

picture_reader *picture_open_file(const char *path, picture_bounds bounds, picture_header *header,
                                  char message[PICTURE_MESSAGE_BYTES]) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    snprintf(message, PICTURE_MESSAGE_BYTES, "the file cannot be opened");
    return NULL;
  }
  return open_reader(file, NULL, 0, bounds, header, message);
}

picture_reader *picture_open_bytes(const uint8_t *bytes, size_t count, picture_bounds bounds,
                                   picture_header *header, char message[PICTURE_MESSAGE_BYTES]) {
  return open_reader(NULL, bytes, count, bounds, header, message);
}

bool picture_next_row(picture_reader *reader, uint8_t *row, char message[PICTURE_MESSAGE_BYTES]) {
  if (reader->row >= reader->height) {
    snprintf(message, PICTURE_MESSAGE_BYTES, "no more rows");
    return false;
  }
  if (setjmp(reader->escape)) {
    memcpy(message, reader->message, PICTURE_MESSAGE_BYTES);
    return false;
  }
  size_t bytes = (size_t)reader->width * 4;
  if (reader->whole) {
    memcpy(row, reader->whole + reader->row * bytes, bytes);
  } else {
    png_read_row(reader->png, row, NULL);
  }
  reader->row++;
  if (reader->row == reader->height) png_read_end(reader->png, NULL);
  return true;
}

void picture_close(picture_reader *reader) {
  if (!reader) return;
  if (reader->png) png_destroy_read_struct(&reader->png, &reader->info, NULL);
  if (reader->file) fclose(reader->file);
  free(reader->whole);
  free(reader);
}
