import Drawing
import Testing
import Words

@Suite struct LabelTests {
  private func lines(_ label: Label) -> [[String]] {
    label.breaks.map { [$0.first.string, $0.second.string, String($0.rank)] }
  }

  @Test func aLineMayEndAtSpaces() {
    #expect(lines("a bc, d") == [["a", "bc, d", "0"], ["a bc,", "d", "1"]])
    #expect(lines("a;   b: c") == [["a;", "b: c", "2"], ["a;   b:", "c", "1"]])
    #expect(lines("no-break").isEmpty)
    #expect(lines(" a ").isEmpty)
    #expect(lines("").isEmpty)
  }

  @Test func aChineseLineMayEndAfterPunctuation() {
    #expect(lines("左，右；下") == [["左，", "右；下", "1"], ["左，右；", "下", "2"]])
    #expect(lines("完。").isEmpty)
  }

  @Test func aWordMayBePartedAtAnInnerCapitalOrBetweenChineseLetters() {
    #expect(lines("OneCycle a") == [["One", "Cycle a", "-1"], ["OneCycle", "a", "0"]])
    #expect(lines("学习率").map(\.last) == ["-1", "-1"])
    #expect(Label(math: .word("xY")).breaks.isEmpty)
  }

  @Test func bothPartsKeepTheirMathematics() throws {
    let equation = Mathematics.equation("β1", .number("0.9"))
    func label(_ words: Words) -> Label { words.label(in: .english) }
    let places = label("Adam, \(math: equation), fast").breaks
    #expect(places.count == 4)
    #expect(places[0].second == label("\(math: equation), fast"))
    #expect(places[1].first == label("Adam, \(math: "β1")"))
    #expect(places[3].first == label("Adam, \(math: equation),"))
    #expect(places[3].second == "fast")
  }
}
