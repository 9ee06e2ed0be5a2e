import Drawing
import TestSupport
import Testing

@testable import Plot

/// Labels that belong to points in a frame.
@Suite struct PlacementTests {
  private let area = Rect(x: 100, y: 50, width: 420, height: 300)

  private func places(
    of owners: [Placement.Owner], width: Double = 70, around lines: [[Point]] = []
  ) -> [Placement.Place?] {
    var placement = Placement(area: area, around: lines, owners: owners)
    return owners.indices.map { placement.place(width: width, height: 26, for: $0) }
  }

  private func randomPoint(_ random: inout SeededGenerator) -> Point {
    Point(
      .random(in: area.minX...area.maxX, using: &random),
      .random(in: area.minY...area.maxY, using: &random))
  }

  @Test func aLabelWithoutALeaderIsNearestToWhatItBelongsTo() {
    var random = SeededGenerator(seed: 3)
    var (beside, led) = (0, 0)
    for _ in 0..<300 {
      let points = (0..<Int.random(in: 1...8, using: &random)).map { _ in randomPoint(&random) }
      let line = (0..<4).map { _ in randomPoint(&random) }
      let owners = points.map { Placement.Owner([$0]) }
      for (index, place) in places(of: owners, around: [line]).enumerated() {
        guard let place else { continue }
        #expect(area.contains(place.rect))
        if let leader = place.leader {
          led += 1
          #expect(place.rect.inset(by: -1e-9).contains(leader.from))
          let distances = points.map { ($0 - leader.to).length }
          #expect(distances[index] == distances.min())
        } else {
          beside += 1
          let distances = owners.map { $0.distance(to: place.rect) }
          #expect(distances[index] == distances.min())
        }
      }
    }
    #expect(beside > 500 && led > 10)
  }

  @Test func labelsKeepApartFromEachOther() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let owners = (0..<8).map { _ in Placement.Owner([randomPoint(&random)]) }
      let rects = places(of: owners).compactMap { $0?.rect }
      for (index, rect) in rects.enumerated() {
        for other in rects[..<index] { #expect(!rect.inset(by: -2).overlaps(other)) }
      }
    }
  }

  @Test func theLabelOfAnArrowStandsBesideItsMiddle() throws {
    let (start, end) = (Point(200, 200), Point(320, 260))
    let owners = [[start, end], [start], [end]].map(Placement.Owner.init)
    let place = try #require(places(of: owners, around: [[start, end]])[0])
    #expect(place.leader == nil)
    let distances = owners.map { $0.distance(to: place.rect) }
    #expect(distances[0] < min(distances[1], distances[2]))
  }

  /// Around the upper point all that is free is also beside the lower one.
  @Test func whereOnlyAnotherOwnersPlaceIsFreeALeaderTellsThemApart() throws {
    let points = [Point(300, 180), Point(303, 192)]
    let found = places(of: points.map { Placement.Owner([$0]) }).compactMap(\.self)
    #expect(found.count == 2)
    for (index, place) in found.enumerated() where place.leader == nil {
      let (own, other) = (points[index], points[1 - index])
      #expect(
        (place.rect.nearest(to: own) - own).length < (place.rect.nearest(to: other) - other).length)
    }
  }
}
