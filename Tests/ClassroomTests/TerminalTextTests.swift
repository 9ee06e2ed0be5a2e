import Lecture
import Lessons
import Testing

@testable import Classroom

@Suite struct TerminalTextTests {
  private func text(_ arguments: [String], _ language: Language, allRows: Bool = false) throws
    -> String
  {
    let document = try AdamLesson.parse(arguments).document(in: language)
    return TerminalText(language: language, showsAllRows: allRows).text(of: document)
  }

  @Test func theLessonInEnglish() throws {
    #expect(
      try text([], .english) == """
        Adam, step by step
        ══════════════════

        Adam minimises L(w) = w²/2 (course section 3.3.5) with w₀ = 1, η = 0.01, β₁ = 0.9, β₂ = 0.99, ε = 1e−8.

        The formulas
        ────────────

          L(w) = w²/2                   the loss
          gₜ = wₜ₋₁                     its gradient at wₜ₋₁
          mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ    the mean gradient, recent steps counting more
          sₜ = β₂·sₜ₋₁ + (1 − β₂)·gₜ²   the mean squared gradient, likewise
          m̂ₜ = mₜ/(1 − β₁ᵗ)             m without its bias towards m₀ = 0
          ŝₜ = sₜ/(1 − β₂ᵗ)             s without its bias towards s₀ = 0
          wₜ = wₜ₋₁ − η·m̂ₜ/(√ŝₜ + ε)    the step

        The first steps, with their numbers
        ───────────────────────────────────

        Step 1
          g₁ = w₀ = 1
          m₁ = β₁·m₀ + (1 − β₁)·g₁ = 0.9·0 + (1 − 0.9)·1 = 0.1
          s₁ = β₂·s₀ + (1 − β₂)·g₁² = 0.99·0 + (1 − 0.99)·1² = 0.01
          m̂₁ = m₁/(1 − β₁¹) = 0.1/(1 − 0.9¹) = 1
          ŝ₁ = s₁/(1 − β₂¹) = 0.01/(1 − 0.99¹) = 1
          w₁ = w₀ − η·m̂₁/(√ŝ₁ + ε) = 1 − 0.01·1/(√1 + 1e−8) = 0.99

        Step 2
          g₂ = w₁ = 0.99
          m₂ = β₁·m₁ + (1 − β₁)·g₂ = 0.9·0.1 + (1 − 0.9)·0.99 = 0.189
          s₂ = β₂·s₁ + (1 − β₂)·g₂² = 0.99·0.01 + (1 − 0.99)·0.99² = 0.019701
          m̂₂ = m₂/(1 − β₁²) = 0.189/(1 − 0.9²) = 0.994737
          ŝ₂ = s₂/(1 − β₂²) = 0.019701/(1 − 0.99²) = 0.99
          w₂ = w₁ − η·m̂₂/(√ŝ₂ + ε) = 0.99 − 0.01·0.994737/(√0.99 + 1e−8) = 0.980003

        Step 3
          g₃ = w₂ = 0.980003
          m₃ = β₁·m₂ + (1 − β₁)·g₃ = 0.9·0.189 + (1 − 0.9)·0.980003 = 0.2681
          s₃ = β₂·s₂ + (1 − β₂)·g₃² = 0.99·0.019701 + (1 − 0.99)·0.980003² = 0.029108
          m̂₃ = m₃/(1 − β₁³) = 0.2681/(1 − 0.9³) = 0.9893
          ŝ₃ = s₃/(1 − β₂³) = 0.029108/(1 − 0.99³) = 0.980036
          w₃ = w₂ − η·m̂₃/(√ŝ₃ + ε) = 0.980003 − 0.01·0.9893/(√0.980036 + 1e−8) = 0.970009

        All steps
        ─────────

          step         g         m          s         m̂         ŝ  effective step         w       L(w)
             0                                                                     1         0.5
             1  1         0.1       0.01       1         1             0.01        0.99      0.49005
             2  0.99      0.189     0.019701   0.994737  0.99          0.00999748  0.980003  0.480202
             3  0.980003  0.2681    0.029108   0.9893    0.980036      0.00999326  0.970009  0.470459
             4  0.970009  0.338291  0.0382261  0.98369   0.970108      0.00998731  0.960022  0.460821
             5  0.960022  0.400464  0.0470603  0.977911  0.960219      0.00997962  0.950042  0.45129
             6  0.950042  0.455422  0.0556155  0.971963  0.95037       0.00997019  0.940072  0.441868
             7  0.940072  0.503887  0.0638967  0.96585   0.940561      0.00995901  0.930113  0.432555
          … 85 rows left out (--all-rows prints them) …
            93  0.249199  0.30313   0.197376   0.303146  0.325011      0.00531745  0.243881  0.029739
            94  0.243881  0.297205  0.195997   0.29722   0.320667      0.00524869  0.238633  0.0284728
            95  0.238633  0.291348  0.194606   0.291361  0.316379      0.00517997  0.233453  0.0272501
            96  0.233453  0.285558  0.193205   0.28557   0.312148      0.0051113   0.228341  0.0260699
            97  0.228341  0.279836  0.191794   0.279847  0.307973      0.00504271  0.223299  0.0249311
            98  0.223299  0.274183  0.190375   0.274192  0.303853      0.00497419  0.218324  0.0238328
            99  0.218324  0.268597  0.188948   0.268605  0.299789      0.00490576  0.213419  0.0227738
           100  0.213419  0.263079  0.187514   0.263086  0.295778      0.00483743  0.208581  0.0217531

        PyTorch prints w = 0.990000, 0.980003 for the first steps; here it is 0.990000, 0.980003: the same digits.

        """)
  }

  @Test func theLessonInChinese() throws {
    #expect(
      try text([], .chinese) == """
        Adam 逐步演算
        ═════════════

        用 Adam 求 L(w) = w²/2 的最小值（课程 3.3.5 节），其中 w₀ = 1，η = 0.01，β₁ = 0.9，β₂ = 0.99，ε = 1e−8。

        公式
        ────

          L(w) = w²/2                   损失函数
          gₜ = wₜ₋₁                     损失在 wₜ₋₁ 处的梯度
          mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ    一阶矩：梯度的指数加权平均
          sₜ = β₂·sₜ₋₁ + (1 − β₂)·gₜ²   二阶矩：梯度平方的指数加权平均
          m̂ₜ = mₜ/(1 − β₁ᵗ)             偏差校正，抵消 m₀ = 0 的影响
          ŝₜ = sₜ/(1 − β₂ᵗ)             偏差校正，抵消 s₀ = 0 的影响
          wₜ = wₜ₋₁ − η·m̂ₜ/(√ŝₜ + ε)    更新权重

        前几步的代入计算
        ────────────────

        第 1 步
          g₁ = w₀ = 1
          m₁ = β₁·m₀ + (1 − β₁)·g₁ = 0.9·0 + (1 − 0.9)·1 = 0.1
          s₁ = β₂·s₀ + (1 − β₂)·g₁² = 0.99·0 + (1 − 0.99)·1² = 0.01
          m̂₁ = m₁/(1 − β₁¹) = 0.1/(1 − 0.9¹) = 1
          ŝ₁ = s₁/(1 − β₂¹) = 0.01/(1 − 0.99¹) = 1
          w₁ = w₀ − η·m̂₁/(√ŝ₁ + ε) = 1 − 0.01·1/(√1 + 1e−8) = 0.99

        第 2 步
          g₂ = w₁ = 0.99
          m₂ = β₁·m₁ + (1 − β₁)·g₂ = 0.9·0.1 + (1 − 0.9)·0.99 = 0.189
          s₂ = β₂·s₁ + (1 − β₂)·g₂² = 0.99·0.01 + (1 − 0.99)·0.99² = 0.019701
          m̂₂ = m₂/(1 − β₁²) = 0.189/(1 − 0.9²) = 0.994737
          ŝ₂ = s₂/(1 − β₂²) = 0.019701/(1 − 0.99²) = 0.99
          w₂ = w₁ − η·m̂₂/(√ŝ₂ + ε) = 0.99 − 0.01·0.994737/(√0.99 + 1e−8) = 0.980003

        第 3 步
          g₃ = w₂ = 0.980003
          m₃ = β₁·m₂ + (1 − β₁)·g₃ = 0.9·0.189 + (1 − 0.9)·0.980003 = 0.2681
          s₃ = β₂·s₂ + (1 − β₂)·g₃² = 0.99·0.019701 + (1 − 0.99)·0.980003² = 0.029108
          m̂₃ = m₃/(1 − β₁³) = 0.2681/(1 − 0.9³) = 0.9893
          ŝ₃ = s₃/(1 − β₂³) = 0.029108/(1 − 0.99³) = 0.980036
          w₃ = w₂ − η·m̂₃/(√ŝ₃ + ε) = 0.980003 − 0.01·0.9893/(√0.980036 + 1e−8) = 0.970009

        各步的数值
        ──────────

          步数         g         m          s         m̂         ŝ    有效步长         w       L(w)
             0                                                                 1         0.5
             1  1         0.1       0.01       1         1         0.01        0.99      0.49005
             2  0.99      0.189     0.019701   0.994737  0.99      0.00999748  0.980003  0.480202
             3  0.980003  0.2681    0.029108   0.9893    0.980036  0.00999326  0.970009  0.470459
             4  0.970009  0.338291  0.0382261  0.98369   0.970108  0.00998731  0.960022  0.460821
             5  0.960022  0.400464  0.0470603  0.977911  0.960219  0.00997962  0.950042  0.45129
             6  0.950042  0.455422  0.0556155  0.971963  0.95037   0.00997019  0.940072  0.441868
             7  0.940072  0.503887  0.0638967  0.96585   0.940561  0.00995901  0.930113  0.432555
          …… 省略 85 行（用 --all-rows 显示全部）……
            93  0.249199  0.30313   0.197376   0.303146  0.325011  0.00531745  0.243881  0.029739
            94  0.243881  0.297205  0.195997   0.29722   0.320667  0.00524869  0.238633  0.0284728
            95  0.238633  0.291348  0.194606   0.291361  0.316379  0.00517997  0.233453  0.0272501
            96  0.233453  0.285558  0.193205   0.28557   0.312148  0.0051113   0.228341  0.0260699
            97  0.228341  0.279836  0.191794   0.279847  0.307973  0.00504271  0.223299  0.0249311
            98  0.223299  0.274183  0.190375   0.274192  0.303853  0.00497419  0.218324  0.0238328
            99  0.218324  0.268597  0.188948   0.268605  0.299789  0.00490576  0.213419  0.0227738
           100  0.213419  0.263079  0.187514   0.263086  0.295778  0.00483743  0.208581  0.0217531

        PyTorch 前几步打印的 w 是 0.990000、0.980003；这里算得 0.990000、0.980003：完全一致。

        """)
  }

  @Test func aDivergingRunSaysSoAndAtWhichStep() throws {
    let english = try text(["--learning-rate", "1e200"], .english)
    #expect(
      english.hasSuffix(
        """
          step  g    m     s  m̂  ŝ  effective step       w  L(w)
             0                                       1       0.5
             1  1  0.1  0.01  1  1           1e200  −1e200   ∞

        The run diverges: at step 1, L(w) is no longer a finite number. The figure shows the steps before. A smaller --learning-rate helps.

        """))
    let chinese = try text(["--learning-rate", "1e200"], .chinese)
    #expect(chinese.contains("运行发散：第 1 步的 L(w) 已不是有限的数。"))
  }

  @Test func pyTorchIsQuotedForTheCoursesParametersOnly() throws {
    #expect(try text(["--steps", "5000"], .english).contains("PyTorch"))
    let one = try text(["--steps", "1"], .english)
    #expect(one.contains("PyTorch prints w = 0.990000 for the first steps; here it is 0.990000"))
    for arguments in [
      ["--learning-rate", "0.02"], ["--beta1", "0.8"], ["--beta2", "0.999"], ["--start", "2"],
      ["--epsilon", "1e-7"],
    ] {
      #expect(try !text(arguments, .english).contains("PyTorch"))
    }
  }

  @Test func longTablesAreShortenedUnlessAllRowsAreWanted() throws {
    func rows(_ text: String) -> [Int] {
      text.split(separator: "\n").compactMap { line in
        line.first == " " ? line.split(separator: " ").first.flatMap { Int($0) } : nil
      }
    }
    #expect(rows(try text(["--steps", "23"], .english)) == Array(0...23))
    let short = try text(["--steps", "200"], .english)
    #expect(rows(short) == Array(0...7) + Array(193...200))
    #expect(short.contains("… 185 rows left out"))
    #expect(rows(try text(["--steps", "200"], .english, allRows: true)) == Array(0...200))
  }

  /// The columns of the table, as the display columns at which each line's words end or their points stand.
  @Test(arguments: Language.allCases)
  func headingsEndWhereTheirColumnsDo(language: Language) throws {
    let lines = try text(["--start", "3"], language).split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("     0") })
    let points = lines[(first + 1)...(first + 7)].map { line in
      line.indices.filter { line[$0] == "." }.map { String(line[..<$0]).displayWidth }
    }
    #expect(points.allSatisfy { !$0.isEmpty })
    let width = lines[first - 1].displayWidth
    for line in lines[first...(first + 16)] { #expect(line.displayWidth <= width) }
  }

  @Test(arguments: [
    ("abc", 3), ("步数", 4), ("m̂", 1), ("ŝ", 1), ("（）", 4), ("−√·ₜ", 4), ("", 0), ("e\u{301}", 1),
  ])
  func wideLettersTakeTwoColumns(text: String, width: Int) {
    #expect(text.displayWidth == width)
    #expect(text.padded(to: 6).displayWidth == 6)
  }
}
