import Drawing

/// The head of an arrow, notched at its back.
struct Arrowhead {
  var middle: Point
  /// Of length 1.
  var direction: Vector
  var length: Double

  var path: Path {
    let side = direction.perpendicular * (length * 0.45)
    let back = middle - direction * (length / 2)
    return Path(
      lines: [
        middle + direction * (length / 2), back + side, back + direction * (length * 0.25),
        back - side,
      ],
      closed: true)
  }
}
