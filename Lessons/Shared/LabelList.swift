import Drawing
import Words

extension [Words] {
  /// The labels one after the other, as in a subtitle.
  package var list: Words {
    joined(separator: Words(en: ",   ", zh: "，"))
  }
}

extension [Mathematics] {
  /// Formulas one after the other, as in a subtitle.
  package var mathematics: Words {
    map { Words(math: $0) }.list
  }
}
