import Descent
import Formulas

/// Other rules that are taken for Adam, and mistakes with arrays and clocks that one exercise does not show.
enum AdamRelatives {
  static let all: [Variant] = [
    .mistake(
      "amsgrad", of: "ŝ",
      "this is AMSGrad: the root is that of the largest s so far (amsgrad=True)",
      "这是 AMSGrad：根号之内是到目前为止最大的 s（amsgrad=True）",
      by: .descent(AMSGrad.self)),
    .mistake(
      "amsgrad",
      "this is AMSGrad: the root is that of the largest ŝ so far",
      "这是 AMSGrad：根号之内是到目前为止最大的 ŝ",
      .replace("ŝ") { scope in
        scope.before("ŝ").map { .maximum($0, scope.right) } ?? scope.right
      }),
    .mistake(
      "amsgrad", of: "w",
      "this is AMSGrad: the root is that of the largest ŝ so far, which is not recorded",
      "这是 AMSGrad：根号之内是到目前为止最大的 ŝ，没有记录",
      .replace("w") { scope in
        let largest = scope.largest("ŝ")
        return scope.right.replacing("ŝ", by: largest)
      }),
    .mistake(
      "nadam",
      "this is Nadam (Dozat 2016): the step goes along β₁·m̂ + (1 − β₁)·g/(1 − β₁ᵗ), which looks ahead",
      "这是 Nadam（Dozat 2016）：沿带前瞻的 β₁·m̂ + (1 − β₁)·g/(1 − β₁ᵗ) 更新",
      .replace("w") {
        $0.right.replacing(
          "m̂", by: $0.β1 * $0.m̂ + (1 - $0.β1) * $0.g / (1 - .pow($0.β1, $0.t)))
      }),
    .mistake(
      "nadam",
      "this is a Nadam: the step goes along (β₁·m + (1 − β₁)·g)/(1 − β₁ᵗ), which looks ahead",
      "这是一种 Nadam：沿带前瞻的 (β₁·m + (1 − β₁)·g)/(1 − β₁ᵗ) 更新",
      .replace("w") {
        $0.right.replacing(
          "m̂", by: ($0.β1 * $0.m + (1 - $0.β1) * $0.g) / (1 - .pow($0.β1, $0.t)))
      }),
    .mistake(
      "nadam",
      "this is Nadam: the step goes along β₁·m/(1 − β₁ᵗ⁺¹) + (1 − β₁)·g/(1 − β₁ᵗ), which looks ahead",
      "这是 Nadam：沿带前瞻的 β₁·m/(1 − β₁ᵗ⁺¹) + (1 − β₁)·g/(1 − β₁ᵗ) 更新",
      .replace("w") {
        let next = Step($0.t.number + 1)
        return $0.right.replacing(
          "m̂",
          by: $0.β1 * $0.m / (1 - .pow($0.β1, next)) + (1 - $0.β1) * $0.g / (1 - .pow($0.β1, $0.t)))
      }),
    .mistake(
      "adamax",
      "this is Adamax (section 7.1 of the Adam paper): s is the larger of β₂·s and |g|, without root and correction",
      "这是 Adamax（Adam 论文 7.1 节）：s 取 β₂·s 和 |g| 中较大的，不开方也不校正",
      .replace("s") { .maximum($0.β2 * $0.s, $0.g.magnitude) },
      .replace("w") { $0.w - $0.η * $0.m̂ / ($0.s + $0.ε) }),
    .mistake(
      "same-array", of: "s",
      "m and s are the same array: m = s = zeros, and each changes the other",
      "m 和 s 是同一个数组：m = s = zeros，互相覆盖",
      oneArray[0], oneArray[1]),
    .mistake(
      "same-array", of: "m",
      "m and s are the same array: m = s = zeros, and what is in it in the end is both",
      "m 和 s 是同一个数组：m = s = zeros，最后两者都是其中的数",
      oneArray[0], oneArray[1], .replace("m̂") { $0.right.replacing("m", by: $0.s) },
      .record("m") { $0.s }),
    .mistake(
      "clock-of-all", of: "m̂",
      "t is advanced for each parameter, where it is to be advanced once in each step",
      "每更新一个参数 t 就加了 1，应当每一步只加 1",
      .replace("β₁ᵗ") { .pow($0.β1, $0.clockOfAll) }, .replace("β₂ᵗ") { .pow($0.β2, $0.clockOfAll) }
    ),
  ]

  private static let oneArray = [
    Edit.replace("m") { scope in
      scope.before("s").map { scope.right.replacing("m", by: $0) } ?? scope.right
    },
    .replace("s") { $0.right.replacing("s", by: $0.m) },
  ]
}

extension Scope {
  /// The number of updates of any parameter so far.
  fileprivate var clockOfAll: Step {
    Step((t.number - 1) * max(1, coordinates.count) + coordinate + 1)
  }

  /// The largest number of a quantity so far.
  fileprivate func largest(_ symbol: Symbol) -> Traced {
    let name = Symbol("largest \(symbol.name)")
    let number = now(name).map { Traced.maximum($0, self[symbol]) } ?? self[symbol]
    remember(number, as: name)
    return number
  }
}
