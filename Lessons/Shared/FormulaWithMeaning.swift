import Lecture
import Words

/// A formula and what it means, as a line of a document's formulas.
package func formula(_ formula: Mathematics, en: Words, zh: Words) -> Document.Formula {
  (Words(math: formula), Words(en: en, zh: zh))
}
