/// The value moved into the range; a value that is not a number becomes the lower end.
func clamped(_ value: Double, _ low: Double, _ high: Double) -> Double {
  value > low ? (value < high ? value : high) : low
}
