import Descent
import Formulas
import Testing

/// What the optimizers say about their second step on w²/2 from 1.
@Suite struct DerivationTests {
  private func lines(of optimizer: some Optimizer<Traced>) -> [String] {
    descend(on: .halfSquare, from: [1], with: optimizer, steps: 2).rows[2].quantities()
      .map { "\($0.value.derivation())" }
  }

  @Test func gradientDescent() {
    #expect(
      lines(of: GradientDescent(η: 0.01)) == [
        "g₂ = w₁ = 0.99", "w₂ = w₁ − η·g₂ = 0.99 − 0.01·0.99 = 0.9801",
      ])
  }

  @Test func momentum() {
    #expect(
      lines(of: Momentum(η: 0.01, β: 0.9)) == [
        "g₂ = w₁ = 0.99", "v₂ = β·v₁ + g₂ = 0.9·1 + 0.99 = 1.89",
        "w₂ = w₁ − η·v₂ = 0.99 − 0.01·1.89 = 0.9711",
      ])
    #expect(
      lines(of: Penalized(DampenedMomentum(η: 0.01, β: 0.9, τ: 0.5), λ: 0.1))[1]
        == "v₂ = β·v₁ + (1 − τ)·(g₂ + λ·w₁) = 0.9·1.1 + (1 − 0.5)·(0.989 + 0.1·0.989) = 1.53395")
  }

  @Test func averagedMomentum() {
    #expect(
      lines(of: AveragedMomentum(η: 0.01, β: 0.9)) == [
        "g₂ = w₁ = 0.99", "s₂ = β·s₁ + (1 − β)·g₂ = 0.9·1 + (1 − 0.9)·0.99 = 0.999",
        "w₂ = w₁ − η·s₂ = 0.99 − 0.01·0.999 = 0.98001",
      ])
  }

  @Test func nesterov() {
    #expect(
      lines(of: Nesterov(η: 0.01, β: 0.9)) == [
        "g₂ = w₁ = 0.981", "v₂ = β·v₁ + g₂ = 0.9·1 + 0.981 = 1.881",
        "w₂ = w₁ − η·(g₂ + β·v₂) = 0.981 − 0.01·(0.981 + 0.9·1.881) = 0.954261",
      ])
  }

  @Test func lookAheadNesterov() {
    #expect(
      lines(of: LookAheadNesterov(η: 0.01, β: 0.9)) == [
        "w̃₁ = w₁ + β·v₁ = 0.99 + 0.9·(−0.01) = 0.981", "g₂ = w̃₁ = 0.981",
        "v₂ = β·v₁ − η·g₂ = 0.9·(−0.01) − 0.01·0.981 = −0.01881",
        "w₂ = w₁ + v₂ = 0.99 + (−0.01881) = 0.97119",
      ])
  }

  @Test func adaGrad() {
    #expect(
      lines(of: AdaGrad(η: 0.01)) == [
        "g₂ = w₁ = 0.99", "s₂ = s₁ + g₂² = 1 + 0.99² = 1.9801",
        "η′₂ = η/(√s₂ + ε) = 0.01/(√1.9801 + 1e−10) = 0.00710651",
        "w₂ = w₁ − η′₂·g₂ = 0.99 − 0.00710651·0.99 = 0.982965",
      ])
    #expect(
      lines(of: Slowing(AdaGrad(η: 0.01), d: 0.1))[2]
        == "η′₂ = η/(1 + (t − 1)·d)/(√s₂ + ε) = 0.01/(1 + 1·0.1)/(√1.9801 + 1e−10) = 0.00646046")
  }

  @Test func rmsProp() {
    #expect(
      lines(of: RMSProp(η: 0.01, β: 0.9)) == [
        "g₂ = w₁ = 0.968377", "s₂ = β·s₁ + (1 − β)·g₂² = 0.9·0.1 + (1 − 0.9)·0.968377² = 0.183775",
        "η′₂ = η/(√s₂ + ε) = 0.01/(√0.183775 + 1e−8) = 0.0233269",
        "w₂ = w₁ − η′₂·g₂ = 0.968377 − 0.0233269·0.968377 = 0.945788",
      ])
    let centered = lines(of: CenteredRMSProp(η: 0.01, β: 0.9, ε: 1e-8))
    #expect(centered[3].hasPrefix("η′₂ = η/(√(s₂ − m₂²) + ε) = "))
    let full = lines(of: Accumulating(RMSProp(η: 0.01, β: 0.9), μ: 0.5))
    #expect(full.map { String($0.prefix { $0 != "=" }) } == ["g₂ ", "s₂ ", "η′₂ ", "v₂ ", "w₂ "])
  }

  @Test func adam() {
    #expect(
      lines(of: Adam(η: 0.01, β1: 0.9, β2: 0.99)) == [
        "g₂ = w₁ = 0.99",
        "m₂ = β₁·m₁ + (1 − β₁)·g₂ = 0.9·0.1 + (1 − 0.9)·0.99 = 0.189",
        "s₂ = β₂·s₁ + (1 − β₂)·g₂² = 0.99·0.01 + (1 − 0.99)·0.99² = 0.019701",
        "m̂₂ = m₂/(1 − β₁²) = 0.189/(1 − 0.9²) = 0.994737",
        "ŝ₂ = s₂/(1 − β₂²) = 0.019701/(1 − 0.99²) = 0.99",
        "w₂ = w₁ − η·m̂₂/(√ŝ₂ + ε) = 0.99 − 0.01·0.994737/(√0.99 + 1e−8) = 0.980003",
      ])
  }
}
