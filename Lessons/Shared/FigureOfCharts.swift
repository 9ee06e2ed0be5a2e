import Plot
import Words

extension Figure {
  /// A figure of one chart.
  package init(title: Words, subtitle: Words, chart: Chart) {
    self.init(title: title, subtitle: subtitle, columns: [[chart]])
  }

  /// Small multiples, to be read along the rows: charts of one kind, whose axes are the same.
  package init(title: Words, subtitle: Words, rows: Int, sharingAxes charts: [Chart]) {
    let width = (charts.count + rows - 1) / rows
    let columns = (0..<width).map { column in
      stride(from: column, to: charts.count, by: width).map { charts[$0] }
    }
    self.init(title: title, subtitle: subtitle, columns: columns)
    sharesAxes = true
  }
}
