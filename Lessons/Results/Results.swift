import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import TorchRandom
import Words

/// The confusion matrix and what is read off it, cross-validation, overfitting: section 5 of the course's document 003.
public struct ResultsLesson: Lesson {
  public static let name = "results"

  @Option(
    name: .customLong("true"), parsing: .unconditional,
    help: ArgumentHelp(
      en: "The true class of each sample, from 0 to 9, as in 2,0,2,2,0,1.",
      zh: "每个样本的真实类别，0 到 9，例如 2,0,2,2,0,1。"))
  var trueList: NumberList?

  @Option(
    name: .customLong("predicted"), parsing: .unconditional,
    help: ArgumentHelp(
      en: "The class that was predicted for each sample, as in 0,0,2,2,0,2.",
      zh: "每个样本的预测类别，例如 0,0,2,2,0,2。"))
  var predictedList: NumberList?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The folds k of the cross-validation, from 2 to 30.",
      zh: "交叉验证的折数 k，2 到 30。"))
  public var folds = 5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of all draws, as of torch.manual_seed.",
      zh: "所有随机数的种子，同 torch.manual_seed。"))
  public var seed = 0

  public init() {}

  private func numbers(_ list: NumberList?, _ symbol: Symbol) -> [Double] {
    list?.numbers ?? Declaration.results[symbol].course
  }

  public func validate() throws {
    let (y, ŷ) = (numbers(trueList, "y"), numbers(predictedList, "ŷ"))
    for x in y { try Self.require(Declaration.results["y"], x) }
    for x in ŷ { try Self.require(Declaration.results["ŷ"], x) }
    try Self.require(
      y.count == ŷ.count, en: "--predicted must have as many numbers as --true, \(y.count)",
      zh: "--predicted 中数的个数必须与 --true 相同，即 \(y.count) 个")
    try Self.require(
      (2...100).contains(y.count), en: "--true must be from 2 to 100 numbers",
      zh: "--true 必须是 2 到 100 个数")
    try Self.require(
      (y + ŷ).contains { $0 > 0 }, en: "--true and --predicted must have a class above 0",
      zh: "--true 和 --predicted 中必须有大于 0 的类别")
    try Self.require("--folds", folds, in: 2...CrossValidation.samples)
  }

  /// The true classes and the predicted ones.
  var classes: (y: [Int], ŷ: [Int]) {
    (numbers(trueList, "y").map { Int($0) }, numbers(predictedList, "ŷ").map { Int($0) })
  }

  /// Whether it is the example of scikit-learn's documentation.
  var isDocumented: Bool {
    numbers(trueList, "y") == Declaration.results["y"].course
      && numbers(predictedList, "ŷ") == Declaration.results["ŷ"].course
  }

  public var document: Document {
    let matrix = ConfusionMatrix<Traced>(true: classes.y, predicted: classes.ŷ)
    let measures = matrix.measures
    var torch = TorchGenerator(seed: seed)
    let validation = CrossValidation(folds: folds, from: &torch)
    let curves = LearningCurves(on: validation.data, from: &torch)
    return Document(title: Words(en: "Checking results", zh: "结果检查")) {
      introduction(matrix)
      classes(measures, of: matrix)
      Block.figure(figure(of: matrix), name: Self.name)
      averages(of: measures, matrix)
      rareClass
      crossValidation(validation)
      Block.figure(figure(of: validation), name: "\(Self.name)-folds")
      overfitting(curves)
      Block.figure(figure(of: curves), name: "\(Self.name)-overfitting")
    }
  }
}
