import Drawing

/// The part of a pixmap that may be drawn on: columns and rows, each from the first up to but without the end.
struct PixelBounds {
  var minX: Int
  var minY: Int
  var maxX: Int
  var maxY: Int

  var width: Int { maxX - minX }
  var height: Int { maxY - minY }
  var isEmpty: Bool { minX >= maxX || minY >= maxY }

  mutating func move(by dx: Int, _ dy: Int) {
    minX += dx
    minY += dy
    maxX += dx
    maxY += dy
  }

  /// The pixels in both; empty where there are none.
  func intersection(_ other: PixelBounds) -> PixelBounds {
    PixelBounds(
      minX: max(minX, other.minX), minY: max(minY, other.minY),
      maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY))
  }

  /// The part of the pixels that an outline can touch.
  func narrowed(to outline: Outline) -> PixelBounds {
    var low = Point(.infinity, .infinity)
    var high = Point(-.infinity, -.infinity)
    outline.points.withUnsafeBufferPointer { points in
      var i = 0
      while i < points.count {
        let p = points[i]
        if p.x < low.x { low.x = p.x }
        if p.x > high.x { high.x = p.x }
        if p.y < low.y { low.y = p.y }
        if p.y > high.y { high.y = p.y }
        i += 1
      }
    }
    func pixel(_ v: Double, _ first: Int, _ end: Int) -> Int {
      Int(clamped(v, Double(first), Double(end)))
    }
    return PixelBounds(
      minX: pixel(low.x.rounded(.down), minX, maxX), minY: pixel(low.y.rounded(.down), minY, maxY),
      maxX: pixel(high.x.rounded(.up), minX, maxX), maxY: pixel(high.y.rounded(.up), minY, maxY))
  }
}

extension PixelBounds {
  /// The pixels of a picture whose centres lie in the rectangle, given in pixels; nil gives all.
  ///
  /// Whole pixels, because two rectangles that share an edge then share no pixel and leave none out: what is drawn
  /// through both joins without a seam.
  init(width: Int, height: Int, clip: Rect?) {
    self.init(minX: 0, minY: 0, maxX: width, maxY: height)
    guard let clip else { return }
    func firstCenter(from edge: Double, limit: Int) -> Int {
      clip.isEmpty ? 0 : Int(clamped((edge - 0.5).rounded(.up), 0, Double(limit)))
    }
    minX = firstCenter(from: clip.minX, limit: width)
    minY = firstCenter(from: clip.minY, limit: height)
    maxX = firstCenter(from: clip.maxX, limit: width)
    maxY = firstCenter(from: clip.maxY, limit: height)
  }
}
