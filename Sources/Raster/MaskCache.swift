import Drawing

/// How much a small shape covers of each pixel around it.
struct Mask {
  /// The pixels, counted from the one that the shape's origin lies in.
  var bounds: PixelBounds
  /// Where its coverages start among those of all masks: from 0 to 255, row by row, in whole groups of four.
  var start: Int

  /// Coverages in a row.
  var stride: Int { (bounds.width + 3) / 4 * 4 }
}

/// Masks of the shapes that are drawn again and again: markers and letters. Painting a marker through a mask takes a tenth of the
/// time of drawing a path.
///
/// A marker is drawn at one of 64 × 64 places within a pixel, so that it is off by at most 1/128 of a pixel each way,
/// which changes the coverage of pixels at its edge by up to 4/255. Letters have 16 × 16 places: they are off by at most
/// 1/32 of a pixel each way, and their edges by up to 16/255, which no one sees in text but is drawn four times sooner
/// when the letters are new.
struct MaskCache {
  /// Places within a pixel, along each side.
  static let places = 64
  /// The same for letters; divides the other.
  static let letterPlaces = 16
  /// Shapes that are wider or higher, in pixels, are not worth the memory.
  private static let largestSize = 64.0
  /// With so many shapes all are forgotten.
  private static let mostShapes = 500
  /// With so many bytes all masks are forgotten.
  private static let capacity = 4 << 20

  /// A shape is known by where its elements are in memory: comparing them would take too long. As the shape is kept, no
  /// other one can come to lie there.
  private struct Key: Hashable {
    var address: UnsafeRawPointer?
    var a, b, c, d: Double

    /// The address alone, because a shape is mostly drawn in one size and hashing the rest takes longer than painting.
    func hash(into hasher: inout Hasher) { hasher.combine(address) }
  }

  private struct Shape {
    var path: Path
    var transform: Transform
    /// Whether its outline does not cover itself, wherever it is drawn.
    var isSimple: Bool
    /// Where in the list of places each row of them starts, −1 where none of the row has been drawn, as for most rows of
    /// a letter. Large shapes have no rows at all.
    var rows: [Int32]
  }

  private var shapes: [Shape] = []
  private var indices: [Key: Int] = [:]
  /// The shapes asked for lately, each in a slot that its address chooses: a look there takes a fraction of hashing.
  private var recent = [(key: Key, index: Int)?](repeating: nil, count: 256)
  /// For each place of a row the number of its mask, −1 where there is none yet.
  private var numbers: [Int32] = []
  private var masks: [Mask] = []
  private var coverages: [UInt8] = []

  private var lines = Polylines()
  private var outline = Outline()
  private var simplifier = Simplifier()
  private var coverage = Coverage()

