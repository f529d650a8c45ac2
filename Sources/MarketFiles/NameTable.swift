/// Names of one side and their ids, looked up by bytes.
///
/// Files of national size mostly use numbers as names. When all names are canonical decimal
/// numbers in a dense range, a name is found by indexing with its value; otherwise through an
/// open-addressing table with linear probing. Either way no `String` is made for a look-up.
struct NameTable {
  /// All names one after the other.
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  /// Ids by hash, -1 where empty; the count is a power of two, at most half full.
  private var slots: [Int32] = []
  private var hashes: [UInt32] = []
  /// Ids by value while all names are small numbers; empty once one is not.
  private var byValue: [Int32] = []
  private var isNumeric = true

  /// The number of names.
  var count: Int { starts.count - 1 }

  init(expecting count: Int) {
    starts.reserveCapacity(count + 1)
    hashes.reserveCapacity(count)
  }

  /// Adds a name, or finds that it is there.
  ///
  /// - Returns: the id and whether the name is new.
  mutating func insert(_ name: ArraySlice<UInt8>) -> (id: Int32, isNew: Bool) {
    let present = id(of: name)
    if present >= 0 { return (present, false) }
    let id = Int32(count)
    arena += name
    starts.append(arena.count)
    hashes.append(Self.hash(name))
    if isNumeric { insertValue(of: name, id: id) }
    if !isNumeric { insertSlot(id) }
    return (id, true)
  }

  /// The id of a name, or -1.
  func id(of name: ArraySlice<UInt8>) -> Int32 {
    if isNumeric {
      guard let value = Self.value(of: name) else { return -1 }
      return id(ofValue: value)
    }
    let hash = Self.hash(name)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, arena[starts[id]..<starts[id + 1]].elementsEqual(name) {
        return Int32(id)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// Whether ``id(ofValue:)`` finds every name.
  var findsByValue: Bool { isNumeric }

  /// The id of a canonical decimal number, or -1.
  @inline(__always)
  func id(ofValue value: Int) -> Int32 {
    value < byValue.count ? byValue[value] : -1
  }

  /// All names in the order of their ids.
  var names: [String] {
    (0..<count).map { String(decoding: arena[starts[$0]..<starts[$0 + 1]], as: UTF8.self) }
  }

  /// One name.
  func name(_ id: Int) -> String {
    String(decoding: arena[starts[id]..<starts[id + 1]], as: UTF8.self)
  }
}

extension NameTable {
  /// The value of a decimal number without sign, leading zero or more than nine digits.
  static func value(of name: ArraySlice<UInt8>) -> Int? {
    guard let first = name.first, name.count <= 9 else { return nil }
    if first == UInt8(ascii: "0"), name.count > 1 { return nil }
    var value = 0
    for byte in name {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  private static func hash(_ name: ArraySlice<UInt8>) -> UInt32 {
    var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { mixed = (mixed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return UInt32(truncatingIfNeeded: mixed ^ (mixed >> 32))
  }

  private mutating func insertValue(of name: ArraySlice<UInt8>, id: Int32) {
    // Numbers may be sparse up to a point; beyond it a hash needs less memory.
    guard let value = Self.value(of: name), value < 16 * count + 65_536 else {
      return becomeHashed()
    }
    if value >= byValue.count {
      let grown = max(value + 1, byValue.count * 2)
      byValue += [Int32](repeating: -1, count: grown - byValue.count)
    }
    byValue[value] = id
  }

  private mutating func becomeHashed() {
    isNumeric = false
    byValue = []
    for id in 0..<(count - 1) { insertSlot(Int32(id)) }
  }

  private mutating func insertSlot(_ id: Int32) {
    if slots.count < 2 * (Int(id) + 1) {
      slots = [Int32](repeating: -1, count: max(64, slots.count * 2))
      for earlier in 0..<id { place(earlier) }
    }
    place(id)
  }

  private mutating func place(_ id: Int32) {
    var slot = Int(hashes[Int(id)]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = id
  }
}
