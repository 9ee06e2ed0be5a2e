import Formulas
import Plot

/// What a lesson says, in one language, before anything is printed or drawn.
public struct Document {
  /// A part of a lesson.
  public enum Block {
    case heading(String)
    case prose(String)
    /// Formulas, each with what it means.
    case formulas([(formula: String, meaning: String)])
    /// How the quantities of one step were calculated.
    case derivations(title: String, [Derivation])
    /// A table and its name among the lesson's tables, in files that hold them.
    case table(Table, name: String)
    /// A figure and the name of its file, without ending.
    case figure(Figure, name: String)
  }

  /// What stands above everything.
  public var title: String
  /// The parts, in the order in which they are read.
  public var blocks: [Block]

  /// A document of parts in the order in which they are read.
  public init(title: String, blocks: [Block]) {
    self.title = title
    self.blocks = blocks
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
