import Drawing
import Testing

/// Expects that no text overlaps another or leaves the page.
public func expectSoundLayout(
  _ canvas: Recording, on page: Rect, sourceLocation: SourceLocation = #_sourceLocation
) {
  let texts = canvas.texts
  for (index, text) in texts.enumerated() {
    #expect(page.contains(text.ink), "\(text)", sourceLocation: sourceLocation)
    for other in texts[..<index] {
      #expect(
        !text.ink.overlaps(other.ink), "\(text) and \(other)", sourceLocation: sourceLocation)
    }
  }
}
