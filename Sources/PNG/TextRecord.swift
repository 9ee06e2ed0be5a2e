/// A text with its keyword as `cpng_image` wants them: for a tEXt chunk where Latin-1 has all of the text's characters,
/// else in UTF-8 for an iTXt chunk (PNG specification, sections 11.3.3.2 and 11.3.3.4).
func textRecord(keyword: String, text: String) throws(PNGError) -> [UInt8] {
  guard let key = latin1(keyword), isAllowed(keyword: key) else { throw .invalidKeyword(keyword) }
  guard !text.unicodeScalars.contains("\0") else { throw .zeroInText(keyword: keyword) }
  let value =
    if let short = latin1(text) { [UInt8(ascii: "L")] + short } else {
      [UInt8(ascii: "U")] + Array(text.utf8)
    }
  return key + [0] + value + [0]
}

private func isAllowed(keyword: [UInt8]) -> Bool {
  let space = UInt8(ascii: " ")
  let noBreakSpace: UInt8 = 0xA0
  return (1...79).contains(keyword.count)
    && keyword.first != space && keyword.last != space
    && !zip(keyword, keyword.dropFirst()).contains { $0 == (space, space) }
    && !keyword.contains(UInt8(ascii: "\n")) && !keyword.contains(noBreakSpace)
}

/// The text in Latin-1, nil where it has other characters or control characters other than line feeds.
private func latin1(_ text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0xFF: bytes.append(UInt8(scalar.value))
    default: return nil
    }
  }
  return bytes
}
