/// A state, district or territory with its ERAS region.
public struct StateRegion: Sendable, Hashable, Codable {
  /// Two-letter postal abbreviation.
  public var state: String
  /// Full name.
  public var name: String
  /// ERAS geographic region.
  public var region: String
  /// Source.
  public var citation: Citation
}

/// States by region.
public struct Regions: Sendable {
  /// Every state, in the order of the table.
  public let rows: [StateRegion]

  /// The region of a state by its postal abbreviation.
  public func region(of state: String) -> String? { rows.first { $0.state == state }?.region }

  /// The regions, in the order of the table.
  public var names: [String] {
    rows.reduce(into: []) { if !$0.contains($1.region) { $0.append($1.region) } }
  }

  /// The states of a region, in alphabetical order of their abbreviations.
  public func states(in region: String) -> [String] {
    rows.filter { $0.region == region }.map(\.state).sorted()
  }

  /// The abbreviation that a text means: an abbreviation or a full name, in any case.
  public func state(named text: String) -> String? {
    let lowered = text.lowercased()
    return rows.first { $0.state.lowercased() == lowered || $0.name.lowercased() == lowered }?.state
  }
}

/// A city with its coordinates.
public struct City: Sendable, Hashable, Codable {
  /// Name.
  public var name: String
  /// Two-letter state.
  public var state: String
  /// Degrees north.
  public var latitude: Double
  /// Degrees east; negative in America.
  public var longitude: Double
  /// Source.
  public var citation: Citation
}

/// Cities with coordinates (GeoNames, CC BY 4.0).
public struct Cities: Sendable {
  /// Every city, in the order of the table.
  public let rows: [City]
  private let byPlace: [String: Int]

  init(rows: [City]) {
    self.rows = rows
    var byPlace: [String: Int] = [:]
    for (index, city) in rows.enumerated() {
      byPlace["\(city.name.lowercased())|\(city.state)"] = index
    }
    self.byPlace = byPlace
  }

  /// The city of this name in a state; case is ignored.
  public func city(_ name: String, state: String) -> City? {
    byPlace["\(name.lowercased())|\(state)"].map { rows[$0] }
  }

  /// The city of a program, where known.
  public func city(of program: Program) -> City? {
    guard let name = program.city, let state = program.state else { return nil }
    return city(name, state: state)
  }
}

/// A US medical school.
public struct MedicalSchool: Sendable, Hashable, Codable {
  /// The degrees.
  public enum Degree: String, Sendable, Codable, Hashable, CaseIterable {
    /// Doctor of Medicine.
    case md = "MD"
    /// Doctor of Osteopathic Medicine.
    case `do` = "DO"
  }

  /// Name.
  public var name: String
  /// Two-letter state.
  public var state: String
  /// MD or DO.
  public var degree: Degree
  /// Public or private, as printed.
  public var ownership: String
  /// Source.
  public var citation: Citation
}

extension MatchFacts {
  /// States by ERAS region.
  public func regions() throws(FactsError) -> Regions {
    let rows = try open("regions", columns: ["region", "state_name", "state"]).map {
      (row, pool) throws(FactsError) in
      StateRegion(
        state: try row.required("state"), name: try row.required("state_name"),
        region: try row.required("region"), citation: try row.citation(&pool))
    }
    return Regions(rows: rows)
  }

  /// Coordinates of the programs' cities.
  public func cities() throws(FactsError) -> Cities {
    let rows = try open("cities", columns: ["city", "state", "lat", "lon"], sources: .single).map {
      (row, pool) throws(FactsError) in
      City(
        name: try row.required("city"), state: try row.required("state"),
        latitude: try row.double("lat", in: -15...72),
        longitude: try row.double("lon", in: -180...180), citation: try row.citation(&pool))
    }
    return Cities(rows: rows)
  }

  /// US medical schools, in the order of the table.
  public func medicalSchools() throws(FactsError) -> [MedicalSchool] {
    try open(
      "medical_schools", columns: ["school", "state", "degree", "ownership", "application_system"],
      sources: .single
    ).map { (row, pool) throws(FactsError) in
      MedicalSchool(
        name: try row.required("school"), state: try row.required("state"),
        degree: try row.choice("degree"), ownership: try row.text("ownership"),
        citation: try row.citation(&pool))
    }
  }
}
