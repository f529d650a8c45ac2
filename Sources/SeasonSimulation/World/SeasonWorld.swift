public import MatchFacts
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The programs of a season: the real directory with its quotas, and what is drawn for each.
///
/// A program's standing, attitude and tastes are nowhere published; they are drawn from the seed
/// and the program's code, so that they are the same in every season of a run.
public struct SeasonWorld: Sendable {
  /// Specialties in alphabetical order.
  public let specialties: [String]
  /// Programs grouped by specialty.
  public let programs: [Program]
  /// First program of each specialty; one more element than there are specialties.
  public let starts: [Int]
  /// Positions of each program.
  public let quotas: [Int]
  /// Interview slots of each program.
  public let slots: [Int]
  /// Common standing of each program among applicants, N(0, 1) within its specialty.
  public let standing: [Float]
  /// Liking for each group beyond the specialty's offset, by program × group.
  let tastes: [Float]
  /// 0 obsessed, 1 balanced, 2 light.
  let attitudes: [UInt8]
  /// State index of each program, or 255.
  let states: [UInt8]
  /// Whether the program takes physicians with earlier training only.
  let isReserved: [Bool]
  /// Two-letter states, sorted.
  let stateNames: [String]
  /// Specialty of each program.
  let specialtyOf: [Int32]

  /// Builds the world of a directory.
  ///
  /// Programs without a known quota share what the known quotas leave of the published total,
  /// within half and twice the specialty's mean; without a published total they get the mean.
  /// Preliminary tracks of clinical specialties are a market of their own and are left out; a
  /// specialty that has nothing else (the transitional year) takes part. Known quotas are mostly
  /// those of 2020: what is then still missing from a published total is spread over them in
  /// proportion. Programs outside the Main Match, which carry their ACGME id as code, are left out.
  public init(directory: [Program], parameters: SeasonParameters, seed: UInt64) {
    let onlyPreliminary = Self.preliminaryOnly(directory)
    let known = directory.filter { program in
      parameters.fields[program.specialty.name] != nil
        && (program.track != .preliminary || onlyPreliminary.contains(program.specialty))
        && program.code != program.acgmeID
    }
    let sorted = known.sorted {
      ($0.specialty.name, $0.code) < ($1.specialty.name, $1.code)
    }
    programs = sorted
    var specialties: [String] = []
    var starts: [Int] = []
    for (index, program) in sorted.enumerated() where program.specialty.name != specialties.last {
      specialties.append(program.specialty.name)
      starts.append(index)
    }
    starts.append(sorted.count)
    self.specialties = specialties
    self.starts = starts
    stateNames = Set(directory.compactMap(\.state)).sorted()
    let stateIndex = Dictionary(
      uniqueKeysWithValues: stateNames.enumerated().map { ($1, UInt8(clamping: $0)) })
    states = sorted.map { $0.state.flatMap { stateIndex[$0] } ?? 255 }
    isReserved = sorted.map { $0.track == .physicianReserved }

    var quotas = [Int](repeating: 0, count: sorted.count)
    var slots = [Int](repeating: 0, count: sorted.count)
    var specialtyOf = [Int32](repeating: 0, count: sorted.count)
    for (index, name) in specialties.enumerated() {
      let range = starts[index]..<starts[index + 1]
      guard let field = parameters.fields[name] else { continue }
      Self.fillQuotas(&quotas, range: range, programs: sorted, published: field.positions)
      for program in range {
        specialtyOf[program] = Int32(index)
        slots[program] = max(
          2, Int((field.interviewsPerPosition * Double(quotas[program])).rounded()))
        if quotas[program] == 0 { slots[program] = 0 }
      }
    }
    self.quotas = quotas
    self.slots = slots
    self.specialtyOf = specialtyOf

    let effects = parameters.effects
    var standing = [Float](repeating: 0, count: sorted.count)
    var tastes = [Float](repeating: 0, count: sorted.count * SeasonGroup.allCases.count)
    var attitudes = [UInt8](repeating: 1, count: sorted.count)
    let breadth = InstitutionBreadth(directory: directory)
    for (index, program) in sorted.enumerated() {
      var luck = CounterRandom(seed: seed, entity: Self.hash(program.code), purpose: 11)
      // The directory explains a part of a program's standing; the rest is drawn.
      let told = breadth.standing(of: program)
      let own = luck.normal()
      standing[index] = Float(0.6 * told + 0.8 * own)
      let doTaste = luck.normal()
      let imgTaste = luck.normal()
      let nonUS = luck.normal()
      let weight = Double(parameters.fields[program.specialty.name]?.scoreWeight ?? 3) - 3
      var shares: [Double] = []
      for k in effects.attitudeShares.indices {
        shares.append(effects.attitudeShares[k] * exp(effects.attitudeByWeight[k] * weight))
      }
      attitudes[index] = UInt8(luck.index(weights: shares) ?? 1)
      let row = index * SeasonGroup.allCases.count
      // Programs of high standing are cooler towards DOs and IMGs.
      let lean = -0.35 * (0.6 * told + 0.8 * own)
      let liking = Float(effects.tasteDO * (0.94 * doTaste + lean))
      let imgLiking = effects.tasteIMG * (0.55 * doTaste + 0.75 * imgTaste + lean)
      tastes[row + SeasonGroup.usDO.rawValue] = liking
      tastes[row + SeasonGroup.usDOGraduate.rawValue] = liking
      tastes[row + SeasonGroup.usIMG.rawValue] = Float(imgLiking)
      tastes[row + SeasonGroup.nonUSIMG.rawValue] = Float(
        0.85 * imgLiking + 0.5 * effects.tasteIMG * nonUS)
    }
    self.standing = standing
    self.tastes = tastes
    self.attitudes = attitudes
  }

