import Drawing
import Lecture
import Networks
import Perceptrons
import Plot
import TestSupport
import Testing
import TorchRandom
import Words

@testable import LessonInitialization

@Suite struct InitializationLessonTests {
  private func signals(_ arguments: [String]) throws -> [Signal] {
    let lesson = try InitializationLesson.parse(arguments)
    var torch = TorchGenerator(seed: lesson.seed)
    let draw = SignalDraw(
      width: lesson.width, layers: lesson.layers, samples: lesson.samples, from: &torch)
    return lesson.setups.map { Signal(of: $0, by: draw) }
  }

  /// CS231n 2017, lecture 6, drew these standard deviations with tanh and 0.01·randn, 500 neurons and 1000 samples.
  private static let drawnByCS231n = [0.213081, 0.047551, 0.010630, 0.002378, 0.000532]

  /// How far a draw may be off: the standard error of a standard deviation, in parts of it, while tanh is nearly straight. The
  /// mean square of what n weights a neuron make of some samples has the variance 2/n² + 2/(samples·n) in each layer, the inputs
  /// one of 2/(samples·n); of a root it is a quarter.
  private func standardError(layer: Int, samples: Double, n: Double = 500) -> Double {
    let ofInputs = 2 / (samples * n)
    return ((ofInputs + Double(layer) * (2 / (n * n) + ofInputs)) / 4).squareRoot()
  }

  @Test func cs231nDrewWhatTheRecursionSays() {
    let layers = SignalSize.layers(5, width: 500, σ: 0.01, .tanh)
    for (index, drawn) in Self.drawnByCS231n.enumerated() {
      let error = standardError(layer: index + 1, samples: 1000)
      // Six decimals are printed.
      #expect(
        abs(drawn - layers[index].deviation) <= 3 * error * layers[index].deviation + 5e-7)
    }
  }

  /// Our own draws, with several seeds.
  @Test(arguments: [0, 1, 2, 3])
  func drawsAreWithinThreeStandardErrors(seed: Int) throws {
    let signal = try signals(["--seed", "\(seed)", "--layers", "5"])[0]
    #expect(signal.setup.σ == 0.01)
    for (index, deviation) in signal.deviations.enumerated() {
      let expected = signal.expected[index].deviation
      #expect(
        abs(deviation / expected - 1) <= 3 * standardError(layer: index + 1, samples: 20),
        "layer \(index + 1)")
      // The gradient goes through the same number of weights, from the other side.
      let error = standardError(layer: 6 - index, samples: 20)
      #expect(abs(signal.gradients[index] / signal.expected[index].gradient - 1) <= 3 * error)
    }
  }

  /// With the other initializations a draw comes out near the recursion, too, forwards and backwards.
  @Test func allDrawsAreNearTheRecursion() throws {
    for signal in try signals([]) {
      for layer in 0..<10 {
        let expected = signal.expected[layer]
        #expect(abs(signal.deviations[layer] / expected.deviation - 1) < 0.15)
        #expect(abs(signal.gradients[layer] / expected.gradient - 1) < 0.25)
      }
    }
  }

  /// He, Zhang, Ren and Sun 2015, section 2.2: 0.01 is 1/5.9, 1/4.2, 1/2.9 and 1/2.1 of what is right, in all 1/(1.7·10⁴).
  @Test func theFactorsAreThoseOfThePaper() throws {
    let table = try #require(
      InitializationLesson.document().tables["initialization-filters"]
    ).columns[3]
    let factors = table.numbers.compactMap(\.self)
    for (factor, printed) in zip(factors, [5.9, 4.2, 2.9, 2.1]) {
      #expect(abs(factor - printed) <= 0.05)
    }
    let rounded = [5.9, 4.2, 4.2, 2.9, 2.9, 2.1, 2.1, 2.1, 2.1].reduce(1, *)
    #expect(abs(rounded - 1.7e4) <= 0.05e4)
  }

  /// Neurons with equal weights stay equal to the last bit, and do no better than the one neuron that they are: its output rises
  /// or falls all the way from (0, 0) by (0, 1) to (1, 1), so that the best are 0 and then the mean ⅔ of 1, 1 and 0.
  @Test(arguments: [0, 0.5, -0.75, 1])
  func equalWeightsStayEqual(weight: Double) {
    let run = SymmetryRun(from: SymmetryRun.equal(weight), steps: 1000, η: 0.1)
    for step in run.rows.indices {
      let (hidden, last) = (run.layer(after: step), run.rows[step].network.layers[1])
      for neuron in 1..<SymmetryRun.hidden {
        #expect(hidden.weights.row(neuron) == hidden.weights.row(0))
        #expect(hidden.biases[neuron] == hidden.biases[0])
        #expect(last.weights[0, neuron] == last.weights[0, 0])
      }
    }
    #expect(run.rows[1000].loss >= 1.0 / 6)
  }

  @Test func drawnWeightsPartAndLearn() throws {
    let run = try InitializationLesson.parse([]).symmetryRuns.drawn
    let end = run.rows[run.rows.count - 1]
    #expect(end.network.layers[0].weights.row(0) != end.network.layers[0].weights.row(1))
    #expect(run.rows[0].network.layers.allSatisfy { $0.biases.allSatisfy { $0 == 0 } })
    #expect(end.loss < 0.01)
  }

  private static let extremes: [[String]] = [
    ["--layers", "2"], ["--layers", "20", "--width", "100"],
    ["--width", "100", "--samples", "10", "--seed", "-7"],
    ["--width", "123", "--samples", "100", "--layers", "3"],
  ]

  @Test(arguments: extremes, Figure.Size.allCases)
  func nothingOverlapsOrIsCutOff(arguments: [String], size: Figure.Size) throws {
    for language in Language.allCases {
      for var figure in try InitializationLesson.document(arguments).figures {
        figure.size = size
        expectSoundLayout(try Recording(of: figure, language: language), on: size.page)
      }
    }
  }

  @Test(arguments: [
    ["--layers", "1"], ["--layers", "21"], ["--width", "99"], ["--width", "501"],
    ["--samples", "9"], ["--samples", "101"], ["--seed", "x"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) {
    #expect(throws: (any Error).self) { try InitializationLesson.parse(arguments) }
  }
}
