import Drawing

/// The part of a pixmap that may be drawn on: columns and rows, each from the first up to but without the end.
struct PixelBounds: Hashable {
  var minX: Int
  var minY: Int
  var maxX: Int
  var maxY: Int

  var isEmpty: Bool { minX >= maxX || minY >= maxY }

  /// The pixels of a picture whose centres lie in the rectangle, given in pixels; nil gives all.
  ///
  /// Whole pixels, because two rectangles that share an edge then share no pixel and leave none out: what is drawn
  /// through both joins without a seam.
  init(width: Int, height: Int, clip: Rect?) {
    guard let clip else {
      (minX, minY, maxX, maxY) = (0, 0, width, height)
      return
    }
    guard !clip.isEmpty else {
      (minX, minY, maxX, maxY) = (0, 0, 0, 0)
      return
    }
    func firstCenter(from edge: Double, limit: Int) -> Int {
      Int(min(max((edge - 0.5).rounded(.up), 0), Double(limit)))
    }
    minX = firstCenter(from: clip.minX, limit: width)
    minY = firstCenter(from: clip.minY, limit: height)
    maxX = firstCenter(from: clip.maxX, limit: width)
    maxY = firstCenter(from: clip.maxY, limit: height)
  }
}
