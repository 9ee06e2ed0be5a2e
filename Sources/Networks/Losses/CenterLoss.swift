import Formulas

/// Center loss, which pulls the features of a class together: Wen, Zhang, Li and Qiao 2016 (ECCV); course document 004.
///
///     center = ((a₁ − c₁)² + (a₂ − c₂)²)/2
///
/// The paper adds it, with a weight λ, to the cross-entropy of softmax. Its derivative by a point is the difference from the
/// center.
public enum CenterLoss {
  /// Half the squared distance of a point from the center of its class.
  public static func value<Number: Scalar>(_ point: [Number], center: [Number]) -> Number {
    (sum(zip(point, center).map { Number.pow($0 - $1, 2) }) / 2).named("center")
  }

  /// The derivatives by the point.
  public static func gradient<Number: Scalar>(_ point: [Number], center: [Number]) -> [Number] {
    zip(point, center).map { $0 - $1 }
  }
}

/// The distance of two points, ‖a − b‖.
public func distance<Number: Scalar>(_ a: [Number], _ b: [Number]) -> Number {
  Number.sqrt(sum(zip(a, b).map { Number.pow($0 - $1, 2) }))
}
