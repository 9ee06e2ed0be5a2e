import Drawing
import Formulas
import Plot
import RealModule
import Words

extension Specimen {
  /// Gradient descent on 4x² from 2 with six learning rates, all on the same axes.
  static var smallMultiples: Figure {
    func chart(_ η: Double) -> Chart {
      let steps = (0...8).map { step in
        // Each step multiplies x by 1 − 8η.
        let x = 2 * Double.pow(1 - 8 * η, step)
        return Datum(x: x, y: 4 * x * x)
      }
      let bowl = (-60...60).map { Datum(x: Double($0) / 25, y: 4 * Double($0 * $0) / 625) }
      return Chart(
        heading: Words(math: .equation("η", .number("\(η)"))), x: Axis(Words(math: "x")),
        y: Axis(Words(math: .call("L", ["x"]))),
        marks: [LineMark(bowl, color: Palette.black), WalkMark(steps, color: Palette.blue)])
    }
    var figure = Figure(
      title: Words(en: "Six learning rates", zh: "六种学习率"),
      subtitle: Words(
        math: .equation(.call("L", ["x"]), .row(["4", Mathematics("x").raised(to: "2")]))),
      columns: [[0.01, 0.125], [0.05, 0.2], [0.1, 0.24]].map { $0.map(chart) })
    figure.sharesAxes = true
    return figure
  }

  /// The end of a curve enlarged within its chart.
  static var inset: Figure {
    let curve = (0...200).map { step in
      let t = Double(step)
      return Datum(x: t, y: 2 * .exp(-t / 18) + 0.02 * .sin(t / 4) * .exp(-t / 120))
    }
    let steps = Axis(Words(en: "step", zh: "步数"), wholeNumbers: true)
    let line = LineMark(curve, color: Palette.vermilion)
    let end = LineMark(Array(curve.suffix(80)), color: Palette.vermilion)
    var chart = Chart(x: steps, y: Axis(Words(math: "L")), marks: [line])
    chart.insets = [
      Chart.Inset(
        Chart(
          heading: Words(en: "the last 80 steps", zh: "最后 80 步"), x: steps,
          y: Axis(Words(math: "L")), marks: [end]),
        x: 0.4...0.97, y: 0.35...0.95)
    ]
    return Figure(
      title: Words(en: "A chart within a chart", zh: "图中图"), subtitle: "",
      columns: [[chart]])
  }

  /// A small network with the path from one weight to the error highlighted.
  static var network: Figure {
    // The course's example (section 3.2.2): two inputs, weights w₁ to w₈, biases 0.35 and 0.6, targets 0.01 and 0.99.
    let i = [0.05, 0.1]
    let w = [0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55]
    func neuron(_ a: [Double], _ first: Int, bias: Double) -> Double {
      1 / (1 + .exp(-(a[0] * w[first] + a[1] * w[first + 1] + bias)))
    }
    let h = [neuron(i, 0, bias: 0.35), neuron(i, 2, bias: 0.35)]
    let o = [neuron(h, 4, bias: 0.6), neuron(h, 6, bias: 0.6)]
    let error = (.pow(o[0] - 0.01, 2) + .pow(o[1] - 0.99, 2)) / 2
    let values = i + h + o + [error]
    let names = ["i1", "i2", "h1", "h2", "o1", "o2", "E"] as [Mathematics]
    let nodes = zip(names, values).enumerated().map { index, node in
      NetworkMark.Node(
        Words(math: node.0), value: Words(Numerals.fixed(3).text(node.1)), layer: Double(index / 2),
        row: index == 6 ? 0 : Double(index % 2) - 0.5, isHighlighted: [2, 4, 6].contains(index))
    }
    let edges = w.indices.map { index in
      // w₁ and w₂ lead to h₁, w₃ and w₄ to h₂, and so on.
      NetworkMark.Edge(
        from: index / 4 * 2 + index % 2, to: index / 2 + 2,
        label: Words(Numerals.rounded.text(w[index])), isHighlighted: index == 4)
    }
    let errors = [4, 5].map { NetworkMark.Edge(from: $0, to: 6, isHighlighted: $0 == 4) }
    var chart = Chart(
      x: Axis(""), y: Axis(""),
      marks: [
        NetworkMark(
          nodes: nodes, edges: edges + errors, color: Palette.blue, highlight: Palette.vermilion)
      ])
    chart.showsAxes = false
    return Figure(
      title: Words(en: "The way from \(math: "w₅") to the error", zh: "从 \(math: "w₅") 到误差的路径"),
      subtitle: Words(en: "values in nodes, weights on edges", zh: "节点内为取值，边上为权重"),
      columns: [[chart]])
  }
}
