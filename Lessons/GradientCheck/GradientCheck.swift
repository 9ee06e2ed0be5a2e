import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// A gradient by backpropagation against one by trying: section 5 of the course's document 003.
public struct GradientCheckLesson: Lesson {
  public static let name = "gradient-check"

  @Option(
    name: .customLong("step"), parsing: .unconditional,
    help: ArgumentHelp(
      en: "The step h of the numerical derivatives, from 1e-12 to 0.1.",
      zh: "数值导数的步长 h，1e-12 到 0.1。"))
  public var h = 1e-5

  @Option(
    help: ArgumentHelp(
      en: "The function whose derivative is checked first.",
      zh: "先检查哪个函数的导数。"))
  var function = CheckedFunction.cube

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "Where it is checked, from 0.2 to 3.", zh: "在哪一点检查，0.2 到 3。"))
  public var at = 1.0

  @Option(
    help: ArgumentHelp(
      en: "The mistake that is planted into backpropagation.",
      zh: "放进反向传播的错误。"))
  var bug = PlantedBug.transposed

  public init() {}

  public func validate() throws {
    try Self.require(
      (1e-12...0.1).contains(h), en: "--step must be from 1e-12 to 0.1",
      zh: "--step 必须在 1e-12 到 0.1 之间")
    try Self.require(
      (0.2...3).contains(at), en: "--at must be from 0.2 to 3", zh: "--at 必须在 0.2 到 3 之间")
    try Self.require(
      function.derivative(at: at).magnitude > 1e-3, en: "the derivative at --at must not be 0",
      zh: "函数在 --at 处的导数不能是 0")
  }

  public var document: Document {
    let curves = ErrorCurve.Kind.allCases.map { ErrorCurve(kind: $0, function: function, x: at) }
    let network = CheckedNetwork(h: h, bug: bug)
    return Document(title: Words(en: "Gradient check", zh: "梯度检查")) {
      introduction
      steps(curves)
      Block.figure(figure(of: curves), name: Self.name)
      thresholds
      kinks
      networkText(network)
      Block.figure(figure(of: network), name: "\(Self.name)-bug")
      norms(network)
      advice
    }
  }
}
