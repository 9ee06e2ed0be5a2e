import Drawing
import Lecture
import Words

extension [Label] {
  /// The labels one after the other, as in a subtitle.
  package func list(in language: Language) -> Label {
    joined(separator: language(en: ",   ", zh: "，"))
  }
}

extension [Mathematics] {
  /// Formulas one after the other, as in a subtitle.
  package func mathematics(in language: Language) -> Label {
    map { Label(math: $0) }.list(in: language)
  }
}
