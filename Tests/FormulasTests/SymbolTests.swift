import Formulas
import Testing

@Suite struct SymbolTests {
  @Test(arguments: [
    ("w", "w", ""), ("β1", "β", "1"), ("β12", "β", "12"), ("m̂", "m̂", ""), ("m̂2", "m̂", "2"),
    ("a1b", "a1b", ""), ("max s", "max s", ""), ("12", "", "12"), ("", "", ""), ("x٣", "x٣", ""),
  ])
  func digitsAtTheEndAreTheIndex(name: String, letter: String, index: String) {
    #expect(Symbol(name).letter == letter)
    #expect(Symbol(name).index == index)
  }
}
