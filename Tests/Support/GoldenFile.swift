import Foundation

/// What PyTorch 2.13 calculated, as files in the folder Tests/Golden.
public enum GoldenFile {
  /// Reads the file of the given name, without its ending.
  public static func read<Content: Decodable>(_ name: String) -> Content {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Golden/\(name).json")
    do {
      return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(file.path) cannot be read: \(error)")
    }
  }

  /// The `cases` of a file that is a list of them.
  public static func cases<Entry: Decodable>(_ name: String) -> [Entry] {
    (read(name) as Table<Entry>).cases
  }

  private struct Table<Entry: Decodable>: Decodable { var cases: [Entry] }
}
