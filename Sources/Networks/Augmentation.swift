/// Further images from one, which show the same thing: course document 004; Krizhevsky, Sutskever and Hinton, "ImageNet
/// Classification with Deep Convolutional Neural Networks", 2012, section 4.1; torchvision's `RandomHorizontalFlip` and
/// `RandomCrop`.
///
///     Augmentation.flipped([[1, 2], [3, 4]])         // [[2, 1], [4, 3]]
///     Augmentation.crops(of: [[1, 2], [3, 4]], 1)    // [[1]], [[2]], [[3]], [[4]]
public enum Augmentation {
  /// Left and right exchanged.
  public static func flipped<Pixel>(_ image: [[Pixel]]) -> [[Pixel]] {
    image.map { $0.reversed() }
  }

  /// All squares of some side that can be cut out: (rows − side + 1)·(columns − side + 1) of them.
  ///
  /// - Precondition: the image has a square of that side.
  public static func crops<Pixel>(of image: [[Pixel]], _ side: Int) -> [[[Pixel]]] {
    (0...image.count - side).flatMap { row in
      (0...image[0].count - side).map { column in
        image[row..<row + side].map { Array($0[column..<column + side]) }
      }
    }
  }
}
