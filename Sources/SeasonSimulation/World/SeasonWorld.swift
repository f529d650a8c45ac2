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
/// What public figures leave open of a program's standing, its attitude and its tastes are nowhere
/// published; they are drawn from the seed and the program's code, so that they are the same in every
/// season of a run.
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
  /// Points of Step 2 CK by which each program asks for more than its specialty's mean program:
  /// those of its index, and what is drawn for it.
  public let points: [Float]
  /// The same in units of ``StandingEffects/unit``, within ``StandingEffects/largest``.
  package let standing: [Float]
  /// The points of the index alone, in the same units.
  package let indexStanding: [Float]
  /// Place of the index among the specialty's programs, in standard deviations, within
  /// ``StandingEffects/largest``.
  package let place: [Float]
  /// Quarter of the standing index within the specialty, 0…3; 255 where it is not known or the
  /// specialty has fewer than eight programs.
  package let quarters: [UInt8]
  /// Liking for each group beyond the specialty's offset, by program × group.
  package let tastes: [Float]
  /// 0 obsessed, 1 balanced, 2 light.
  package let attitudes: [UInt8]
  /// State index of each program, or 255.
  package let states: [UInt8]
  /// Whether the program takes physicians with earlier training only.
  package let isReserved: [Bool]
  /// Two-letter states, sorted.
  package let stateNames: [String]
  /// Specialty of each program.
  package let specialtyOf: [Int32]

  /// Builds the world of a directory.
  ///
  /// Programs without a known quota share what the known quotas leave of the published total,
  /// within half and twice the specialty's mean; without a published total they get the mean.
  /// Preliminary tracks of clinical specialties are a market of their own and are left out; a
  /// specialty that has nothing else (the transitional year) takes part. Known quotas are mostly
  /// those of 2020: what is then still missing from a published total is spread over them in
  /// proportion. Programs outside the Main Match, which carry their ACGME id as code, are left out.
  /// Interview slots tilt with standing, the specialty's total unchanged.
  public init(
    directory: [Program], traits: ProgramTraitTable, parameters: SeasonParameters, seed: UInt64
  ) {
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

    let standings = ProgramStandings(
      sorted, traits: traits, effects: parameters.effects.standing, seed: seed)
    points = standings.points
    standing = standings.standing
    indexStanding = standings.indexStanding
    var quotas = [Int](repeating: 0, count: sorted.count)
    var slots = [Int](repeating: 0, count: sorted.count)
    var specialtyOf = [Int32](repeating: 0, count: sorted.count)
    var attitudes = [UInt8](repeating: 1, count: sorted.count)
    var quarters = [UInt8](repeating: 255, count: sorted.count)
    var place = [Float](repeating: 0, count: sorted.count)
    for (index, name) in specialties.enumerated() {
      let range = starts[index]..<starts[index + 1]
      guard let field = parameters.fields[name] else { continue }
      Self.fillQuotas(&quotas, range: range, programs: sorted, published: field.positions)
      for program in range { specialtyOf[program] = Int32(index) }
      standings.addPlaces(
        &place, range: range, limit: Float(parameters.effects.standing.largest))
      Self.fillSlots(
        &slots, range: range, quotas: quotas, place: place,
        perPosition: field.interviewsPerPosition, tilt: field.slotTilt)
      let shares = AttitudeShares(
        parameters.effects, scoreWeight: field.scoreWeight,
        points: range.map { Double(standings.points[$0]) })
      for program in range {
        var luck = CounterRandom(
          seed: seed, entity: Self.hash(sorted[program].code), purpose: 12)
        attitudes[program] = UInt8(
          luck.index(weights: shares.at(Double(standings.points[program]))) ?? 1)
      }
      standings.addQuarters(
        &quarters, range: range.filter { quotas[$0] > 0 && sorted[$0].track != .physicianReserved })
    }
    self.quotas = quotas
    self.slots = slots
    self.specialtyOf = specialtyOf
    self.attitudes = attitudes
    self.quarters = quarters
    self.place = place
    tastes = ProgramTastes(sorted, traits: traits, effects: parameters.effects, seed: seed).values
  }

  /// FNV-1a of a text, the same in every run.
  package static func hash(_ text: String) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return value
  }
}
