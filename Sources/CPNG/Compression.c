#include "CPNG.h"

#include <libdeflate.h>

size_t cpng_compressed_bound(size_t count) { return libdeflate_zlib_compress_bound(NULL, count); }

size_t cpng_compress(
  int level, const uint8_t *bytes, size_t count, uint8_t *compressed, size_t room
) {
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
  if (!compressor) return 0;
  size_t size = libdeflate_zlib_compress(compressor, bytes, count, compressed, room);
  libdeflate_free_compressor(compressor);
  return size;
}