  /// Specialties whose programs are all preliminary.
  private static func preliminaryOnly(_ directory: [Program]) -> Set<Specialty> {
    var withOthers = Set<Specialty>()
    var all = Set<Specialty>()
    for program in directory {
      all.insert(program.specialty)
      if program.track != .preliminary { withOthers.insert(program.specialty) }
    }
    return all.subtracting(withOthers)
  }

  private static func fillQuotas(
    _ quotas: inout [Int], range: Range<Int>, programs: [Program], published: Double?
  ) {
    var total = 0
    var missing: [Int] = []
    for index in range {
      if let positions = programs[index].positions {
        quotas[index] = max(positions, 0)
        total += quotas[index]
      } else {
        missing.append(index)
      }
    }
    defer { if let published { Self.grow(&quotas, range: range, to: published) } }
    guard !missing.isEmpty else { return }
    let mean = Double(total) / Double(max(range.count - missing.count, 1))
    var each = mean
    if let published {
      each = min(max((published - Double(total)) / Double(missing.count), mean / 2), mean * 2)
    }
    // Largest remainders, in the order of codes, so that the sum is right.
    var owed = 0.0
    for index in missing {
      owed += max(each, 0.5)
      let given = Int(owed.rounded())
      quotas[index] = max(given, 1)
      owed -= Double(quotas[index])
    }
  }

  /// Spreads the positions that a published total has beyond the quotas, by largest remainders.
  private static func grow(_ quotas: inout [Int], range: Range<Int>, to published: Double) {
    let total = range.reduce(0) { $0 + quotas[$1] }
    let gap = Int(published.rounded()) - total
    guard gap > 0, total > 0 else { return }
    var owed = 0.0
    for index in range {
      owed += Double(gap) * Double(quotas[index]) / Double(total)
      let given = Int((owed + 1e-9).rounded(.down))
      quotas[index] += given
      owed -= Double(given)
    }
  }

  /// FNV-1a of a text, the same in every run.
  static func hash(_ text: String) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return value
  }
}
