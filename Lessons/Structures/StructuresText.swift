import Formulas
import Lecture
import LessonsShared
import Networks
import Perceptrons
import TorchRandom
import Words

/// What the lesson says of images.
extension StructuresLesson {
  var introduction: Words {
    Words(
      en: """
        A dense layer joins everything with everything. Where more is known of the data, such as that an image may be shifted \
        or that a sequence has an order, a structure of its own needs fewer weights or lets gradients through. Document 003 \
        (sections 6 and 7) and document 004 name them; here each has one small example.
        """,
      zh: """
        全连接层把所有的量都连起来。如果对数据了解得更多，例如图像可以平移、序列有先后，就可以用专门的结构：权重更少，\
        或者梯度更容易传过去。文档 003（6、7 两节）和文档 004 提到了这些结构，这里各举一个小例子。
        """)
  }

  @Document.Parts
  func convolution(_ image: EdgeImage) -> [Block] {
    let (filter, dense) = image.parameters
    let row = image.found[0].map { Numerals.rounded.text($0.value) }.listed
    let pooled = image.pooled[0].map { Numerals.rounded.text($0.value) }.listed
    let size = image.found.count
    Block.heading(Words(en: "Convolution and pooling", zh: "卷积与池化"))
    Words(
      en: """
        An image of \(EdgeImage.side) × \(EdgeImage.side) pixels is 0 in its first \(counted(edge, "column")) and 1 in the others. A filter of 3 × 3 \
        weights moves over it: −1 on the left, 0, and 1 on the right. At each place the products of weights w and pixels x are \
        added up to an output y, so the filter answers where the right is brighter than the left. Pooling then keeps of each square of \
        2 × 2 outputs the largest, p.
        """,
      zh: """
        一张 \(EdgeImage.side) × \(EdgeImage.side) 的图像，前 \(edge) 列为 0，其余为 1。3 × 3 的卷积核（左列 −1，中间 0，右列 1）\
        在图像上移动，在每个位置把权重 w 与像素 x 的乘积加起来，得到输出 y，所以右边比左边亮的地方输出大。\
        池化再从每个 2 × 2 的方块中只保留最大的输出 p。
        """)
    Block.derivations(
      title: Words(
        en: "The largest output, and what pooling leaves of the first square",
        zh: "最大的输出，以及池化后的第一个数"),
      of: [image.strongest, image.pooled[0][0]])
    Words(
      en: """
        Each of the \(size) rows of the output is \(row), and after pooling each row is \(pooled): a quarter of the numbers, and \
        the edge is still found. The filter has \(filter) weights and bias for all places; a dense layer from \
        \(EdgeImage.side * EdgeImage.side) pixels to \(size * size) outputs would have \(dense).
        """,
      zh: """
        输出的 \(size) 行都是 \(row)；池化之后每行为 \(pooled)：数的个数只剩四分之一，边缘仍然找得到。\
        卷积核在所有位置共用 \(filter) 个参数；从 \(EdgeImage.side * EdgeImage.side) 个像素到 \(size * size) 个输出的全连接层则需要 \(dense) 个。
        """)
    Block.figure(figure(of: image), name: "structures-convolution")
  }

