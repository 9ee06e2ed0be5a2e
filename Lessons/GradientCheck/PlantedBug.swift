import ArgumentParser
import Formulas
import Networks
import Words

/// A mistake in backpropagation, planted into the network's own code where that names a quantity.
enum PlantedBug: String, CaseIterable, Sendable, ExpressibleByArgument {
  case none, transposed, path, slope, sign, bias

  /// What is wrong, in a clause.
  var explanation: Words {
    switch self {
    case .none: Words(en: "nothing is wrong", zh: "没有错误")
    case .transposed:
      Words(
        en: "w₆ and w₇ are exchanged on the way back, as where a matrix is not transposed",
        zh: "反向时 w₆ 和 w₇ 用反了，就像矩阵漏了转置")
    case .path:
      Words(
        en: "only the path through o₁ leads back to the hidden neurons, not the one through o₂",
        zh: "回到隐藏神经元时只算了经过 o₁ 的路径，漏了经过 o₂ 的")
    case .slope:
      Words(
        en: "the slope out·(1 − out) of the hidden neurons is left out",
        zh: "漏了隐藏神经元的斜率 out·(1 − out)")
    case .sign:
      Words(en: "the error is t − out where out − t belongs", zh: "误差写成了 t − out，应当是 out − t")
    case .bias:
      Words(
        en: "a bias gets the derivative of the first neuron of its layer only",
        zh: "偏置只得到了本层第一个神经元的导数")
    }
  }

  /// The gradient of the network, the weights first, with the mistake.
  func gradient(
    of network: DenseNetwork, _ sample: Sample<Traced>, _ parameters: Parameters<Traced>
  ) -> [Double] {
    let forward = network.forward(sample, parameters)
    let editor = Editor(bug: self, weights: parameters.weights.map(\.value))
    let gradient = Traced.$editor.withValue(editor) {
      network.backward(sample, parameters, from: forward).gradient
    }
    return (gradient.weights + gradient.biases).map(\.value)
  }

  /// Says what the quantities of the backward pass are to be.
  private final class Editor: Formulas.Editor {
    private let bug: PlantedBug
    private let weights: [Double]

    init(bug: PlantedBug, weights: [Double]) { (self.bug, self.weights) = (bug, weights) }

    func name(_ number: Traced, _ symbol: Symbol, _ t: Step?, isPart: Bool) -> Traced? {
      switch (bug, symbol.name) {
      case (.transposed, "dnet_o1_dout_h2"): Traced(weights[6])
      case (.transposed, "dnet_o2_dout_h1"): Traced(weights[5])
      case (.path, "dE_dout_h1"), (.path, "dE_dout_h2"): number.operands[0]
      case (.slope, "dout_h1_dnet_h1"), (.slope, "dout_h2_dnet_h2"): 1
      case (.sign, "dE_dout_o1"), (.sign, "dE_dout_o2"): -number
      case (.bias, "dE_db1"), (.bias, "dE_db2"): number.operands[0]
      default: nil
      }
    }
  }
}
