/// Strict preference lists of many participants in two flat arrays (compressed sparse rows).
///
/// List `i` is `items[starts[i]..<starts[i + 1]]`, best first. One array for all lists keeps the
/// whole side of a national market in a few megabytes and lets a proposal read consecutive memory.
public struct PreferenceLists: Sendable, Equatable {
  /// Where each list begins in `items`; one more element than there are lists.
  public private(set) var starts: [Int]
  /// All lists one after the other, best first; 0-based ids of the other side.
  public private(set) var items: [Int32]

  /// Creates an empty collection of lists.
  public init() {
    starts = [0]
    items = []
  }

  /// Creates an empty collection with room for what will be appended.
  public init(reservingLists lists: Int, entries: Int) {
    self.init()
    starts.reserveCapacity(lists + 1)
    items.reserveCapacity(entries)
  }

  /// Copies nested lists of 0-based ids.
  public init(_ lists: [[Int]]) {
    self.init(reservingLists: lists.count, entries: lists.reduce(0) { $0 + $1.count })
    for list in lists { append(list) }
  }

  /// The number of lists.
  public var count: Int { starts.count - 1 }

  /// The number of entries of all lists together.
  public var entryCount: Int { items.count }

  /// One list, best first.
  ///
  /// - Complexity: O(1); the slice shares memory with `items`.
  public subscript(list: Int) -> ArraySlice<Int32> {
    items[starts[list]..<starts[list + 1]]
  }

  /// The entry at a 0-based place of one list.
  @inline(__always)
  func item(_ place: Int, of list: Int) -> Int { Int(items[starts[list] + place]) }

  /// Adds one list, best first.
  ///
  /// An id beyond `Int32` is stored as the nearest `Int32`: no market is that large, so
  /// ``Market`` refuses it as unknown.
  public mutating func append(_ list: some Sequence<Int>) {
    for item in list { appendEntry(Int32(clamping: item)) }
    endList()
  }

  /// Adds one entry to the list that ``endList()`` will close, for readers that stream.
  public mutating func appendEntry(_ item: Int32) {
    items.append(item)
  }

  /// Closes the list whose entries were added by ``appendEntry(_:)``.
  public mutating func endList() {
    starts.append(items.count)
  }

  /// Adds a list given as explicit ranks (1 is best), refusing ties.
  ///
  /// - Throws: ``TieError`` if two entries have the same rank. Deferred acceptance needs strict
  ///   orders, and breaking a tie silently would decide somebody's career by the order of a file.
  public mutating func append(
    ranked entries: some Sequence<(item: Int, rank: Int)>
  ) throws(TieError) {
    let sorted = entries.sorted { ($0.rank, $0.item) < ($1.rank, $1.item) }
    for (better, worse) in zip(sorted, sorted.dropFirst()) where better.rank == worse.rank {
      throw TieError(list: count, rank: better.rank, items: [better.item, worse.item])
    }
    append(sorted.map(\.item))
  }
}
