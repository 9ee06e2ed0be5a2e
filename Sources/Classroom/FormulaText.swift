import ArgumentParser
import Formulas
import Lecture
import Words

/// The formulas of a document, and how its first numbers were calculated, in one of the ways to write mathematics.
struct FormulaText {
  /// A way to write mathematics.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, ascii, latex, mathml, speech, javascript, python
  }

  let form: Form
  let language: Language

  /// A group of lines for each list of formulas and each step, and nothing else.
  func text(of document: Document) -> String {
    let groups = document.blocks.compactMap(equations).map(group)
    let prelude = code.map { [$0.prelude] } ?? []
    return (prelude + groups).joined(separator: "\n\n")
  }

  private func equations(of block: Document.Block) -> [Mathematics]? {
    switch block {
    case .formulas(let formulas): formulas.map { $0.formula.label(in: words).mathematics }
    case .derivations(_, let derivations): derivations.map { $0.equation(in: words) }
    case .heading, .prose, .table, .figure, .experiment: nil
    }
  }

  /// What is not mathematics is English where there are no Chinese letters.
  private var words: Language { form == .ascii || code != nil ? .english : language }

  private var code: Code? {
    switch form {
    case .javascript: .javaScript
    case .python: .python
    case .text, .ascii, .latex, .mathml, .speech: nil
    }
  }

  private func group(of equations: [Mathematics]) -> String {
    let lines = equations.map(line).joined(separator: form == .latex ? " \\\\\n" : "\n")
    return form == .latex ? "\\begin{align*}\n\(lines)\n\\end{align*}" : lines
  }

  private func line(_ equation: Mathematics) -> String {
    switch form {
    case .text: equation.text
    case .ascii: equation.ascii
    case .latex: aligned(equation.sides.map(\.latex))
    case .mathml: equation.mathML(isBlock: true)
    case .speech: equation.speech[language]
    case .javascript: equation.statement(in: .javaScript)
    case .python: equation.statement(in: .python)
    }
  }

  /// An equation with its first sign below that of the others, and a line for each side where it is long.
  private func aligned(_ sides: [String]) -> String {
    let isLong = sides.map(\.count).reduce(0, +) > 120
    return "  \(sides[0])"
      + sides.dropFirst().enumerated().map { index, side in
        index == 0 ? " &= \(side)" : isLong ? " \\\\\n    &= \(side)" : " = \(side)"
      }.joined()
  }
}

extension Mathematics {
  /// The equation as a line of a program; a comment where it is no code.
  fileprivate func statement(in code: Code) -> String {
    code.assignment(self) ?? code.expression(self) ?? "\(code.commentSign) \(ascii)"
  }
}
