import Drawing

extension Figure {
  /// How large a figure is, in units, and its type in them. At scale 1 a unit is a pixel, of which an inch has 200.
  ///
  ///     Figure.Size(rawValue: "12x8cm")    // 945 × 630 units
  public struct Size: RawRepresentable, CaseIterable, Hashable, Sendable {
    /// The word that options know it by: `column`, `12x8cm`.
    public let rawValue: String
    public let width: Int
    public let height: Int
    /// How large type and lines are, as a part of those of the standard size.
    let typeScale: Double

    /// 1600 × 1000, for a screen or a page's whole width.
    public static let standard = Size("standard", 1600, 1000, typeScale: 1)
    /// 1600 × 900, the 16:9 of a slide, with type that is read from the last row.
    public static let slide = Size("slide", 1600, 900, typeScale: 4 / 3)
    /// 3.35 inches wide, a column of a journal's page, with type of 7 to 8 points: charts stand above each other, small
    /// multiples two by two.
    public static let column = Size("column", 670, 1340, typeScale: 0.88)
    /// 1200 × 1200.
    public static let square = Size("square", 1200, 1200, typeScale: 1)

    public static let allCases = [standard, slide, column, square]

    private init(_ name: String, _ width: Int, _ height: Int, typeScale: Double) {
      (rawValue, self.width, self.height, self.typeScale) = (name, width, height, typeScale)
    }

    /// One of the sizes above by its name, or any in centimetres, from 8 to 60 on each side, with type as in a column.
    public init?(rawValue: String) {
      if let named = Self.allCases.first(where: { $0.rawValue == rawValue }) {
        self = named
        return
      }
      let sides = rawValue.dropLast(2).split(separator: "x", omittingEmptySubsequences: false)
      let lengths = sides.compactMap { Double($0) }.filter((8...60).contains)
      guard rawValue.hasSuffix("cm"), sides.count == 2, lengths.count == 2 else { return nil }
      let units = lengths.map { Int(($0 / 2.54 * 200).rounded()) }
      self.init(rawValue, units[0], units[1], typeScale: Self.column.typeScale)
    }

    var page: Rect { Rect(x: 0, y: 0, width: Double(width), height: Double(height)) }

    /// Whether charts have no room beside each other.
    var isNarrow: Bool { Double(width) / typeScale < 1000 }
  }
}
