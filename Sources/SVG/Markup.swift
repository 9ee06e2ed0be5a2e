/// ` name="value"`, as it stands in a tag. Texts must be escaped before.
package func attribute(_ name: String, _ value: some CustomStringConvertible) -> String {
  " \(name)=\"\(value)\""
}

extension String {
  /// The text as it is written between tags or between quotation marks. What XML cannot hold, such as control characters,
  /// becomes U+FFFD.
  package var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
