import Descent
import Formulas

extension Subject {
  /// Gradient descent on the example of section 4.1 of the course, and what is known to go wrong with it.
  public static let gradientDescent = optimizer(
    GradientDescent<Traced>.self, on: .fourSquare, from: [2], steps: 20,
    probe: ["learning-rate": 0.05], drawsStart: true,
    choices: ["learning-rate": [0.1, 0.2, 0.3, 0.4]],
    DescentMistakes.all + [
      .mistake(
        "gradient-doubled",
        "the gradient is twice as large, as where the ½ of w²/2 is forgotten",
        "梯度大了一倍，例如漏了 w²/2 中的 ½",
        .replace("g") { 2 * $0.right }),
      .mistake(
        "gradient-halved",
        "the gradient is half as large, as where the inner derivative of (2x)² is forgotten",
        "梯度小了一半，例如漏了 (2x)² 的内层导数",
        .replace("g") { $0.right / 2 }),
    ])
}
