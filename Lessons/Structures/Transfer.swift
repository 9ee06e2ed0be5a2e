import Descent
import Perceptrons
import TorchRandom

/// A network that has learned three classes, and what of it is of use for two others of which there are few samples.
struct Transfer {
  /// The accuracies on new samples: in the first task, then in the second one with trained layers kept and from scratch, a
  /// number for each draw of the few samples.
  let first: Double
  private(set) var kept: [Double] = []
  private(set) var scratch: [Double] = []

  static let (hidden, epochs, rate, draws) = (24, 300, 0.03, 10)
  /// The arm of the spiral that the second task tells from the others.
  static let arm = 1

  init(samples: Int, seed: Int) {
    var torch = TorchGenerator(seed: seed)
    func trained(_ network: Perceptron, on data: DataSet) -> Perceptron {
      var fitting = Fitting(
        network, loss: .crossEntropy, by: Adam<Double>(["η": Self.rate]))
      for _ in 0..<Self.epochs { fitting.step(on: data, from: &torch) }
      return fitting.network
    }
    func network(_ sizes: [Int]) -> Perceptron { Perceptron(sizes, .tanh, from: &torch) }

    let spiral = DataSet.spiral(from: &torch)
    let teacher = trained(network([2, Self.hidden, 3]), on: spiral)
    let new = DataSet.spiral(from: &torch)
    first = new.accuracy(of: teacher)
    let test = Self.secondTask(new)
    for _ in 0..<Self.draws {
      let few = Self.few(samples, of: Self.secondTask(.spiral(from: &torch)), from: &torch)
      // What the trained layer makes of the inputs goes into a new last layer, the only one that learns.
      let last = trained(network([Self.hidden, 2]), on: Self.features(of: few, by: teacher))
      kept.append(Self.features(of: test, by: teacher).accuracy(of: last))
      scratch.append(test.accuracy(of: trained(network([2, Self.hidden, 2]), on: few)))
    }
  }

  /// One arm or another one.
  private static func secondTask(_ spiral: DataSet) -> DataSet {
    DataSet(inputs: spiral.inputs, classes: spiral.classes.map { $0 == arm ? 1 : 0 }, of: 2)
  }

  /// As many samples of each class.
  private static func few(
    _ count: Int, of data: DataSet, from torch: inout TorchGenerator
  ) -> DataSet {
    let (order, classes) = (torch.randperm(data.count), data.classes)
    return data.samples(
      [0, 1].flatMap { label in order.filter { classes[$0] == label }.prefix(count) })
  }

  /// What goes into the last layer of a network.
  private static func features(of data: DataSet, by network: Perceptron) -> DataSet {
    let signals = network.forward(data.inputs).signals
    return DataSet(inputs: signals[signals.count - 1], targets: data.targets)
  }
}
