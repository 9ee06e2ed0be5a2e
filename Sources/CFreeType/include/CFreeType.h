/// What Stepwise needs of FreeType: outlines and distances in the units that the font was designed in.
///
/// FreeType's headers stay in CFreeType.c, for they are not where Swift would look for them.

#ifndef CFREETYPE_H
#define CFREETYPE_H

#include <stdint.h>

/// One face of a font file. Not to be used by two threads at once.
typedef struct cft_face cft_face;

/// Opens a face of a font file; NULL, with FreeType's number of the error, where that fails.
///
/// A font that has no outlines or does not tell which letters they are counts as an unknown format.
cft_face *cft_open(const char *path, int index, int *error);
void cft_close(cft_face *face);

/// How many faces the file has.
int cft_face_count(const cft_face *face);
/// The family's name, or NULL.
const char *cft_family(const cft_face *face);
/// How many units an em has.
int cft_units_per_em(const cft_face *face);
/// How far letters reach above the baseline, and below it as a negative number, in units.
int cft_ascender(const cft_face *face);
int cft_descender(const cft_face *face);

/// The number of the letter's glyph, 0 where the face has none.
uint32_t cft_glyph_index(cft_face *face, uint32_t scalar);

/// By how many units the second glyph moves to the right when it follows the first.
int cft_kerning(cft_face *face, uint32_t first, uint32_t second);

/// Steps of an outline, each with its points: the end is the last.
enum {
  cft_move = 0,   // 1 point
  cft_line = 1,   // 1 point
  cft_conic = 2,  // 2 points
  cft_cubic = 3,  // 3 points
};

/// A glyph. The arrays belong to the face and hold until its next glyph is loaded.
typedef struct {
  /// In units.
  int advance;
  const uint8_t *steps;
  int step_count;
  /// x and y of each point in turn, in half units, y upwards. (A point between two control points, which the font
  /// leaves out, may be at half a unit.)
  const int32_t *coordinates;
} cft_glyph;

/// Loads a glyph. Returns 0 or FreeType's number of the error.
int cft_load(cft_face *face, uint32_t glyph_index, cft_glyph *glyph);

#endif
