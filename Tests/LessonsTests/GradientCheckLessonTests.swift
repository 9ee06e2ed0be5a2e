import Drawing
import Formulas
import Lecture
import Networks
import Plot
import TestSupport
import Testing
import Words

@testable import LessonGradientCheck

@Suite struct GradientCheckLessonTests {
  /// PyTorch 2.13's gradient of the course's network, by names such as dE_dw1.
  private struct Golden: Decodable {
    var chain: [String: Double]
  }

  @Test func rightGradientsPassAndArePyTorchs() throws {
    let golden: Golden = GoldenFile.read("backprop")
    let network = CheckedNetwork(h: 1e-5, bug: .none)
    #expect(network.right == network.planted)
    for error in network.errors(of: network.right) { #expect(Verdict(error: error) == .right) }
    var compared = 0
    for (symbol, a) in zip(network.names, network.right) {
      guard let theirs = golden.chain["dE_d\(symbol.name)"] else { continue }
      #expect(abs(a - theirs) < 1e-15)
      compared += 1
    }
    #expect(compared == 10)
  }

  /// Which derivatives a planted mistake makes wrong, and no others.
  @Test(arguments: [
    (PlantedBug.none, []), (.transposed, ["w1", "w2", "w3", "w4", "b1"]),
    (.path, ["w1", "w2", "w3", "w4", "b1"]), (.slope, ["w1", "w2", "w3", "w4", "b1"]),
    (.sign, ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2"]), (.bias, ["b1", "b2"]),
  ])
  func theBugIsFoundWhereItIs(bug: PlantedBug, wrong: [String]) {
    let network = CheckedNetwork(h: 1e-5, bug: bug)
    let errors = network.errors(of: network.planted)
    let found = zip(network.names, errors).filter { Verdict(error: $1) == .wrong }
    #expect(Set(found.map(\.0.name)) == Set(wrong))
    for (name, error) in zip(network.names, errors) where !wrong.contains(name.name) {
      #expect(Verdict(error: error) == .right)
    }
  }

  /// What the mistakes amount to: a sign gives 2, a slope that is left out 1 − out·(1 − out).
  @Test func mistakesHaveTheErrorsThatTheyMustHave() {
    let sign = CheckedNetwork(h: 1e-5, bug: .sign)
    for (a, planted) in zip(sign.right, sign.planted) { #expect(planted == -a) }
    for error in sign.errors(of: sign.planted) { #expect(abs(error - 2) < 1e-7) }
    let slope = CheckedNetwork(h: 1e-5, bug: .slope)
    for i in 0..<4 {
      let factor = slope.right[i] / slope.planted[i]
      #expect(factor > 0.2 && factor < 0.25)
      #expect(abs(slope.errors(of: slope.planted)[i] - (1 - factor)) < 1e-7)
    }
  }

  /// Slope 2 for central differences and 1 for forward ones where steps are large, −1 where they are small.
  @Test(arguments: CheckedFunction.allCases)
  func errorsFallAndRiseAsTheyShould(function: CheckedFunction) {
    let (central, forward) = (
      ErrorCurve(kind: .central, function: function, x: 1),
      ErrorCurve(kind: .forward, function: function, x: 1)
    )
    func slope(_ curve: ErrorCurve, _ h: Double) -> Double {
      .log10(curve.error(h: h) / curve.error(h: h / 10))
    }
    #expect(abs(slope(central, 1e-2) - 2) < 0.01)
    #expect(abs(slope(forward, 1e-3) - 1) < 0.01)
    // Rounding: no error is larger than a few ε/h, and some of them come near.
    let small = (4...26).map { Double.pow(10, -8 - Double($0) / 5) }
    let errors = small.map { central.error(h: $0) * $0 / Double.ulpOfOne }
    #expect(errors.allSatisfy { $0 < 10 } && errors.contains { $0 > 0.1 })
  }

  /// The best steps are near ε^(1/3) and ε^(1/2).
  @Test(arguments: CheckedFunction.allCases)
  func bestStepsAreNearTheRootsOfRounding(function: CheckedFunction) {
    for (kind, expected) in [
      (ErrorCurve.Kind.central, Double.pow(Double.ulpOfOne, 1.0 / 3)),
      (.forward, Double.ulpOfOne.squareRoot()),
      (.centralSingle, Double.pow(Double(Float.ulpOfOne), 1.0 / 3)),
    ] {
      let best = ErrorCurve(kind: kind, function: function, x: 1).best
      // The table has a step a power of ten, and errors of rounding scatter.
      #expect(abs(Double.log10(best / expected)) < 1.8, "\(kind): \(best)")
    }
  }

  /// CS231n, "Gradient checks": above 1e-2 probably wrong, 1e-7 and less should make you happy.
  @Test(arguments: [
    (0, Verdict.right), (1e-7, .right), (1.1e-7, .rightWithKinks), (1e-4, .rightWithKinks),
    (1.1e-4, .doubtful), (1e-2, .doubtful), (1.1e-2, .wrong), (2, .wrong), (.nan, .wrong),
  ])
  func verdictsAreThoseOfCS231n(error: Double, verdict: Verdict) {
    #expect(Verdict(error: error) == verdict)
  }

  private static let extremes: [[String]] = [
    ["--step", "1e-12", "--bug", "none"], ["--step", "0.1", "--bug", "sign"],
    ["--function", "exponential", "--at", "3", "--bug", "bias"],
    ["--function", "sine", "--at", "0.2", "--step", "0.00123456", "--bug", "path"],
    ["--function", "sigmoid", "--at", "1.31696", "--bug", "slope"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try GradientCheckLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--step", "0"], ["--step", "0.2"], ["--step", "nan"], ["--at", "0.1"], ["--at", "3.1"],
    ["--function", "sine", "--at", "1.5707963"], ["--function", "cosine"], ["--bug", "all"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try GradientCheckLesson.parse(arguments) }
  }
}
