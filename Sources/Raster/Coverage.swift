import Drawing

// How much of each pixel lies inside of an outline, by signed areas.
//
// An edge changes the coverage of the pixels to its right by its height within their row, and that of the pixels it
// crosses by the area to its right. Each edge adds these changes to cells, one a pixel; summing a row's cells from the
// left then gives the winding number averaged over each pixel. The idea of cells with an area and a cover is that of
// LibArt and FreeType (David Turner's smooth rasterizer, ftgrays.c) and Anti-Grain Geometry (Maxim Shemanarev); one
// accumulation buffer instead of sorted cells is Raph Levien's (font-rs, 2016); the mask of touched cells, which saves
// looking at all others, is Blend2D's (Petr Kobalicek). Here a bit of it stands for four cells, which are then summed
// and painted at once.

/// The changes of coverage from pixel to pixel within a block of pixels, all zero between two drawings.
///
/// Cells hold whole numbers (see `heightBits`), and points are moved to such heights. So the sums are exact: they do
/// not depend on the order of the edges, and nothing is left over to the right of a closed outline.
struct Coverage {
  /// The pixels that the cells stand for. Small blocks are packed at the start of the memory, so that it stays in the
  /// processor's cache.
  private(set) var block = PixelBounds(width: 0, height: 0, clip: nil)
  /// Cells in a row: three more than pixels, as an edge at the right border is added to the three pixels beyond it,
  /// in whole groups.
  var stride: Int { (block.width + 3 + 3) / 4 * 4 }
  /// Words of the mask in a row.
  var maskStride: Int { (stride / 4 + 63) / 64 }

  /// Memory is taken as outlines need it, which is mostly far less than a picture's worth.
  var cells: [Int32] = []
  /// A bit for each group of four cells that may be other than zero.
  var mask: [UInt64] = []

  /// Makes the memory large enough for the block. All of it is zero, so nothing has to be kept of smaller memory.
  private mutating func makeRoom() {
    let cellCount = stride * block.height
    if cells.count < cellCount { cells = Array(repeating: 0, count: cellCount) }
    let wordCount = maskStride * block.height
    if mask.count < wordCount { mask = Array(repeating: 0, count: wordCount) }
  }

  /// How many rows to draw at once.
  ///
  /// A large shape is drawn in bands whose cells stay in the processor's cache, and which take a quarter of a megabyte
  /// in place of the whole picture's six. As each band goes through the whole outline, those of many points are higher.
  static func bandHeight(of outline: Outline, width: Int) -> Int {
    max(16, max(1 << 16, 16 * outline.points.count) / max(width, 1))
  }

  /// Adds the edges of the outline as far as they change the pixels of the block.
  ///
  /// - Precondition: all cells are zero.
  mutating func add(_ outline: Outline, to block: PixelBounds) {
    self.block = block
    if block.isEmpty { return }
    makeRoom()
    let (stride, maskStride) = (stride, maskStride)
    let corner = Vector(Double(block.minX), Double(block.minY))
    /// With the arrays where they are in memory.
    func add(
      _ points: UnsafePointer<Point>, _ cells: UnsafeMutablePointer<Int32>,
      _ mask: UnsafeMutablePointer<UInt64>
    ) {
      let edges = EdgeAccumulator(
        cells: cells, stride: stride, mask: mask, maskStride: maskStride,
        right: Double(block.width), bottom: Double(block.height))
      var i = 0
      for end in outline.ends where end > i {
        var from = points[end - 1] - corner
        while i < end {
          let to = points[i] - corner
          edges.add(from.x, from.y, to.x, to.y)
          from = to
          i += 1
        }
      }
    }
    add(outline.points, &cells, &mask)
  }
}
