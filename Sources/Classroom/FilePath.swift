/// The path of a file as the system has it: bytes, which need be no UTF-8 and may be control characters.
public struct FilePath: CustomStringConvertible {
  /// The bytes with the zero at the end.
  let bytes: [CChar]

  public init(_ path: String) { bytes = path.utf8CString.map(\.self) }

  private init(bytes: [CChar]) { self.bytes = bytes }

  /// The path of a file in the folder that this is the path of.
  func appending(_ name: [UInt8]) -> FilePath {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    let folder = bytes.dropLast()
    return FilePath(
      bytes: folder + (folder.last == slash ? [] : [slash]) + name.map { CChar(bitPattern: $0) }
        + [0])
  }

  /// The name behind the last slash, for people.
  public var name: String {
    description.split(separator: "/").last.map(String.init) ?? description
  }

  /// The path for people: what a terminal would obey, and what is no text, is written with backslashes.
  public var description: String {
    var text = ""
    var rest = bytes.dropLast().map { UInt8(bitPattern: $0) }[...]
    while !rest.isEmpty {
      guard let (scalar, length) = Self.firstScalar(of: rest) else {
        text += "\\x" + String(rest.removeFirst(), radix: 16, uppercase: true)
        continue
      }
      rest = rest.dropFirst(length)
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text += scalar.escaped(asASCII: true)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The scalar that bytes begin with, and how many of them it is; nil where they are no UTF-8.
  private static func firstScalar(of bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
