import Drawing
import Lecture
import Words

extension [Label] {
  /// The labels one after the other, as in a subtitle.
  package func list(in language: Language) -> Label {
    let comma: Label = language(en: ",   ", zh: "，")
    return dropFirst().reduce(first ?? "") { "\($0)\(comma)\($1)" }
  }
}

extension [String] {
  /// Formulas one after the other, as in a subtitle.
  package func mathematics(in language: Language) -> Label {
    map { Label(math: $0) }.list(in: language)
  }
}
