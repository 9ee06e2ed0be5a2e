import Drawing

/// Regions of a plane, in each of which one of several functions is the largest, such as the scores of classes: each has a
/// faint colour, with lines between them.
public struct RegionMark: Mark, Sendable {
  private let field: Field
  /// For each function the polygons in which it is the largest, and their outlines.
  private let regions: [(polygons: [[Datum]], borders: [[Datum]])]
  private let colors: [Color]

  /// - Parameters:
  ///   - leads: by how much each function is above all others, on one grid.
  ///   - colors: one for each function.
  public init(leads: [Field], colors: [Color]) {
    precondition(!leads.isEmpty && leads.count == colors.count, "A colour for each function.")
    self.colors = colors
    field = leads[0]
    regions = leads.map { lead in
      let squares = MarchingSquares(field: lead, level: 0)
      return (
        squares.regionsAbove.map { $0.map(lead.datum) }, squares.lines.map { $0.map(lead.datum) }
      )
    }
  }

  public var data: [Datum] { field.corners }

  public var margin: Margin { .none }

  public func lines(in frame: Frame) -> [[Point]] { [] }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    let style = frame.style
    for (region, color) in zip(regions, colors) {
      let path = region.polygons.reduce(into: Path()) { path, polygon in
        path.addPath(Path(lines: polygon.map(frame.point), closed: true))
      }
      canvas.fill(path, with: style.color(color).opacity(0.22))
    }
    let stroke = Stroke(width: style.hairline, join: .round)
    for line in regions.flatMap(\.borders) {
      canvas.stroke(Path(lines: line.map(frame.point)), with: style.text, style: stroke)
    }
  }
}
