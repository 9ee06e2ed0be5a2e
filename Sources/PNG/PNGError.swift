/// Why a picture could not become a PNG file, or a file a picture.
public enum PNGError: Error, Hashable {
  /// A keyword of a text must have 1 to 79 printable Latin-1 characters, with no space at an end and no two in a row.
  case invalidKeyword(String)
  /// The text under this keyword has the character U+0000, which ends a text in the file.
  case zeroInText(keyword: String)
  /// There is no memory to compress the picture in.
  case outOfMemory
  /// libpng's own words: of an error or a warning.
  case libpng(String)
}

extension PNGError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidKeyword(let keyword):
      """
      "\(keyword)" cannot be a keyword in a PNG file: it takes 1 to 79 printable Latin-1 characters, with no space \
      at an end and no two in a row
      """
    case .zeroInText(let keyword):
      "the text for \"\(keyword)\" cannot be written into a PNG file: it contains the character U+0000"
    case .outOfMemory:
      "there is not enough memory to compress the picture"
    case .libpng(let message):
      "libpng: \(message)"
    }
  }
}
