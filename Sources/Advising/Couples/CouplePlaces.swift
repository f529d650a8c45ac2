import ListOptimization
import MatchFacts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The cities of both partners' programs, and how near any two are.
struct CouplePlaces: Sendable {
  /// A city, or a state where the city is not known, or a program of unknown place.
  struct Place: Sendable, Hashable {
    var city: String?
    var state: String?
    /// Set for programs of unknown place, which are near nothing.
    var code: String?

    var name: String {
      if let city, let state { return "\(city), \(state)" }
      return state ?? "place unknown"
    }
  }

  /// The Earth's mean radius in miles.
  private static let earthRadius = 3958.8
  private static let milesPerDegree = earthRadius * Double.pi / 180

  private(set) var places: [Place] = []
  /// Place of each option, by partner.
  private(set) var first: [Int] = []
  private(set) var second: [Int] = []
  private let coordinates: [City?]
  private let commuteMiles: Double

  init(
    _ first: ListInputs, _ second: ListInputs, cities: Cities, commuteMiles: Double
  ) {
    self.init(
      first.problem.options.indices.map(first.program),
      second.problem.options.indices.map(second.program), cities: cities,
      commuteMiles: commuteMiles)
  }

  /// - Parameters:
  ///   - first: the first partner's programs, in the order of the options.
  ///   - second: the second partner's.
  init(_ first: [Program], _ second: [Program], cities: Cities, commuteMiles: Double) {
    var places: [Place] = []
    var index: [Place: Int] = [:]
    func position(_ program: Program) -> Int {
      let place =
        program.state == nil
        ? Place(city: nil, state: nil, code: program.code)
        : Place(city: program.city, state: program.state, code: nil)
      if let known = index[place] { return known }
      index[place] = places.count
      places.append(place)
      return places.count - 1
    }
    self.first = first.map(position)
    self.second = second.map(position)
    self.places = places
    coordinates = places.map { place in
      guard let city = place.city, let state = place.state else { return nil }
      return cities.city(city, state: state)
    }
    self.commuteMiles = commuteMiles
  }

  /// Miles between two places, as the crow flies; nil where one is not known.
  func miles(_ a: Int, _ b: Int) -> Double? {
    guard let from = coordinates[a], let to = coordinates[b] else { return nil }
    // Haversine on a sphere of the Earth's mean radius.
    let radians = Double.pi / 180
    let dLatitude = (to.latitude - from.latitude) * radians
    let dLongitude = (to.longitude - from.longitude) * radians
    let h =
      pow(sin(dLatitude / 2), 2)
      + cos(from.latitude * radians) * cos(to.latitude * radians) * pow(sin(dLongitude / 2), 2)
    return 2 * Self.earthRadius * asin(min(1, h.squareRoot()))
  }

  func nearness(_ a: Int, _ b: Int) -> CoupleAdvice.Nearness {
    let from = places[a]
    let to = places[b]
    if a == b, from.city != nil { return .sameCity }
    if let miles = miles(a, b), miles <= commuteMiles { return .commute }
    if let state = from.state, state == to.state { return .sameState }
    return .apart
  }

  /// The worth of every pair of places.
  ///
  /// O(places²), but only places of about one latitude have their distance computed.
  func togetherness(_ terms: CoupleTerms) -> [[Double]] {
    var numbers: [String: Int] = [:]
    let states = places.map { place in
      place.state.map { state in
        let number = numbers[state] ?? numbers.count
        numbers[state] = number
        return number
      } ?? -1
    }
    let latitudes = coordinates.map { $0?.latitude ?? .nan }
    // Two places are at least as far apart as their circles of latitude.
    let reach = commuteMiles / Self.milesPerDegree * (1 + 1e-9)
    let sameState = terms.together * terms.share(of: .sameState, miles: nil)
    let apart = terms.together * terms.share(of: .apart, miles: nil)
    return places.indices.map { a in
      places.indices.map { b in
        if a == b || abs(latitudes[a] - latitudes[b]) <= reach {
          return terms.together * terms.share(of: nearness(a, b), miles: miles(a, b))
        }
        return states[a] >= 0 && states[a] == states[b] ? sameState : apart
      }
    }
  }
}
