import Descent
import Formulas
import Grading
import Lecture
import Lessons
import Networks
import RealModule
import TestSupport
import Testing
import Words

@testable import Pages

@Suite struct ProgramTests {
  private static func experiment(_ name: String, _ arguments: [String] = []) throws -> Experiment {
    let lesson = try #require(CourseLessons.lesson(named: name))
    let experiments = try lesson.parse(arguments).document.blocks.compactMap { block in
      if case .experiment(let experiment) = block { experiment } else { nil }
    }
    return try #require(experiments.first)
  }

  /// Prints what the last step calculates, a line for each of the settings.
  private static let harness = """
    for (const numbers of settings) {
      const { columns, memory, start, rules, steps, parameters } = experiment;
      experiment.take(Object.fromEntries(parameters.map((name, i) => [name, numbers[i]])));
      for (const [name, column] of Object.entries(columns)) {
        column.length = 0;
        if (name in memory) column[0] = memory[name];
      }
      if (start) columns[start][0] = numbers[parameters.length];
      for (let t = 1; t <= steps; t++) for (const [name, rule] of rules) columns[name][t] = rule(t);
      console.log(rules.map(([name]) => columns[name][steps]).join(" "));
    }
    """

  private static func random(
    in range: NumberRange, using generator: inout SeededGenerator
  ) -> Double {
    switch range {
    case .belowOne: .random(in: 0..<1, using: &generator)
    case .positive, .notNegative: .pow(10, .random(in: -4...0, using: &generator))
    default: .random(in: 0...1, using: &generator)
    }
  }

  private func expectSameRuns<Method: Optimizer<Double>>(
    of method: Method.Type, in lesson: String, on objective: Objective = .halfSquare
  ) throws {
    let node = try #require(Interpreter.node)
    let steps = 5
    let experiment = try Self.experiment(lesson, ["--steps", "\(steps)", "--loss", objective.text])
    var program = Program(experiment, mistakes: [])
    var generator = SeededGenerator(seed: 1)
    let settings = (0..<20_000).map { _ in
      experiment.parameters.map { Self.random(in: $0.range, using: &generator) }
        + [.random(in: -5...5, using: &generator)]
    }
    let lines = try node.lines(
      of: "\(program.script())\nconst settings = \(settings);\n\(Self.harness)")
    #expect(lines.count == settings.count)
    let symbols = experiment.parameters.map(\.symbol)
    var greatest = 0.0
    for (numbers, line) in zip(settings, lines) {
      let given = Dictionary(uniqueKeysWithValues: zip(symbols, numbers))
      let trace = descend(
        on: objective.named(["w"]), from: [numbers[symbols.count]], with: Method(given),
        steps: steps)
      let weights = trace.rows.map { $0.point[0] }
      let scale = weights.map(\.magnitude).max() ?? 1
      let theirs = try #require(line.split(separator: " ").last.flatMap { Double($0) })
      greatest = max(greatest, (theirs - weights[steps]).magnitude / scale)
    }
    #expect(greatest < 1e-9)
  }

  @Test(.enabled(if: Interpreter.node != nil, "node is not installed"))
  func aPageRunsMomentumAsSwiftDoes() throws {
    try expectSameRuns(of: Momentum<Double>.self, in: "momentum")
  }

  @Test(.enabled(if: Interpreter.node != nil, "node is not installed"))
  func aPageRunsNesterovAsSwiftDoes() throws {
    try expectSameRuns(of: LookAheadNesterov<Double>.self, in: "nesterov")
  }

  @Test(.enabled(if: Interpreter.node != nil, "node is not installed"))
  func aPageRunsAdaGradAsSwiftDoes() throws {
    try expectSameRuns(of: AdaGrad<Double>.self, in: "adagrad")
  }

  @Test(.enabled(if: Interpreter.node != nil, "node is not installed"))
  func aPageRunsRMSPropAsSwiftDoes() throws {
    try expectSameRuns(of: RMSProp<Double>.self, in: "rmsprop")
  }

  @Test(.enabled(if: Interpreter.node != nil, "node is not installed"))
  func aPageRunsAdamAsSwiftDoes() throws {
    try expectSameRuns(of: Adam<Double>.self, in: "adam")
  }

