import Descent
import Formulas
import Words

/// Numbers of further forms of an optimizer, as programs leave them on where none is asked for.
enum DescentUnknowns {
  static func all<Method: Optimizer<Traced> & SendableMetatype>(_ method: Method.Type) -> [Unknown]
  {
    let rate = Symbol("η")
    let quantities = Method.declaration.quantities.map(\.symbol)
    @Sendable func slowed(_ factor: @escaping @Sendable (Scope) -> Traced) -> [Edit] {
      [.quantities(quantities) { $0.right.replacing(rate, by: $0.η * factor($0)) }]
    }
    return [
      of(Penalized<Method>.self, defaults: [0.01, 1e-4, 5e-4]) {
        Words(
          en:
            "a weight decay of \($0) is added to the gradient, g + \($0)·w, where none is asked for",
          zh: "梯度中加上了权重衰减 \($0)：g + \($0)·w，题目没有要求")
      },
      Unknown("weight-decay", of: "g", right: 0, .part, guesses: [0.01, 0.1, 0.001]) {
        let λ = Numerals.exact.text($0)
        return Words(
          en:
            "a weight decay of \(λ) is added to the gradient, g + \(λ)·w, where none is asked for",
          zh: "梯度中加上了权重衰减 \(λ)：g + \(λ)·w，题目没有要求")
      } _: { number in
        [.replace("g") { $0.right + Traced(number) * $0.w }]
      },
      of(Decayed<Method>.self, defaults: [0.01], name: "decoupled-weight-decay") {
        Words(
          en:
            "w decays by η·\($0) of itself in each step, as in AdamW, where no weight decay is asked for",
          zh: "每一步 w 另外减去自身的 η·\($0)（解耦的权重衰减，如 AdamW），题目没有要求")
      },
      of(Accumulating<Method>.self, defaults: [0.9]) {
        Words(
          en: "a momentum of \($0) is left on, where none is asked for", zh: "多用了动量 \($0)，题目没有要求")
      },
      of(Slowing<Method>.self, defaults: [1]) {
        $0 == "1"
          ? Words(
            en: "the learning rate falls from step to step: it is η/t where η belongs",
            zh: "学习率逐步减小：成了 η/t，应当是 η")
          : Words(
            en:
              "the learning rate falls from step to step: it is η/(1 + \($0)·(t − 1)) where η belongs",
            zh: "学习率逐步减小：成了 η/(1 + \($0)·(t − 1))，应当是 η")
      },
      Unknown("rate-factor", right: 1, .positivePart, guesses: [0.9, 0.95, 0.99, 0.5]) {
        let number = Numerals.exact.text($0)
        return Words(
          en: "the learning rate is multiplied by \(number) in each step, where it is to stay η",
          zh: "学习率每一步都乘以 \(number)，应当保持为 η")
      } _: { number in
        slowed { .pow(Traced(number), $0.t.number - 1) }
      },
      Unknown("rate-end", right: 0, guesses: [1, 2]) { _ in
        Words(
          en: "the learning rate falls to 0 on a straight line, where it is to stay η",
          zh: "学习率沿直线降到 0，应当保持为 η")
      } _: { number in
        slowed {
          1 - Traced(Double($0.t.number) + number - 2) / Traced(Double($0.assignment.steps))
        }
      },
      Unknown("rate-power", right: 0, guesses: [0.5]) { _ in
        Words(
          en: "the learning rate falls from step to step: it is η/√t where η belongs",
          zh: "学习率逐步减小：成了 η/√t，应当是 η")
      } _: { _ in
        slowed { 1 / .sqrt(Traced(Double($0.t.number)).named("t")) }
      },
      Unknown(
        "gradient-factor", of: "g", right: 1, defaults: [2, 0.5],
        guesses: [-1, 0.25, 0.125, 1 / 16, 1 / 32, 1 / 64, 0.1, 0.01]
      ) {
        switch $0 {
        case 2:
          Words(
            en: "the gradient is twice as large as it should be, as where a ½ is forgotten",
            zh: "梯度大了一倍，例如漏了 ½")
        case 0.5: Words(en: "the gradient is half as large as it should be", zh: "梯度小了一半")
        default:
          Words(
            en: "the gradient is \(Numerals.exact.text($0)) times what it should be",
            zh: "梯度是应有的 \(Numerals.exact.text($0)) 倍")
        }
      } _: { number in
        [.replace("g") { Traced(number) * $0.right }]
      },
      Unknown("gradient-clipped", of: "g", right: .infinity, guesses: [1, 0.5, 5, 10, 2, 0.1]) {
        let number = Numerals.exact.text($0)
        return Words(
          en: "the gradient is clipped to the range from −\(number) to \(number)",
          zh: "梯度被截断到 −\(number) 与 \(number) 之间")
      } _: { number in
        [.replace("g") { .maximum(Traced(-number), .minimum(Traced(number), $0.right)) }]
      },
    ]
  }

  /// The number that a wrapper has beside those of the optimizer; 0 is as if it were not there.
  private static func of<Wrapper: Optimizer<Traced> & SendableMetatype>(
    _ wrapper: Wrapper.Type, defaults: [Double], name: String? = nil,
    _ explanation: @escaping @Sendable (_ number: String) -> Words
  ) -> Unknown {
    let parameter = Wrapper.declaration.hyperparameters[
      Wrapper.declaration.hyperparameters.count - 1]
    return Unknown(
      name ?? parameter.option, right: 0, .part, defaults: defaults,
      guesses: [0.1, 0.001, 0.005, 0.5], by: .descent(wrapper)
    ) {
      explanation(Numerals.exact.text($0))
    } _: { number in
      [.exercise { $0.add(parameter, number) }]
    }
  }
}
