import Formulas
import LessonsShared
import Networks
import Plot

/// Center, contrastive and triplet loss on three points of the plane: an anchor, a positive of the same class and a negative of
/// another.
struct ThreePoints {
  static let (anchor, positive, negative) = ([1.0, 1], [2.5, 2], [2.0, 0.5])

  /// The points, as numbers that know their names.
  let a, p, n: [Traced]
  /// The center of the class of anchor and positive: their mean.
  let c: [Traced]
  /// The distances of the anchor from the other two.
  let near, far: Traced
  /// The margin of the distances.
  let m: Traced
  private let η: Double

  init(η: Double, margin: Double) {
    a = Self.anchor.numbered("a")
    p = Self.positive.numbered("p")
    n = Self.negative.numbered("n")
    c = zip(Self.anchor, Self.positive).map { ($0 + $1) / 2 }.numbered("c")
    near = distance(a, p).named("d_ap")
    far = distance(a, n).named("d_an")
    m = Traced(margin).named("m")
    self.η = η
  }

  /// A point with the derivatives of a loss by it.
  typealias Pull = (name: String, point: [Double], gradient: [Double])

  /// The losses of the class, and what they pull at.
  var center: (losses: [Traced], pulls: [Pull]) {
    (
      [a, p].map { CenterLoss.value($0, center: c) },
      [("a", a), ("p", p)].map { name, point in
        (name, point.map(\.value), CenterLoss.gradient(point, center: c).map(\.value))
      }
    )
  }

  /// The losses of the pair that belongs together and of the pair that does not.
  var contrastive: (losses: [Traced], pulls: [Pull]) {
    let (same, other) = (Traced(1).named("y"), Traced(0).named("y"))
    let together = ContrastiveLoss.gradient(a, p, same: same, distance: near, margin: m)
      .map(\.value)
    let apart = ContrastiveLoss.gradient(a, n, same: other, distance: far, margin: m).map(\.value)
    return (
      [
        ContrastiveLoss.value(same: same, distance: near, margin: m),
        ContrastiveLoss.value(same: other, distance: far, margin: m),
      ],
      [
        ("a", Self.anchor, zip(together, apart).map(+)), ("p", Self.positive, together.map { -$0 }),
        ("n", Self.negative, apart.map { -$0 }),
      ]
    )
  }

  var triplet: (losses: [Traced], pulls: [Pull]) {
    let gradient = TripletLoss.gradient(anchor: a, positive: p, negative: n, margin: m)
    return (
      [TripletLoss.value(near: near, far: far, margin: m)],
      [
        ("a", Self.anchor, gradient.anchor.map(\.value)),
        ("p", Self.positive, gradient.positive.map(\.value)),
        ("n", Self.negative, gradient.negative.map(\.value)),
      ]
    )
  }

  /// Where a step against the gradient leads from a point.
  func moved(_ pull: Pull) -> [Double] { zip(pull.point, pull.gradient).map { $0 - η * $1 } }
}
