// Places and areas are whole numbers here: of parts of a row or of a column, so many bits of which are the fraction.

/// The fraction of heights, and of the areas that are made of them.
///
/// 8 bits would be too few: a height would be off by up to 1/512, and a pixel that several edges cross by one shade of 255
/// or more. 24 would be too many: cells have 32 bits, and the whole ones that are left must count how often an outline
/// winds around a place. With 16 that is up to 32,767 times, with 24 only 127 times, which scribbles do.
let heightBits = 16
/// Parts of a row.
let rowHeight = 1 << heightBits

/// The fraction of columns.
///
/// 16 bits would be too few: an edge's slope is rounded to them and added row after row, so that after a thousand rows
/// the edge would be off by 1/64 of a pixel; with 32 it is off by less than a millionth. 40 would be too many: a double has
/// 53 bits, of which 13 were left for whole columns, and pictures of more than 8192 columns would lose bits.
let columnBits = 32
/// Parts of a column.
let columnWidth = 1 << columnBits
