extension [Int16] {
    func chunks(of size: Int) -> [[Int16]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