  @Test(.enabled(if: Interpreter.node != nil, "node is not installed"))
  func aPageRunsOnAPersonsFunctionAsSwiftDoes() throws {
    try expectSameRuns(
      of: Adam<Double>.self, in: "adam",
      on: Objective("(x − 0.123456789)²/2 + sin(3x)/7 + tanh x"))
  }

  @Test(.enabled(if: Interpreter.node != nil, "node is not installed"))
  func aPageRunsBackpropagationAsSwiftDoes() throws {
    let node = try #require(Interpreter.node)
    var program = Program(try Self.experiment("backprop"), mistakes: [])
    var generator = SeededGenerator(seed: 1)
    let settings = (0..<2_000).map { _ in
      (0..<15).map { _ in Double.random(in: -2...2, using: &generator) }
    }
    let lines = try node.lines(
      of: "\(program.script())\nconst settings = \(settings);\n\(Self.harness)")
    #expect(lines.count == settings.count)
    for (numbers, line) in zip(settings, lines) {
      let parameters = Parameters(weights: Array(numbers[..<8]), biases: Array(numbers[8..<10]))
      let training = Training(
        .course, sample: Sample(inputs: Array(numbers[10..<12]), targets: Array(numbers[12..<14])),
        η: numbers[14], updatesBiases: false)
      let forward = training.network.forward(training.sample, parameters)
      let backward = training.network.backward(training.sample, parameters, from: forward)
      let updated = training.updated(parameters, by: backward.gradient, at: 1)
      let theirs = line.split(separator: " ").compactMap { Double($0) }
      // Sums and outputs, errors, δ, gradients of ten parameters, eight weights.
      #expect(theirs.count == 8 + 3 + 4 + 10 + 8)
      #expect((theirs[10] - forward.error).magnitude <= 1e-9 * max(1, forward.error))
      for (theirs, ours) in zip(theirs.suffix(8), updated.weights) {
        #expect((theirs - ours).magnitude <= 1e-9 * max(1, ours.magnitude))
      }
    }
  }

  @Test func aMistakeIsWhatTheRuleBecomes() throws {
    let subject = try #require(Subject.named("adam"))
    let mistakes = subject.mistakenRules
    let uncorrected = try #require(
      mistakes.first { $0.explanation.english.hasPrefix("the bias of m is not corrected") })
    #expect(uncorrected.rules.map(\.text) == ["m̂ₜ = mₜ"])
    var program = Program(try Self.experiment("adam"), mistakes: mistakes)
    let script = program.script()
    #expect(script.contains("{ \"m_hat\": (t) => m[t] }]"))
    #expect(script.contains("[\"m\", (t) => beta1 * m[t - 1] + (1 - beta1) * g[t]]"))
  }

  @Test func numbersHaveTheirPlaces() throws {
    var program = Program(try Self.experiment("adam"), mistakes: [])
    let formula: Mathematics = .row([
      .letter("η"), .sign(.times),
      .scripts(.letter("g"), below: .letter("t"), above: .number("2")), .sign(.minus),
      .fraction(.number("1"), .root("ε")),
    ])
    #expect(
      program.html(of: formula) == """
        <math><mrow><mo>=</mo><mrow><mrow data-slot="0"></mrow><mo>·</mo><msup><mrow data-slot="1" data-operand="2"></mrow><mn>2</mn></msup><mo>−</mo><mfrac><mn>1</mn><msqrt><mrow data-slot="2"></mrow></msqrt></mfrac></mrow></mrow></math>
        """)
    #expect(program.slots == ["eta", "g[t]", "epsilon"])
    // A product behind a sign begins with what may be negative.
    let sum: Mathematics = .sum("a", .product("b", "c"))
    #expect(program.html(of: sum).matches(of: /data-operand="1"/).count == 2)
  }

  @Test(arguments: ["</script>", "a\"b\\", "\u{2028}", "<!--", "x\ny"])
  func aTextCannotLeaveItsLiteral(text: String) throws {
    let literal = Program.literal(text)
    #expect(!literal.contains("<") && !literal.contains("\n") && !literal.contains("\u{2028}"))
    guard let node = Interpreter.node else { return }
    let lines = try node.lines(of: "for (const c of \(literal)) console.log(c.codePointAt(0));")
    #expect(lines.compactMap { UInt32($0) } == text.unicodeScalars.map(\.value))
  }
}
