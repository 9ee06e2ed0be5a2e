import Formulas

/// What goes wrong with half a wave of the cosine.
enum CosineMistakes {
  /// Mistakes with η_m + (η − η_m)·(1 + cos(π·e/T))/2.
  static let all: [Variant] = [
    halfMissing,
    .mistake(
      "least-rate-added",
      "the lowest rate is added on top: η·(1 + cos)/2 where (η − eta_min)·(1 + cos)/2 belongs",
      "最低学习率被额外加上：η·(1 + cos)/2，应当是 (η − eta_min)·(1 + cos)/2",
      .rewrite { $0.minuend }),
    .mistake(
      "least-rate-missing",
      "the lowest rate eta_min is not used: the rate falls towards 0",
      "没有用到最低学习率 eta_min：学习率降向 0",
      .replace("η") { $0.right.without("η_m").rewriting { $0.minuend } }),
    .mistake(
      "pi-missing",
      "π is missing: cos(e/T) where cos(π·e/T) belongs",
      "漏了 π：cos(e/T)，应当是 cos(π·e/T)",
      .replace("η") { $0.right.without("π") }),
    .mistake(
      "upside-down",
      "the wave rises: 1 − cos where 1 + cos belongs",
      "波是上升的：1 − cos，应当是 1 + cos",
      .rewrite {
        $0.calculation == .sum && $0.operands[0].isLiteral(1) ? 1 - $0.operands[1] : nil
      }),
  ]

  static let halfMissing: Variant = .mistake(
    "half-missing",
    "the wave is not halved: 1 + cos where (1 + cos)/2 belongs",
    "漏了一半：1 + cos，应当是 (1 + cos)/2",
    .rewrite {
      $0.calculation == .quotient && $0.operands[1].isLiteral(2) ? $0.operands[0] : nil
    })
}
