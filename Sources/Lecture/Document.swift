import Formulas
import Plot
import Words

/// What a lesson says, in both languages, before anything is printed or drawn.
public struct Document {
  /// A part of a lesson.
  public enum Block {
    case heading(Words)
    case prose(Words)
    /// Formulas, each with what it means.
    case formulas([Formula])
    /// How the quantities of one step were calculated.
    case derivations(title: Words, [Derivation])
    /// A table and its name among the lesson's tables, in files that hold them.
    case table(Table, name: String)
    /// A figure and the name of its file, without ending.
    case figure(Figure, name: String)
    /// What readers of a page can run with numbers of their own.
    case experiment(Experiment)
  }

  /// A formula and what it means.
  public typealias Formula = (formula: Words, meaning: Words)

  /// What stands above everything.
  public var title: Words
  /// The parts, in the order in which they are read.
  public var blocks: [Block]

  /// A document of parts, written in the order in which they are read. A text alone is prose.
  ///
  ///     Document(title: "Adam") {
  ///       introduction
  ///       if diverges { warning }
  ///       Block.heading(Words(en: "The first steps", zh: "前几步"))
  ///       derivations
  ///     }
  public init(title: Words, @Parts blocks: () throws -> [Block]) rethrows {
    self.title = title
    self.blocks = try blocks()
  }

  /// Puts the parts of a document one after another: texts, other parts, those that there may be, and lists of them.
  @resultBuilder
  public enum Parts {
    public static func buildExpression(_ block: Block?) -> [Block] { block.map { [$0] } ?? [] }
    public static func buildExpression(_ blocks: [Block]) -> [Block] { blocks }
    public static func buildExpression(_ prose: Words?) -> [Block] {
      prose.map { [.prose($0)] } ?? []
    }
    public static func buildExpression(_ prose: [Words]) -> [Block] { prose.map { .prose($0) } }
    public static func buildBlock(_ parts: [Block]...) -> [Block] { parts.flatMap(\.self) }
    public static func buildOptional(_ part: [Block]?) -> [Block] { part ?? [] }
    public static func buildEither(first part: [Block]) -> [Block] { part }
    public static func buildEither(second part: [Block]) -> [Block] { part }
    public static func buildArray(_ parts: [[Block]]) -> [Block] { parts.flatMap(\.self) }
  }
}

extension Document {
  /// The figures with the names of their files.
  public var figures: [(figure: Figure, name: String)] {
    blocks.compactMap { block in
      if case .figure(let figure, let name) = block { (figure, name) } else { nil }
    }
  }
}
