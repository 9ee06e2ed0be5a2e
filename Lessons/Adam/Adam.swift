import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// Adam on L(w) = w²/2: section 3.3.5 of the course.
public struct AdamLesson: Lesson {
  public static let name = "adam"

  @OptionGroup var options: DescentOptions

  @Option(Declaration.adam["β1"]) public var beta1: Double
  @Option(Declaration.adam["β2"]) public var beta2: Double
  @Option(Declaration.adam["ε"]) public var epsilon: Double

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.adam["β1"], beta1)
    try Self.require(Declaration.adam["β2"], beta2)
    try Self.require(Declaration.adam["ε"], epsilon)
  }

  typealias Example = WorkedExample<Adam<Double>, Adam<Traced>>

  public var document: Document {
    let example = Example(options, ["β1": beta1, "β2": beta2, "ε": epsilon])
    let step = example.column(Words(en: "effective step", zh: "有效步长"), \.effectiveStep)
    return Document(title: Words(en: "Adam, step by step", zh: "Adam 逐步演算")) {
      example.parts(
        of: Self.self, note: secondMoment, table: example.table(with: [step]),
        printed: ["0.990000", "0.980003"])
      Block.figure(figure(of: example), name: Self.name)
      example.strip(of: "Adam").map { Block.figure($0, name: "\(Self.name)-steps") }
    }
  }

  private var secondMoment: Words {
    Words(
      en: """
        The course calls s the variance of the gradient. It is the mean of the squares, the second moment about 0; for a \
        variance the square of the mean would have to be taken off.
        """,
      zh: "课程把二阶矩解释为“梯度的方差”。准确地说，s 是梯度平方的平均，没有减去平均值的平方，因此是未中心化的二阶矩，而不是方差。")
  }
}

/// What the lesson draws.
extension AdamLesson {
  func figure(of example: Example) -> Figure {
    let quantities = Chart(
      Words(en: "Adam’s quantities", zh: "Adam 的各个量"),
      overSteps: Axis(Words(math: .list("w", "m̂", .root("ŝ")))),
      [
        LineMark(
          example.run.weights.overSteps(), name: Words(math: "w"), color: Symbol("w").color),
        LineMark(
          example.run.overSteps(\.m̂), name: Words(math: "m̂"), color: Symbol("m̂").color,
          dash: [18, 7]),
        LineMark(
          example.run.overSteps { $0.ŝ.squareRoot() }, name: Words(math: .root("ŝ")),
          color: Symbol("ŝ").color, dash: [4, 5]),
      ])
    let step = example.explanation.rows[1].optimizers[0].effectiveStep
    let effectiveSteps = Chart(
      Words(en: "The effective step", zh: "有效步长"),
      overSteps: Axis(
        Words(math: step.mathematics(Notation(.bare))),
        domain: Domain(around: example.run.overSteps(\.effectiveStep).map(\.y) + [0], margin: 0.06)),
      [LineMark(example.run.overSteps(\.effectiveStep), color: Symbol("η").color)])
    return example.figure(of: "Adam", columns: [[example.walk()], [quantities, effectiveSteps]])
  }
}
