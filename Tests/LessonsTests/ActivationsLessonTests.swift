import Drawing
import Lecture
import Networks
import Plot
import TestSupport
import Testing
import Words

@testable import LessonActivations

@Suite struct ActivationsLessonTests {
  /// Whatever goes in, two layers of weights are the one of their product; with an activation they are not.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func twoLinearLayersAreOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let x = [0, 1].map { _ in Double.random(in: -9...9, using: &generator) }
    let layers = LinearLayers<Double>()
    let twice = layers.output(layers.hidden(x))
    #expect(abs(twice - layers.outputOfProduct(x)) <= 1e-13 * 100)
    #expect(layers.product == [-1, -5])
    let (there, back) = (
      ActivationsLesson.outputs(at: x), ActivationsLesson.outputs(at: x.map(-))
    )
    #expect(abs(there.linear + back.linear) <= 1e-13)
    // 2·|h₁| − |h₂| is 0 on two lines only.
    #expect(abs(there.bent + back.bent) > 1e-9)
  }

  /// The gradient of the dead neuron is 0 for each sample, and nothing moves; the leaky one finds y = x.
  @Test func oneStepKillsTheReLUAndTheLeakyOneComesBack() throws {
    let lesson = try ActivationsLesson.parse([])
    let (dying, living) = (lesson.run(.relu), lesson.run(.leakyReLU(lesson.slope)))
    #expect(dying.death == 1 && dying.comeback == nil)
    #expect(living.death == 1 && living.comeback == 14)
    let dead = dying.rows[1]
    for row in dying.rows.dropFirst() {
      #expect(row.pass.δ == [0, 0, 0])
      #expect(row.neuron.w == dead.neuron.w && row.neuron.b == dead.neuron.b)
      #expect(row.pass.loss == 14.0 / 3)
    }
    let end = living.rows[200]
    #expect(abs(end.neuron.w - 1) < 1e-3 && abs(end.neuron.b) < 1e-3 && end.pass.loss < 1e-6)
  }

  /// The gradient is that of finite differences, away from the corner.
  @Test(arguments: [Activation.relu, .leakyReLU(0.1), .tanh, .sigmoid])
  func gradientsAreThoseOfTheLoss(activation: Activation) {
    let (w, b, h) = (0.4, -0.65, 1e-6)
    func loss(_ w: Double, _ b: Double) -> Double { Neuron(activation, w: w, b: b).pass.loss }
    let pass = Neuron<Double>(activation, w: w, b: b).pass
    #expect(abs(pass.byW - (loss(w + h, b) - loss(w - h, b)) / (2 * h)) < 1e-8)
    #expect(abs(pass.byB - (loss(w, b + h) - loss(w, b - h)) / (2 * h)) < 1e-8)
  }

  @Test(
    arguments: [
      ([], "Step 1 kills the ReLU", "after step 14 some z is above 0 again"),
      (["--learning-rate", "0.05"], "the ReLU does not die", "Far from 0"),
      (["--slope", "0"], "Step 1 kills the ReLU", "With a = 0 the leaky ReLU is ReLU"),
      (["--steps", "5"], "Step 1 kills the ReLU", "has not come back after 5 steps"),
    ] as [([String], String, String)])
  func theTextIsThatOfTheRun(arguments: [String], first: String, second: String) throws {
    let text = try ActivationsLesson.document(arguments).prose
    #expect(text.contains(first) && text.contains(second), "\(text)")
  }

  /// Once a ReLU has died it has none that is above 0 in any later row, with any learning rate.
  @Test(arguments: [0.01, 0.1, 0.12, 0.14, 0.15, 0.2, 0.25, 0.3])
  func theDeadStayDead(rate: Double) {
    let run = NeuronRun(.relu, steps: 400, η: rate)
    #expect(run.comeback == nil)
    #expect((run.death != nil) == (rate > 0.1407))
  }

  private static let extremes: [[String]] = [
    ["--layers", "1"], ["--layers", "100"], ["--slope", "0"], ["--slope", "0.99"],
    ["--learning-rate", "0.3", "--steps", "400", "--slope", "0.9"], ["--learning-rate", "1e-6"],
    ["--steps", "1"], ["--learning-rate", "0.13", "--slope", "0.3"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try ActivationsLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--slope", "1"], ["--slope", "-0.1"], ["--slope", "nan"], ["--layers", "0"],
    ["--layers", "101"], ["--learning-rate", "0"], ["--learning-rate", "0.31"], ["--steps", "0"],
    ["--steps", "401"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try ActivationsLesson.parse(arguments) }
  }
}
