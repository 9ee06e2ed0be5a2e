import Formulas
import Networks
import TestSupport
import Testing
import Words

@testable import Grading

/// What PyTorch 2.13 calculated of the course's network.
private struct Golden: Decodable {
  /// By names such as net_h1, and dE_dout_o1.
  var forward: [String: Double]
  var chain: [String: Double]
}

@Suite struct NetworkGradingTests {
  /// A form that lacks a quantity cannot explain its numbers.
  @Test(arguments: ["dE_db1", "dE_db2", "b1", "b2"])
  func anyNumbersAreNoDialect(quantity: String) throws {
    let submission = Submission([quantity: [77, -88.5]])
    let assessment = try Grader(Exercise(.backprop)).assess(submission)
    #expect(assessment.outcome == .wrong)
    #expect(assessment.matches.isEmpty)
  }

  @Test func trainingIsThatOfTheDenseNetwork() throws {
    var generator = SeededGenerator(seed: 11)
    func random(_ count: Int) -> [Double] {
      (0..<count).map { _ in Double.random(in: -2...2, using: &generator) }
    }
    let network = DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)])
    for _ in 0..<100 {
      var exercise = Exercise(.backprop)
      for (name, count) in [("inputs", 2), ("targets", 2), ("weights", 8), ("biases", 2)] {
        exercise.numbers[name] = random(count)
      }
      exercise.numbers["learning-rate"] = [Double.random(in: 0.01...2, using: &generator)]
      exercise.steps = 4
      let updates = try #require(
        Subject.backprop.variants.first { $0.name == "biases-updated" })
      for (solution, updatesBiases) in [(exercise.key, false), (updates.solve(exercise), true)] {
        let training = Training(
          network,
          sample: Sample(inputs: exercise.list("inputs"), targets: exercise.list("targets")),
          η: exercise["learning-rate"], updatesBiases: updatesBiases)
        let rows = training.run(
          from: Parameters(weights: exercise.list("weights"), biases: exercise.list("biases")),
          steps: exercise.steps)
        for step in 1...exercise.steps {
          let (before, after) = (rows[step - 1], rows[step])
          let gradient = network.backward(
            training.sample, before.parameters, from: before.pass
          ).gradient
          var expected = ["E": before.pass.error]
          for i in 0..<2 {
            expected["net_h\(i + 1)"] = before.pass.net[0][i]
            expected["out_o\(i + 1)"] = before.pass.out[1][i]
            expected["E_o\(i + 1)"] = before.pass.errors[i]
            expected["dE_db\(i + 1)"] = gradient.biases[i]
            expected["b\(i + 1)"] = after.parameters.biases[i]
          }
          for i in 0..<8 {
            expected["dE_dw\(i + 1)"] = gradient.weights[i]
            expected["w\(i + 1)"] = after.parameters.weights[i]
          }
          for (name, theirs) in expected {
            let ours = try #require(solution.value(name, at: step))
            #expect(abs(ours - theirs) <= 1e-15 * max(1, abs(theirs)), "\(name) at \(step)")
          }
        }
      }
    }
  }

  @Test func eachFactorOfTheChainIsThatOfPyTorch() throws {
    let golden: Golden = GoldenFile.read("backprop")
    let key = Exercise(.backprop).key
    let theirs = golden.forward.merging(golden.chain) { first, _ in first }
    #expect(theirs.count == 49)
    for (name, number) in theirs {
      let ours = try #require(key.value(name, at: 1), "\(name)")
      #expect(abs(ours - number) <= 1e-15, "\(name)")
    }
  }

  /// The new w₁ of the course's example, and what the two best known mistakes make of it.
  @Test(arguments: [
    ("right", "0.14978072"), ("hidden-from-updated", "0.14981764"),
    ("only-path-of-o1", "0.14966580"),
  ])
  func theFirstWeightTellsTheMistake(name: String, w1: String) throws {
    let grader = Grader(Exercise(.backprop))
    var exercise = Exercise(.backprop)
    exercise.steps = 1
    let assessment = try Grader(exercise).assess(
      Submission(bytes: Array("step,w1\n1,\(w1)\n".utf8)))
    #expect(assessment.outcome == (name == "right" ? .right : .wrong))
    // w₃, not w₁, would tell whether h₂ has only the path through o₁ too.
    let other = name == "only-path-of-o1" ? ["only-straight-paths"] : []
    #expect(assessment.matches.map(\.variant.name) == (name == "right" ? [] : [name] + other))
    // The default exercise has a second step, which is missing here.
    #expect(
      try grader.assess(Submission(bytes: Array("step,w1\n1,\(w1)\n".utf8))).outcome == .wrong)
  }

  @Test func normalisationIsThatOfTheLayer() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      var exercise = Exercise(.batchnorm)
      let m = Int.random(in: 2...6, using: &generator)
      let batches = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<m).map { _ in Double.random(in: -3...3, using: &generator) }
      }
      exercise.numbers["inputs"] = batches.flatMap(\.self)
      exercise.numbers["batch-size"] = [Double(m)]
      exercise.steps = batches.count
      for (name, range) in [
        ("gamma", -2...2), ("beta", -2...2), ("epsilon", 1e-5...0.1), ("momentum", 0.01...0.9),
      ] {
        exercise.numbers[name] = [Double.random(in: range, using: &generator)]
      }
      let cumulative = try #require(
        Subject.batchnorm.variants.first { $0.name == "cumulative-average" })
      for (solution, α) in [
        (exercise.key, exercise["momentum"]), (cumulative.solve(exercise), nil),
      ] {
        var layer = BatchNormalization(
          γ: exercise["gamma"], β: exercise["beta"], ε: exercise["epsilon"], α: α)
        #expect(solution.steps == 0..<batches.count + 1)
        for (step, x) in zip(1..., batches) {
          let batch = layer.train(x)
          var expected = [
            "μ": batch.mean, "σ²": batch.variance, "s²": batch.unbiasedVariance,
            "μ̄": layer.runningMean, "σ̄²": layer.runningVariance,
          ]
          for i in 0..<m {
            expected["x\(i + 1)"] = x[i]
            expected["x̂\(i + 1)"] = batch.normalized[i]
            expected["y\(i + 1)"] = batch.outputs[i]
          }
          #expect(Set(solution.names) == Set(expected.keys))
          for (name, number) in expected {
            #expect(solution.value(name, at: step) == number, "\(name)")
          }
        }
      }
    }
  }

  /// What scikit-learn calculates is right, in the columns that it has.
  @Test func resultsAreThoseOfScikitLearn() throws {
    struct Lessons: Decodable {
      struct Case: Decodable {
        var `true`: [Double]
        var predicted: [Double]
        var accuracy: Double
        var macro: [String: Double]
        var weighted: [String: Double]
        var per_class: [String: [Double]]
      }
      struct Results: Decodable { var cases: [Case] }
      var results: Results
    }
    let golden: Lessons = GoldenFile.read("lessons")
    #expect(golden.results.cases.count == 4)
    for example in golden.results.cases {
      var exercise = Exercise(.results)
      try exercise.set("predicted", to: example.predicted)
      try exercise.set("true", to: example.true)
      try exercise.check()
      let classes = try #require(example.per_class["precision"]).count
      #expect(exercise.key.steps == 0..<classes)
      var columns = example.per_class
      columns["support"] = nil
      columns["accuracy"] = Array(repeating: example.accuracy, count: classes)
      for (prefix, averages) in [("macro", example.macro), ("weighted", example.weighted)] {
        for (name, number) in averages {
          columns["\(prefix)_\(name)"] = Array(repeating: number, count: classes)
        }
      }
      let assessment = try Grader(exercise).assess(
        Submission(
          columns: columns.map { name, numbers in
            Submission.Column(heading: name, numbers: numbers.map { PrintedNumber("\($0)") })
          }))
      #expect(assessment.outcome == .right, "\(ReportText(assessment, in: .english).text)")
      #expect(assessment.unknownHeadings.isEmpty && assessment.quantities.count == 10)
    }
  }

  /// An explanation begins as it is written: F1 is no f1.
  @Test func symbolsKeepTheirCapitals() throws {
    let file = "class,P,R,F1\n0,0.6667,1,0.8333\n1,0,0,0\n2,0.6667,0.6667,0.6667\n"
    let assessment = try Grader(Exercise(.results)).assess(Submission(bytes: Array(file.utf8)))
    let report = ReportText(assessment, in: .english).text
    #expect(report.contains("come out like this: F1 is the arithmetic mean"), "\(report)")
  }

  /// The matrix of another's program, row by row with the class in front.
  @Test func aTransposedMatrixIsNamed() throws {
    let file = "class,C0,C1,C2\n0,2,0,1\n1,0,0,0\n2,0,1,2\n"
    let assessment = try Grader(Exercise(.results)).assess(Submission(bytes: Array(file.utf8)))
    #expect(assessment.outcome == .undecided)
    #expect(
      Set(assessment.matches.map(\.variant.name))
        == ["rows-predicted", "true-and-predicted-exchanged"])
  }

  /// The course's example prints what dropout makes of five neurons.
  @Test func dropoutIsThatOfTheCourse() throws {
    var exercise = Exercise(.dropout)
    exercise.numbers["inputs"] = [0, 1.8033, 1.4608, 4.5189, 6.9116]
    exercise.numbers["mask"] = [0, 1, 1, 1, 1]
    let printed = ["0.0000", "3.0055", "2.4346", "7.5315", "11.5193"]
    let file = "y\n" + printed.joined(separator: "\n")
    // The inputs are printed with four decimals too, so the last place of the outputs may differ.
    let assessment = try Grader(exercise, tolerance: 1e-4)
      .assess(Submission(bytes: Array(file.utf8)))
    #expect(assessment.outcome == .right)
  }

  @Test func dropoutIsThatOfTheLayer() {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<200 {
      var exercise = Exercise(.dropout)
      let count = Int.random(in: 1...20, using: &generator)
      let x = (0..<count).map { _ in Double.random(in: -3...3, using: &generator) }
      let mask = (0..<count).map { _ in Bool.random(using: &generator) ? 1.0 : 0 }
      exercise.numbers = [
        "inputs": x, "mask": mask, "p": [Double.random(in: 0..<1, using: &generator)],
      ]
      exercise.steps = count
      let layer = Dropout(p: exercise["p"])
      #expect(exercise.key.values("y") == layer.train(x, mask: mask))
      #expect(exercise.key.values("y_eval") == layer.evaluate(x))
    }
  }

  @Test func activationsAreThoseOfTheNetworks() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<200 {
      var exercise = Exercise(.activations)
      let x = [0] + (0..<5).map { _ in Double.random(in: -6...6, using: &generator) }
      let slope = Double.random(in: 0..<1, using: &generator)
      (exercise.numbers, exercise.steps) = (["inputs": x, "slope": [slope]], x.count)
      for (name, activation) in [
        ("sigmoid", Activation.sigmoid), ("tanh", .tanh), ("relu", .relu),
        ("leaky", .leakyReLU(slope)),
      ] {
        #expect(exercise.key.values(name) == x.map { activation($0) })
        #expect(exercise.key.values("d\(name)_dx") == x.map { activation.slope(at: $0) })
      }
    }
  }

  /// ReLU's derivative at 0 is a matter of convention, not a mistake.
  @Test(arguments: [
    ("0", Assessment.Outcome.right, 0), ("1", .dialect, 1), ("0.5", .dialect, 1), ("2", .wrong, 0),
  ])
  func theSlopeAtTheCornerIsAConvention(
    atZero: String, outcome: Assessment.Outcome, forms: Int
  ) throws {
    let table = "drelu_dx\n0\n0\n0\n\(atZero)\n1\n1\n1\n"
    let assessment = try Grader(Exercise(.activations)).assess(
      Submission(bytes: Array(table.utf8)))
    #expect(assessment.outcome == outcome)
    #expect(Set(assessment.matches.map(\.variant.kind)) == (forms == 1 ? [.dialect] : []))
  }

  private struct Lessons: Decodable {
    struct Step: Decodable { var loss: Double }
    struct Regression: Decodable {
      var weights: [[[Double]]]
      var inputs: [[Double]]
      var target: [Int]
      var steps: [Step]
    }

    var softmax_regression: Regression
  }

  /// The golden numbers are those that PyTorch's SGD on `Linear` and `CrossEntropyLoss` gives, over 50 steps.
  @Test func softmaxRegressionIsPyTorchs() throws {
    let golden = (GoldenFile.read("lessons") as Lessons).softmax_regression
    let exercise = try Exercise.on(
      .softmax,
      [
        "inputs": golden.inputs.flatMap(\.self), "classes": golden.target.map { Double($0 + 1) },
        "weights": golden.weights[0].flatMap(\.self), "biases": [0, 0, 0], "learning-rate": [0.5],
      ], steps: golden.steps.count)
    let key = exercise.key
    for (index, step) in golden.steps.enumerated() {
      let loss = try #require(key.value("L", at: index + 1))
      #expect(abs(loss - step.loss) <= 1e-12)
    }
  }

  private struct Hinge: Decodable {
    struct Losses: Decodable { var hinge_multiclass: Case }
    struct Case: Decodable {
      var inputs: [String: [[Double]]]
      var value: Double
      var grad: [String: [[Double]]]
      var target: [Int]
    }

    var losses: Losses
  }

  /// Four samples of three classes, whose mean hinge loss PyTorch differentiated.
  @Test func hingeLossesAreThoseOfTheGoldenFile() throws {
    let golden = (GoldenFile.read("lessons") as Hinge).losses.hinge_multiclass
    let (scores, slopes) = (try #require(golden.inputs["s"]), try #require(golden.grad["s"]))
    let exercise = try Exercise.on(
      .losses,
      ["scores": scores.flatMap(\.self), "classes": golden.target.map { Double($0 + 1) }],
      steps: 4)
    // Each class has a column, whichever is right.
    #expect((1...3).allSatisfy { exercise.key.names.contains("h\($0)") })
    let losses = exercise.key.values("hinge").compactMap(\.self)
    #expect(abs(losses.reduce(0, +) / 4 - golden.value) <= 1e-12)
    for k in 1...3 {
      for (ours, theirs) in zip(exercise.key.values("dhinge\(k)").compactMap(\.self), slopes) {
        #expect(abs(ours / 4 - theirs[k - 1]) <= 1e-12)
      }
    }
    // The first default sample is that of CS231n's notes, which print 1.58 and 1.04.
    let key = Exercise(.losses).key
    #expect(Numerals.fixed(2).text(try #require(key.value("hinge", at: 1))) == "1.58")
    #expect(Numerals.fixed(2).text(try #require(key.value("ce", at: 1))) == "1.04")
  }

  /// Without the shift numbers are right until something overflows, and no longer.
  @Test func whatOverflowsIsNoRightForm() throws {
    let unshifted = try #require(Subject.softmax.variants.first { $0.name == "unshifted" })
    var outcomes: [Assessment.Outcome] = []
    for exercise in [Exercise(.softmax)] + Subject.softmax.probingExercises {
      let printed = unshifted.solve(exercise).printed(6, for: exercise)
      let columns = printed.columns.filter { !$0.heading.hasPrefix("s") }
      let assessment = try Grader(exercise).assess(
        Submission(
          columns: columns.filter { !$0.heading.hasPrefix("e") && !$0.heading.hasPrefix("Σ") }))
      outcomes.append(assessment.outcome)
      if assessment.outcome == .wrong {
        #expect(assessment.matches.contains { $0.variant.name == "unshifted" })
      }
    }
    #expect(outcomes == [.right, .right, .wrong])
    // Who shows the exponentials too is right in another form.
    let exercise = Exercise(.softmax)
    let assessment = try Grader(exercise).assess(
      unshifted.solve(exercise).printed(6, for: exercise))
    #expect(assessment.outcome == .dialect)
  }

  /// Headings as lessons, PyTorch, Keras and ASCII have them.
  @Test(arguments: [
    ("backprop", "net_h1", ["net_h1", "netₕ₁", "NetH1", "net h1", "z_h1"]),
    ("backprop", "out_o2", ["out_o2", "outₒ₂", "a_o2", "OUT_O2"]),
    ("backprop", "E", ["E", "loss", "E_total", "error", "Cost"]),
    ("backprop", "E_o1", ["E_o1", "Eₒ₁", "error_o1"]),
    ("backprop", "dE_dw1", ["dE_dw1", "∂E/∂w₁", "dE/dw1", "grad_w1", "w1.grad", "dw1"]),
    ("backprop", "dE_dnet_h2", ["∂E/∂netₕ₂", "delta_h2", "δ_h2"]),
    ("backprop", "dout_o1_dnet_o1", ["∂outₒ₁/∂netₒ₁", "dout_o1/dnet_o1"]),
    ("backprop", "w8", ["w8", "w₈", "W8", "w8+", "w8⁺", "w8_new", "new_w8"]),
    ("dropout", "y", ["y", "train", "training", "y_train", "Output"]),
    ("dropout", "y_eval", ["y_eval", "eval", "test", "evaluation"]),
    ("batchnorm", "μ", ["μ", "µ", "mu", "mean", "batch_mean"]),
    ("batchnorm", "σ²", ["σ²", "sigma2", "var", "variance", "sigma^2"]),
    ("batchnorm", "x̂1", ["x̂₁", "x̂1", "x_hat1", "x1_hat", "xhat_1", "x_norm1"]),
    ("batchnorm", "x3", ["x3", "x₃", "input3", "x_3"]),
    ("batchnorm", "y2", ["y2", "y₂", "out2", "output_2"]),
    ("batchnorm", "μ̄", ["μ̄", "running_mean", "moving_mean", "runningMean"]),
    ("batchnorm", "σ̄²", ["σ̄²", "running_var", "moving_variance"]),
    ("activations", "sigmoid", ["sigmoid", "σ", "Sigmoid", "logistic"]),
    (
      "activations", "dsigmoid_dx",
      ["dsigmoid_dx", "∂sigmoid/∂x", "dsigmoid/dx", "sigmoid_grad", "sigmoid'", "σ′"]
    ),
    ("activations", "dtanh_dx", ["dtanh", "tanh′", "tanh_derivative", "d_tanh"]),
    ("activations", "leaky", ["leaky", "leaky_relu", "LeakyReLU", "lrelu"]),
    ("activations", "dleaky_dx", ["dleaky_dx", "leaky_relu_grad", "leaky_relu'"]),
    ("results", "C2", ["C2", "C₂", "predicted_2", "pred2", "n2", "预测2"]),
    ("results", "TP", ["TP", "tp", "true_positives", "真正例"]),
    ("results", "P", ["P", "precision", "精确率", "查准率"]),
    ("results", "F", ["F", "F1", "f1-score", "F₁", "F1 score", "F1值"]),
    ("results", "macro_F", ["macro_F", "macro F1", "F1_macro", "宏F1"]),
    ("results", "accuracy", ["accuracy", "Acc", "准确率"]),
    ("losses", "mse", ["mse", "MSE", "mse_loss"]),
    ("losses", "dmse2", ["∂mse/∂x₂", "dmse2", "grad_mse_2"]),
    ("losses", "ce", ["ce", "cross_entropy", "CE loss"]),
    ("losses", "dce1", ["dce1", "grad_ce1"]),
    ("losses", "hinge", ["hinge", "hinge loss", "svm_loss"]),
    ("losses", "q3", ["q3", "sigmoid3"]),
    ("softmax", "z12", ["z₁₂", "z_1_2", "logit12", "logits_12", "score12"]),
    ("softmax", "p31", ["p₃₁", "p31", "softmax_31", "prob31", "y_hat31"]),
    ("softmax", "L2", ["L₂", "loss2", "loss_2", "cross_entropy2"]),
    ("softmax", "L", ["L", "loss", "J", "cost"]),
    ("softmax", "dz11", ["∂L/∂z₁₁", "dL_dz11", "grad_z11", "dz11"]),
    ("softmax", "dw32", ["∂L/∂w₃₂", "dw32", "grad_w32"]),
    ("softmax", "b3", ["b₃", "bias3"]),
  ])
  func headingsAreUnderstood(subject: String, quantity: String, headings: [String]) throws {
    let subject = try #require(Subject.named(subject))
    let spellings = subject.spellings(of: Exercise(subject).key)
    for heading in headings {
      #expect(spellings[QuantityNames.normalized(heading)] == quantity, "\(heading)")
    }
  }

  /// PyTorch's parameters are counted from 0; what fits neither way is left as it is.
  @Test(arguments: [
    (["w[0][0]", "w[0][1]", "w[1][0]", "w[2][1]"], ["w11", "w12", "w21", "w32"]),
    (["bias[0]", "bias[1]", "bias[2]"], ["bias1", "bias2", "bias3"]),
    (["b1", "b2", "b3"], ["b1", "b2", "b3"]), (["w11", "b1"], ["w11", "b1"]),
    (["b0", "b1", "b2", "b3"], ["b0", "b1", "b2", "b3"]),
    (["b0", "w11", "loss"], ["b1", "w11", "loss"]),
  ])
  func namesMayBeCountedFrom0(headings: [String], names: [String]) {
    let known = Set(Subject.softmax.spellings(of: Exercise(.softmax).key).keys)
    let normalized = headings.map { QuantityNames.normalized($0) }
    #expect(QuantityNames.countedFromOne(normalized, like: known) == names)
  }

  /// No quantity is shadowed by another's name.
  @Test(arguments: Subject.all.map(\.name))
  func eachQuantityHasASpellingOfItsOwn(name: String) throws {
    let subject = try #require(Subject.named(name))
    let key = Exercise(subject).key
    let spellings = subject.spellings(of: key)
    for name in key.names { #expect(spellings[QuantityNames.normalized(name)] == name) }
  }

  @Test(
    arguments: [
      ("backprop", "weights", [1, 2]), ("backprop", "inputs", []), ("dropout", "mask", [1, 0]),
      ("dropout", "mask", [1, 0, 1, 0.5, 1]), ("batchnorm", "inputs", [1, 2, 3]),
      ("batchnorm", "inputs", []), ("batchnorm", "batch-size", [5]),
      ("batchnorm", "batch-size", [2.5]), ("results", "predicted", [0, 1]),
      ("results", "true", [0, 1, 0, 1, 0, 10]), ("results", "true", [0, 0.5, 0, 1, 0, 1]),
      ("average", "values", []), ("step-lr", "step-size", [2.5]),
      ("multi-step-lr", "milestones", [5, 7.5]), ("cosine-annealing-lr", "t-max", [2.5]),
      ("one-cycle-lr", "pct-start", [0.01]), ("softmax", "inputs", [1, 2, 3]),
      ("losses", "scores", [1, 2, 3]), ("losses", "classes", []),
      ("losses", "classes", [1, 2, 3, 4]), ("losses", "margin", [0]),
      ("softmax", "classes", [3, 1, 4]), ("softmax", "classes", [1]),
      ("softmax", "biases", [0, 1]),
      ("softmax", "weights", []),
    ] as [(String, String, [Double])])
  func anExerciseOfWrongShapeIsRefused(name: String, parameter: String, list: [Double]) throws {
    var exercise = Exercise(try #require(Subject.named(name)))
    try exercise.check()
    #expect(throws: ExerciseError.self) {
      try exercise.set(parameter, to: list)
      try exercise.check()
    }
  }

  @Test func rowsFollowTheGivenNumbers() throws {
    var dropout = Exercise(.dropout)
    try dropout.set("inputs", to: [1, 2, 3])
    try dropout.set("mask", to: [1, 0, 1])
    try dropout.check()
    #expect(dropout.key.steps == 1..<4)
    var batchnorm = Exercise(.batchnorm)
    try batchnorm.set("batch-size", to: [6])
    try batchnorm.check()
    #expect(batchnorm.key.steps == 0..<3)
    batchnorm.steps = 3
    #expect(throws: ExerciseError.self) { try batchnorm.check() }
  }

  /// A sheet tells what is given and asks for the rest.
  @Test func sheetsGiveTheInputs() {
    for (subject, given) in [(Subject.dropout, ["x", "mask"]), (.batchnorm, ["x1", "x2", "x3"])] {
      let exercise = Exercise(subject, for: "1")
      let blank = ExerciseSheet(exercise, for: "1").blank
      // Row 0 of batch normalisation is before the first batch.
      let filled = blank.columns.filter { column in
        column.cells.suffix(3).allSatisfy { if case .number = $0 { true } else { false } }
      }.map(\.heading[.english])
      #expect(filled == ["step"] + given)
      #expect(
        !ExerciseSheet(exercise, for: "1")
          .text(in: .english, checkedWith: "check").contains("steps."))
    }
  }

  @Test func formulasAreThoseOfTheCourse() throws {
    let backprop = Exercise(.backprop).key
    func derivation(_ solution: Solution, _ name: String) throws -> String {
      "\(try #require(solution.number(name, at: 1)).derivation())"
    }
    #expect(
      try derivation(backprop, "dE_dw5")
        == "∂E/∂w₅⁽¹⁾ = δₒ₁⁽¹⁾·outₕ₁⁽¹⁾ = 0.138499·0.59327 = 0.082167")
    #expect(
      try derivation(backprop, "dE_dout_h1")
        == "∂E/∂outₕ₁⁽¹⁾ = δₒ₁⁽¹⁾·w₅⁽⁰⁾ + δₒ₂⁽¹⁾·w₇⁽⁰⁾ = 0.138499·0.4 + (−0.0380982·0.5) = 0.0363503"
    )
    #expect(
      try derivation(Exercise(.dropout).key, "y")
        == "y₁ = mask₁/(1 − p)·x₁ = 1/(1 − 0.4)·1.8033 = 3.0055")
    #expect(
      try derivation(Exercise(.batchnorm).key, "σ̄²")
        == "σ̄²₁ = (1 − α)·σ̄²₀ + α·s²₁ = (1 − 0.1)·1 + 0.1·0.226707 = 0.922671")
  }
}
