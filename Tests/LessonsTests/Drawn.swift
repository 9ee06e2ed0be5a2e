import Drawing
import Fonts
import Foundation
import Plot

extension Recording {
  /// A figure drawn with the installed Latin fonts.
  init(of figure: Figure, theme: Theme = .light) throws {
    let home = ProcessInfo.processInfo.environment["HOME"]
    let fonts = InstalledFonts(folders: InstalledFonts.standardFolders(home: home))
    let style = Style(
      regular: try fonts.typeface(for: .latin),
      bold: try fonts.typeface(for: .latin, weight: .bold), theme: theme)
    self.init()
    try figure.draw(on: &self, style: style)
  }
}

extension Figure.Size {
  var page: Rect { Rect(x: 0, y: 0, width: Double(width), height: Double(height)) }
}
