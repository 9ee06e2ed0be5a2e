import Formulas
import Grading
import Lecture
import SVG
import Words

/// The part of a page where the rule runs with a reader's numbers. It is shown where scripts run.
struct PageLab {
  private(set) var html = ""
  private(set) var script = ""

  /// What the program calculates, by its names in headings.
  let columns: [String: String]

  init(_ experiment: Experiment) {
    let mistakes = Subject.named(experiment.subject)?.mistakenRules ?? []
    var program = Program(experiment, mistakes: mistakes)
    let names = zip(experiment.rules.map(Program.label), program.columns)
    columns = Dictionary(names) { first, _ in first }
      .merging(experiment.loss.map { [$0.sides[0].text: "L"] } ?? [:]) { $1 }
    let derivation = experiment.rules.map { rule in
      let name = Program.column(of: rule) ?? ""
      // A name alone is its value.
      let sides = rule.sides.dropFirst().filter { Code.identifier($0) == nil }
      let numbers = sides.map { program.html(of: $0) }.joined(separator: " ")
      return
        "<p>\(rule.html) \(numbers) <math><mo>=</mo><mrow data-value=\"\(name)\"></mrow></math></p>"
    }.joined(separator: "\n")
    let asked = experiment.rules.map { rule in
      "<option value=\"\(Program.column(of: rule) ?? "")\">\(rule.sides[0].text.escapedForXML)</option>"
    }.joined()
    script = program.script()
    let isNetwork = !experiment.places.isEmpty
    let compare =
      "<label><input type=\"checkbox\" id=\"compare\">\(Words(en: "Compare with a run B", zh: "与另一次运行 B 比较").html)</label>"
    html = """
      <section class="lab" id="lab" aria-labelledby="lab-title" hidden>
      \(Self.tag("h2 id=\"lab-title\"", Words(en: "Run it yourself", zh: "自己运行")))
      <div class="scroll" role="group" tabindex="0" aria-labelledby="lab-title"><svg id="loss"\(isNetwork ? " class=\"wide\"" : "") role="img" viewBox="0 0 640 300"></svg></div>
      <div class="player" role="group" aria-labelledby="step-name">
      <label id="step-name" for="step">\(Words(en: "Step", zh: "步数").html)</label>
      <input type="range" id="step" min="0" max="\(isNetwork ? experiment.rules.count : experiment.steps)" step="1">
      <output id="now" for="step"></output>
      \(Self.button("back", Words(en: "Back", zh: "后退")))
      \(Self.button("next", Words(en: "Next", zh: "前进")))
      \(Self.button("play", Words(en: "Play", zh: "播放")))
      </div>
      \(Self.tag("h3 id=\"derivation-title\"", Words(en: "This step, with its numbers", zh: "这一步的代入计算")))
      <div class="scroll d\(isNetwork ? " flow" : "")" id="derivation" role="group" tabindex="0" aria-labelledby="derivation-title">
      \(derivation)
      </div>
      <div class="row"><label for="asked">\(Words(en: "Your turn:", zh: "轮到你：").html)</label> <select id="asked">\(asked)</select>
      \(Self.button("ask", Words(en: "Hide it", zh: "隐藏它")))
      <form id="answer" hidden><label for="typed">\(Words(en: "Its value", zh: "它的值").html)</label> <input id="typed" inputmode="decimal" autocomplete="off" size="10"> \(Self.button("check", Words(en: "Check", zh: "检查"), type: "submit"))</form></div>
      <p id="said" role="status"></p>
      <form id="parameters"\(isNetwork ? " class=\"many\"" : "")>
      \(Self.inputs(of: experiment))
      <div class="row">\(isNetwork ? "" : compare)
      \(Self.button("reset", Words(en: "Reset", zh: "还原")))</div>
      </form>
      \(isNetwork ? "" : "<svg id=\"over\" role=\"img\" viewBox=\"0 0 640 240\"></svg>")
      <div class="row">
      \(Self.button("copy-latex", Words(en: "Copy as LaTeX", zh: "复制为 LaTeX")))
      \(Self.button("copy-python", Words(en: "Copy as Python", zh: "复制为 Python")))
      \(Self.button("save-figure", Words(en: "Save the figure", zh: "保存图")))
      \(Self.button("save-trace", Words(en: "Save the numbers", zh: "保存数据")))
      </div>
      </section>
      """
  }

  private static func tag(_ tag: String, _ words: Words) -> String {
    "<\(tag)>\(words.html)</\(tag.prefix { $0 != " " })>"
  }

  private static func button(_ id: String, _ words: Words, type: String = "button") -> String {
    "<button type=\"\(type)\" id=\"\(id)\">\(words.html)</button>"
  }

  /// For each number a field to type it and a slider to drag it; those of the rule for the second run, too.
  private static func inputs(of experiment: Experiment) -> String {
    let start = experiment.start.map { variable, value in
      Experiment.Parameter(
        Symbol(variable.name + "0"), Words(en: "the start", zh: "起点"), .any, value)
    }
    return (experiment.parameters + [start].compactMap(\.self)).map { parameter in
      let name = Code.identifier(parameter.symbol.mathematics) ?? ""
      let isRule = start.map { $0.symbol != parameter.symbol } ?? false
      return
        "<div class=\"parameter\"><span class=\"what\" id=\"n-\(name)\">\(parameter.symbol.mathematics.html) \(parameter.meaning.html)</span>"
        + input(parameter, name, "A") + (isRule ? input(parameter, name, "B") : "") + "</div>"
    }.joined(separator: "\n")
  }

  private static func input(
    _ parameter: Experiment.Parameter, _ name: String, _ who: String
  ) -> String {
    let (scale, least, most) = parameter.slider
    let id = "\(who)-\(name)"
    return
      "<span class=\"\(who)\"><b id=\"w-\(id)\">\(who)</b> <input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" size=\"9\" id=\"\(id)\" value=\"\(parameter.value)\" data-range=\"\(parameter.range.name)\" aria-labelledby=\"n-\(name) w-\(id)\">"
      + "<input type=\"range\" id=\"\(id)-range\" data-scale=\"\(scale)\" min=\"\(least)\" max=\"\(most)\" step=\"\((most - least) / 200)\" aria-labelledby=\"n-\(name) w-\(id)\"></span>"
  }
}

extension Experiment.Parameter {
  /// How a slider of it is divided, and its ends there.
  fileprivate var slider: (scale: String, least: Double, most: Double) {
    switch range {
    case .belowOne: ("linear", 0, 0.999)
    case .part, .positivePart: ("linear", 0, 1)
    case .positive, .notNegative:
      // Two powers of ten to each side.
      ("log", Self.power(of: value) - 2, Self.power(of: value) + 2)
    case .any, .counts: ("linear", -2 * max(1, value.magnitude), 2 * max(1, value.magnitude))
    }
  }

  private static func power(of x: Double) -> Double {
    guard x > 0 else { return 0 }
    var (power, rest) = (0.0, x)
    while rest >= 10 { (power, rest) = (power + 1, rest / 10) }
    while rest < 1 { (power, rest) = (power - 1, rest * 10) }
    return power
  }
}

extension NumberRange {
  /// The word by which the page's script checks it.
  fileprivate var name: String {
    switch self {
    case .any, .counts: "any"
    case .positive: "positive"
    case .notNegative: "notNegative"
    case .belowOne: "belowOne"
    case .part: "part"
    case .positivePart: "positivePart"
    }
  }
}
