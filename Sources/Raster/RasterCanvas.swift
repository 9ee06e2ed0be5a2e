import Drawing

/// A canvas of pixels.
///
///     var canvas = RasterCanvas(width: 200, height: 100, scale: 2)
///     canvas.fill(Path(circleAt: Point(50, 25), radius: 20), with: .black)
///     let picture = canvas.pixmap
///
/// Edges are smooth by exact area: a pixel gets as much of the colour as the path covers of it, also where the path
/// crosses itself. Beside a reference of 64 × 64 places a pixel, polygons that cross themselves are off by less than
/// 0.5/255 on average and 4/255 at most. Only where parts of one line overlap within a pixel at their edges, their areas
/// are added up.
///
/// A path is broken at points that are not finite, as if it moved to the next finite one; any finite coordinates are
/// good, however large. The clip rectangle shows the pixels whose centres lie in it.
///
/// Drawing takes time in proportion to the length of the outlines and the number of covered pixels.
public struct RasterCanvas: Canvas {
  /// The picture drawn so far.
  public private(set) var pixmap: Pixmap
  /// How many pixels a unit is wide.
  public let scale: Double
  public var clip: Rect?

  private var coverage = Coverage()
  private var lines = Polylines()
  private var outline = Outline()
  private var simplifier = Simplifier()
  private var masks = MaskCache()

  /// A canvas of one colour.
  ///
  /// - Parameters:
  ///   - width: in pixels.
  ///   - height: in pixels.
  ///   - background: the colour of all pixels at first.
  ///   - scale: how many pixels a unit is wide.
  /// - Precondition: width, height and scale are positive, and the scale is finite.
  public init(width: Int, height: Int, background: Color = .white, scale: Double = 1) {
    precondition(scale > 0 && scale.isFinite, "A unit is a positive number of pixels wide.")
    pixmap = Pixmap(width: width, height: height, filledWith: background)
    self.scale = scale
  }

  public mutating func fill(_ path: Path, with color: Color) {
    fill(path, transform: .scale(scale, scale), with: color)
  }

  /// Draws a path as a line.
  ///
  /// A line whose width is not a positive finite number does not show. Lines thinner than a pixel are lighter instead. A
  /// dash pattern that holds a negative or non-finite length or only zeros, or that would cut the path into more than a
  /// hundred thousand pieces, is not applied: the line is solid.
  public mutating func stroke(_ path: Path, with color: Color, style: Stroke) {
    guard var stroker = Stroker(style, scale: scale) else { return }
    lines.replace(with: path, transform: .scale(scale, scale))
    if let dashes = DashPattern(style, scale: scale)?.cut(lines) {
      stroker.add(dashes)
    } else {
      lines.thin()
      stroker.add(lines)
    }
    outline = stroker.outline
    paint(with: color)
  }

  public mutating func fill(_ shape: Path, at point: Point, with color: Color) {
    stamp(
      shape, transform: Transform.translation(point.x, point.y).then(.scale(scale, scale)),
      with: color)
  }

  public mutating func draw(_ text: TextLine, with color: Color, transform: Transform) {
    let toPixels = transform.then(.scale(scale, scale))
    for glyph in text.glyphs {
      stamp(
        glyph.outline, transform: glyph.transform.then(toPixels), with: color,
        places: MaskCache.letterPlaces)
    }
  }

  /// Paints a shape through a mask, where it is small enough to have one.
  ///
  /// - Parameter count: at how many places within a pixel, along each side, it may be.
  private mutating func stamp(
    _ shape: Path, transform: Transform, with color: Color, places count: Int = MaskCache.places
  ) {
    let places = MaskCache.places
    var transform = transform
    let (x, y) = (transform.tx * Double(places), transform.ty * Double(places))
    guard x.magnitude < 1e9, y.magnitude < 1e9 else {
      return fill(shape, transform: transform, with: color)
    }
    let step = places / count
    let (column, row) = (
      Int((x / Double(step)).rounded()) * step, Int((y / Double(step)).rounded()) * step
    )
    (transform.tx, transform.ty) = (0, 0)
    let mask = masks.mask(
      of: shape, transform: transform, column: column & (places - 1), row: row & (places - 1))
    if let mask {
      masks.paint(
        mask, column: column >> 6, row: row >> 6, with: color, on: &pixmap, within: bounds)
      return
    }
    (transform.tx, transform.ty) = (x / Double(places), y / Double(places))
    fill(shape, transform: transform, with: color)
  }

  /// - Parameter transform: from the path to pixels.
  private mutating func fill(_ path: Path, transform: Transform, with color: Color) {
    lines.replace(with: path, transform: transform)
    outline.replace(with: lines)
    simplifier.simplify(&outline)
    paint(with: color)
  }

  /// The pixels that may be drawn on.
  private var bounds: PixelBounds {
    let inPixels = clip.map {
      Rect(
        minX: $0.minX * scale, minY: $0.minY * scale, maxX: $0.maxX * scale, maxY: $0.maxY * scale)
    }
    return PixelBounds(width: pixmap.width, height: pixmap.height, clip: inPixels)
  }

  /// Paints what is inside of the outline.
  private mutating func paint(with color: Color) {
    let touched = bounds.narrowed(to: outline)
    let height = Coverage.bandHeight(of: outline, width: touched.width)
    var band = touched
    while band.minY < touched.maxY {
      band.maxY = min(band.minY + height, touched.maxY)
      coverage.add(outline, to: band)
      coverage.sweep(color: color, into: &pixmap)
      band.minY = band.maxY
    }
  }
}
