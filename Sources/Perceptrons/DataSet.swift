import TorchRandom

/// Samples to learn from: inputs and what the outputs should be, a row each.
public struct DataSet: Sendable {
  public let inputs: Matrix
  /// Numbers to predict, or 1 for the right class and 0 for the others.
  public let targets: Matrix

  public var count: Int { inputs.rows }

  public init(inputs: Matrix, targets: Matrix) {
    precondition(inputs.rows == targets.rows, "A target for each sample.")
    (self.inputs, self.targets) = (inputs, targets)
  }

  /// Samples of classes that are counted from 0.
  public init(inputs: Matrix, classes: [Int], of count: Int) {
    let rows = classes.map { label in (0..<count).map { $0 == label ? 1.0 : 0 } }
    self.init(inputs: inputs, targets: Matrix(rows))
  }

  /// Some of the samples, in the order asked for.
  public func samples(_ places: some Sequence<Int>) -> DataSet {
    DataSet(inputs: inputs.rows(places), targets: targets.rows(places))
  }

  /// The classes of the samples, counted from 0.
  public var classes: [Int] { (0..<count).map { targets.row($0).firstIndex(of: 1) ?? 0 } }

  /// The class that a network gives each of the samples, counted from 0: the one with the largest score.
  public func predictions(of network: Perceptron) -> [Int] {
    let scores = network(inputs)
    return (0..<count).map { index in
      let row = scores.row(index)
      return row.indices.max { row[$0] < row[$1] } ?? 0
    }
  }

  /// How many of the samples a network puts into the right class, from 0 to 1.
  public func accuracy(of network: Perceptron) -> Double {
    let right = zip(classes, predictions(of: network)).count { $0 == $1 }
    return Double(right) / Double(count)
  }
}

extension DataSet {
  /// Arms of a spiral, a class each, which no straight line parts: CS231n, "Putting it together: Minimal Neural Network Case
  /// Study".
  ///
  /// - Parameter noise: the standard deviation of the angles, in radians.
  public static func spiral(
    classes: Int = 3, samples: Int = 100, noise: Double = 0.2, from torch: inout TorchGenerator
  ) -> DataSet {
    var (inputs, labels): ([[Double]], [Int]) = ([], [])
    for label in 0..<classes {
      let deviations = torch.randn(samples, as: Double.self)
      for (index, deviation) in deviations.enumerated() {
        let radius = Double(index) / Double(samples - 1)
        let angle = 4 * (Double(label) + radius) + noise * deviation
        inputs.append([radius * .sin(angle), radius * .cos(angle)])
        labels.append(label)
      }
    }
    return DataSet(inputs: Matrix(inputs), classes: labels, of: classes)
  }

  /// Clouds of normally distributed points, a class each, which overlap where they are near each other.
  ///
  /// - Parameters:
  ///   - centers: where the clouds lie.
  ///   - samples: how many points each of them has.
  ///   - deviation: the standard deviation in each direction.
  public static func clouds(
    around centers: [[Double]], samples: Int, deviation: Double, from torch: inout TorchGenerator
  ) -> DataSet {
    var (inputs, labels): ([[Double]], [Int]) = ([], [])
    for (label, center) in centers.enumerated() {
      for _ in 0..<samples {
        let deviations = torch.randn(center.count, as: Double.self)
        inputs.append(zip(center, deviations).map { $0 + deviation * $1 })
        labels.append(label)
      }
    }
    return DataSet(inputs: Matrix(inputs), classes: labels, of: centers.count)
  }

  /// Three clouds that overlap, two standard deviations from each other.
  ///
  /// - Parameter samples: how many points each of them has.
  public static func threeClouds(
    samples: Int, from torch: inout TorchGenerator
  ) -> DataSet {
    let height = 3.0.squareRoot()
    return clouds(
      around: [[0, 2 * height / 3], [-1, -height / 3], [1, -height / 3]], samples: samples,
      deviation: 1, from: &torch)
  }

  /// A curve with noise: numbers to predict from one input.
  ///
  /// - Parameters:
  ///   - range: that of the inputs, which are drawn uniformly.
  ///   - noise: the standard deviation of what is added to the curve.
  public static func curve(
    _ curve: (Double) -> Double, samples: Int, over range: ClosedRange<Double>, noise: Double,
    from torch: inout TorchGenerator
  ) -> DataSet {
    let x = torch.uniform(
      samples, from: range.lowerBound, to: range.upperBound, as: Double.self)
    let deviations = torch.randn(samples, as: Double.self)
    return DataSet(
      inputs: Matrix(x.map { [$0] }),
      targets: Matrix(zip(x, deviations).map { [curve($0) + noise * $1] }))
  }
}
