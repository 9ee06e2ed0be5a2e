import Lecture
import Plot

/// Draws a figure and writes it as a PNG file into a folder, which is created where it does not exist.
///
/// - Parameters:
///   - name: the file's name without its ending.
///   - scale: how many pixels a unit of the figure is wide.
///   - command: the command that makes the figure, which the file remembers.
/// - Returns: the file's path.
/// - Throws: an error that says in one line what is wrong and what to do.
@discardableResult
public func writePicture(
  of figure: Figure, named name: String, into folder: String, language: Language,
  theme: Theme = .light, scale: Int = 1, command: String
) throws -> String {
  let picture = FigurePicture(figure: figure, language: language, theme: theme, scale: scale)
  let bytes = try picture.png(command: command)
  try Files.createFolder(folder)
  let path = folder.hasSuffix("/") ? "\(folder)\(name).png" : "\(folder)/\(name).png"
  try Files.write(bytes, to: path)
  return path
}