  @Document.Parts
  var pointwise: [Block] {
    let weights = [0.5, -1, 2].numbered("w").map { [[$0]] }
    let pixel = [1.0, 0.5, 0.25].numbered("x").map { [[$0]] }
    let mixed = Convolution(weights: [weights], biases: [Traced(0.1).named("b")])(pixel)[0][0][0]
    let cost = ConvolutionCost(rows: Traced(28).named("H"), columns: Traced(28).named("W"))
    let costs = [(32.0, 5.0, 192.0, "M"), (16, 1, 192, "M1"), (32, 5, 16, "M2")].map {
      cost.multiplications(
        filters: Traced($0).named("F"), side: Traced($1).named("k"),
        channels: Traced($2).named("C")
      ).named(Symbol($3))
    }
    let (direct, total) = (costs[0], costs[1] + costs[2])
    Block.heading(Words(en: "1 × 1 convolution", zh: "1 × 1 卷积"))
    Words(
      en: """
        A filter of 1 × 1 sees a single pixel and mixes its channels, the numbers that each pixel has, such as red, green and \
        blue. Fewer filters than channels make what follows cheaper. Let 28 × 28 pixels of 192 channels go to 32 filters of 5 × 5, \
        directly or after 16 filters of 1 × 1. An output of H rows, W columns and F channels, one for each filter of k × k weights \
        on each of C channels, takes M multiplications.
        """,
      zh: """
        1 × 1 的卷积核只看一个像素，把它的各个通道（每个像素的几个数，如红、绿、蓝）混合起来。\
        卷积核比通道少，后面的计算就便宜。设 28 × 28 像素、192 个通道，用 32 个 5 × 5 卷积核，直接用，或者先经过 16 个 1 × 1 卷积核。\
        输出有 H 行、W 列、F 个通道，每个通道对应一个卷积核，它在 C 个输入通道上各有 k × k 个权重，共需 M 次乘法。
        """)
    Block.derivations(
      title: Words(en: "One pixel of three channels", zh: "一个三通道的像素"), of: [mixed])
    Block.derivations(
      title: Words(
        en: "Multiplications: directly (M), and in two steps (M₁ and M₂)",
        zh: "乘法次数：直接（M），分两步（M₁ 与 M₂）"),
      of: costs)
    Words(
      en: """
        Together \(Self.grouped(total)) multiplications instead of \(Self.grouped(direct)): \(direct.value / total.value, .fixed(1)) \
        times fewer.
        """,
      zh: """
        合计 \(Self.grouped(total)) 次乘法，而不是 \(Self.grouped(direct)) 次：只有原来的 1/\(direct.value / total.value, .fixed(1))。
        """)
  }

  /// A large whole number, with its digits in groups of three.
  private static func grouped(_ number: Traced) -> String {
    let digits = "\(Int(number.value))"
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
      })
  }

  @Document.Parts
  func augmentation(_ image: EdgeImage) -> [Block] {
    let (pixels, side) = (image.pixels.map { $0.map(\.value) }, 4)
    let all = [pixels, Augmentation.flipped(pixels)].flatMap { Augmentation.crops(of: $0, side) }
    let different = Set(all).count
    let large = 2 * (256 - 224 + 1) * (256 - 224 + 1)
    Block.heading(Words(en: "More images from one: flips and crops", zh: "一张图变多张：翻转与裁剪"))
    Words(
      en: """
        Data augmentation (document 004) makes further training images that show the same. From the \(EdgeImage.side) × \(EdgeImage.side) image above, squares of \
        \(side) × \(side) can be cut out at 3 · 3 places, and each can be flipped: \(all.count) images, of which \(different) \
        differ, as all rows of this image are alike. From 256 × 256 pixels, crops of 224 × 224 with flips are 33 · 33 · 2 = \(large) images; \
        Krizhevsky et al. (2012) counted 32 · 32 · 2 = 2048.
        """,
      zh: """
        数据增强（文档 004）从一张图得到更多内容相同的训练图像。从上面的 \(EdgeImage.side) × \(EdgeImage.side) 图像中，\(side) × \(side) 的方块有 3 · 3 \
        个位置可以裁剪，每个又可以左右翻转：共 \(all.count) 张，其中 \(different) 张互不相同，因为这张图各行都一样。\
        256 × 256 的图像裁剪成 224 × 224 并翻转，有 33 · 33 · 2 = \(large) 张；Krizhevsky 等人（2012）按 32 · 32 · 2 = 2048 计。
        """)
    Words(
      en: """
        The answer has to stay the same: a cat flipped is a cat, but in the image above the bright side changes, and a 2 is no \
        2 any more.
        """,
      zh: "前提是答案不变：猫翻转后还是猫，但上图翻转后亮的一侧就换了边，数字 2 翻转后也不再是 2。")
  }
}
