/// Finds where a field has a value, cell by cell: "marching squares" (Lorensen and Cline's marching cubes, 1987, in two
/// dimensions). A cell is cut into four triangles around its middle, in each of which the field is taken to be flat,
/// so that no case is ambiguous and neighbours agree.
struct MarchingSquares {
  let field: Field

  /// A point of the grid or between grid points, and the value there.
  private struct Corner {
    var column: Double
    var row: Double
    var value: Double
  }

  /// The lines on which the field has the value, as runs of grid places that are joined end to end.
  func lines(at level: Double) -> [[GridPlace]] {
    var segments: [(GridPlace, GridPlace)] = []
    forEachTriangle { a, b, c in
      let cuts = [(a, b), (b, c), (c, a)].compactMap { crossing($0, $1, level) }
      if cuts.count == 2, cuts[0] != cuts[1] { segments.append((cuts[0], cuts[1])) }
    }
    return joined(segments)
  }

  /// The part of the grid in which the field is at least the level, as polygons that share their borders.
  func regions(above level: Double) -> [[GridPlace]] {
    var polygons: [[GridPlace]] = []
    forEachTriangle { a, b, c in
      var polygon: [GridPlace] = []
      for (from, to) in [(a, b), (b, c), (c, a)] {
        if from.value >= level { polygon.append(GridPlace(from.column, from.row)) }
        if let cut = crossing(from, to, level) { polygon.append(cut) }
      }
      if polygon.count > 2 { polygons.append(polygon) }
    }
    return polygons
  }

  /// Calls the body with the triangles of all cells whose values are finite, each going around in the same sense.
  private func forEachTriangle(_ body: (Corner, Corner, Corner) -> Void) {
    for row in 0..<(field.rows - 1) {
      for column in 0..<(field.columns - 1) {
        let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { x, y in
          Corner(
            column: Double(column + x), row: Double(row + y),
            value: field[column + x, row + y])
        }
        let mean = corners.reduce(0) { $0 + $1.value / 4 }
        guard mean.isFinite else { continue }
        let middle = Corner(column: Double(column) + 0.5, row: Double(row) + 0.5, value: mean)
        for i in 0..<4 { body(corners[i], corners[(i + 1) % 4], middle) }
      }
    }
  }

  /// Where an edge passes the level. Neighbouring triangles see the edge from either end and get the same place.
  private func crossing(_ a: Corner, _ b: Corner, _ level: Double) -> GridPlace? {
    guard (a.value >= level) != (b.value >= level) else { return nil }
    let (low, high) = a.value < b.value ? (a, b) : (b, a)
    let part = (level - low.value) / (high.value - low.value)
    return GridPlace(
      low.column + (high.column - low.column) * part, low.row + (high.row - low.row) * part)
  }

  /// Joins segments that share ends into lines as long as possible.
  private func joined(_ segments: [(GridPlace, GridPlace)]) -> [[GridPlace]] {
    var unused: [GridPlace: [Int]] = [:]
    for (index, segment) in segments.enumerated() {
      unused[segment.0, default: []].append(index)
      unused[segment.1, default: []].append(index)
    }
    var isUsed = [Bool](repeating: false, count: segments.count)
    func follow(from start: GridPlace) -> [GridPlace] {
      var line: [GridPlace] = []
      var place = start
      while let next = unused[place]?.first(where: { !isUsed[$0] }) {
        isUsed[next] = true
        place = segments[next].0 == place ? segments[next].1 : segments[next].0
        line.append(place)
      }
      return line
    }
    var lines: [[GridPlace]] = []
    for (index, segment) in segments.enumerated() where !isUsed[index] {
      isUsed[index] = true
      let forwards = follow(from: segment.1)
      let backwards = follow(from: segment.0)
      lines.append(backwards.reversed() + [segment.0, segment.1] + forwards)
    }
    return lines
  }
}

/// A place on a grid, in steps of it.
struct GridPlace: Hashable {
  var column: Double
  var row: Double

  init(_ column: Double, _ row: Double) {
    self.column = column
    self.row = row
  }
}