  /// The mask of a shape; nil if the shape is too large to have one.
  ///
  /// - Parameters:
  ///   - transform: from the shape to pixels, without a translation.
  ///   - column: the place within a pixel, in 1/64.
  ///   - row: as `column`, downwards.
  mutating func mask(of shape: Path, transform: Transform, column: Int, row: Int) -> Mask? {
    let key = Key(
      address: shape.elements.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) },
      a: transform.a, b: transform.b, c: transform.c, d: transform.d)
    // The upper eight bits of a product with 2⁶⁴/φ (Fibonacci hashing), so that letters seldom share a slot.
    let slot = Int((UInt(bitPattern: key.address) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    let index: Int
    if let found = recent[slot], found.key == key {
      index = found.index
    } else {
      index = indices[key] ?? add(shape, transform, key)
      recent[slot] = (key, index)
    }
    guard !shapes[index].rows.isEmpty else { return nil }
    let start = Int(shapes[index].rows[row])
    let number = start >= 0 ? Int(numbers[start + column]) : -1
    return number >= 0 ? masks[number] : draw(index, column: column, row: row)
  }

  private mutating func add(_ path: Path, _ transform: Transform, _ key: Key) -> Int {
    let corners = path.controlBounds.map { $0.corners.map(transform.callAsFunction) } ?? []
    let isSmall = corners.allSatisfy { max($0.x.magnitude, $0.y.magnitude) <= Self.largestSize }
    if shapes.count >= Self.mostShapes { self = MaskCache() }
    lines.replace(with: path, transform: transform)
    outline.replace(with: lines)
    shapes.append(
      Shape(
        path: path, transform: transform, isSimple: simplifier.isSimple(outline),
        rows: Array(repeating: -1, count: isSmall ? Self.places : 0)))
    indices[key] = shapes.count - 1
    return shapes.count - 1
  }

  private mutating func draw(_ index: Int, column: Int, row: Int) -> Mask {
    if coverages.count > Self.capacity {
      coverages.removeAll()
      masks.removeAll()
      numbers.removeAll()
      for i in shapes.indices {
        shapes[i].rows = Array(repeating: -1, count: shapes[i].rows.count)
      }
    }
    let shape = shapes[index]
    let place = Transform.translation(
      Double(column) / Double(Self.places), Double(row) / Double(Self.places))
    lines.replace(with: shape.path, transform: shape.transform.then(place))
    outline.replace(with: lines)
    if !shape.isSimple { simplifier.simplify(&outline) }
    let size = Int(Self.largestSize) + 1
    var all = PixelBounds(width: 2 * size, height: 2 * size, clip: nil)
    all.move(by: -size, -size)
    let mask = Mask(bounds: all.narrowed(to: outline), start: coverages.count)
    if !mask.bounds.isEmpty { rasterize(mask) }
    if shapes[index].rows[row] < 0 {
      shapes[index].rows[row] = Int32(numbers.count)
      numbers.append(contentsOf: repeatElement(-1, count: Self.places))
    }
    numbers[Int(shapes[index].rows[row]) + column] = Int32(masks.count)
    masks.append(mask)
    return mask
  }

  /// Draws the outline in black on nothing, so that the pixels' alpha is the coverage.
  private mutating func rasterize(_ mask: Mask) {
    let (width, height) = (mask.bounds.width, mask.bounds.height)
    let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)
    var sheet = Pixmap(width: width, height: height, filledWith: clear)
    outline.move(by: Vector(-Double(mask.bounds.minX), -Double(mask.bounds.minY)))
    coverage.add(outline, to: PixelBounds(width: width, height: height, clip: nil))
    coverage.sweep(color: .black, into: &sheet)
    for y in 0..<height {
      for x in 0..<mask.stride {
        coverages.append(x < width ? UInt8(sheet.pixels[y * width + x] >> 24) : 0)
      }
    }
    // Painting reads four at a time from any column on.
    coverages.append(contentsOf: repeatElement(0, count: 3))
  }
}

extension MaskCache {
  /// Paints the colour through a mask, with the shape's origin in the pixel of the column and row, on pixels within the
  /// bounds.
  func paint(
    _ mask: Mask, column: Int, row: Int, with color: Color, on pixmap: inout Pixmap,
    within bounds: PixelBounds
  ) {
    var place = mask.bounds
    place.move(by: column, row)
    let visible = place.intersection(bounds)
    if visible.isEmpty { return }
    let first =
      mask.start + (visible.minY - place.minY) * mask.stride + (visible.minX - place.minX)
    let (stride, width, pixelCount) = (mask.stride, pixmap.width, pixmap.pixels.count)
    /// With the arrays where they are in memory.
    func paint(_ coverages: UnsafePointer<UInt8>, _ pixels: UnsafeMutablePointer<UInt32>) {
      let painter = Painter(color: color.premultiplied, end: pixels + pixelCount)
      for row in 0..<visible.height {
        let rowPixels = pixels + ((visible.minY &+ row) &* width &+ visible.minX)
        let rowCoverages = UnsafeRawPointer(coverages + (first &+ row &* stride))
        var column = 0
        while column < visible.width {
          let four = rowCoverages.loadUnaligned(fromByteOffset: column, as: SIMD4<UInt8>.self)
          painter.paint(
            rowPixels + column, count: visible.width &- column,
            coverages: SIMD4(truncatingIfNeeded: four))
          column &+= 4
        }
      }
    }
    paint(coverages, &pixmap.pixels)
  }
}
