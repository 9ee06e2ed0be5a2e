import Formulas
import Testing

@Suite struct SymbolTests {
  @Test(arguments: [
    ("w", "w", ""), ("β1", "β", "1"), ("β12", "β", "12"), ("m̂", "m̂", ""), ("m̂2", "m̂", "2"),
    ("a1b", "a1b", ""), ("max s", "max s", ""), ("12", "", "12"), ("", "", ""), ("x٣", "x٣", ""),
    ("net_o1", "net", "o1"), ("E_o12", "E", "o12"), ("σ²_h1", "σ²", "h1"), ("w_q1", "w_q", "1"),
    ("a_b", "a_b", ""), ("x_", "x_", ""), ("_1", "", "1"),
  ])
  func digitsAtTheEndAreTheIndex(name: String, letter: String, index: String) {
    #expect(Symbol(name).letter == letter)
    #expect(Symbol(name).index == index)
  }
}
