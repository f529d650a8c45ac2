import Hummingbird
import MatchFacts

/// What is searched for in the directory, as an address says it.
struct ExplorerQuery: Sendable, Hashable {
  var text = ""
  var specialty: Specialty?
  var state: String?
  var track: Program.Track?
  var order = ExplorerOrder.found
  var page = 1

  /// Everything, as found.
  init() {}

  /// Reads `q`, `specialty`, `state`, `track`, `sort` and `page` of an address.
  ///
  /// - Parameter isForm: whether a blank track means any, as a form's first choice does.
  /// - Throws: `WebError` 400 that names each parameter not understood.
  init(
    _ request: Request, catalog: SpecialtyCatalog, states: [StateRegion], isForm: Bool = true
  ) throws(WebError) {
    try self.init(
      Self.parameters(request) ?? FormInput(), catalog: catalog, states: states, isForm: isForm)
  }

  /// The parameters of an address; nil where it has none.
  static func parameters(_ request: Request) -> FormInput? {
    guard let query = request.uri.query, !query.isEmpty else { return nil }
    return try? FormInput.urlEncoded(query.utf8)
  }

  /// Reads the fields of a form or an address.
  init(
    _ parameters: FormInput, catalog: SpecialtyCatalog, states: [StateRegion], isForm: Bool = true
  ) throws(WebError) {
    var errors: [WebError.FieldError] = []
    text = parameters.text("q") ?? ""
    if text.count > WebLimits.searchCharacters {
      errors.append(
        .init(field: "q", message: "longer than \(WebLimits.searchCharacters) characters"))
    }
    if let name = parameters.text("specialty") {
      do {
        specialty = try catalog.resolve(name)
      } catch {
        errors.append(.init(field: "specialty", message: "\(error)"))
      }
    }
    if let name = parameters.text("state") {
      let found = states.first {
        $0.state == name.uppercased() || $0.name.lowercased() == name.lowercased()
      }
      if let found {
        state = found.state
      } else {
        errors.append(
          .init(field: "state", message: "not a state; give its two letters, as in OH"))
      }
    }
    if let name = parameters.text("track") ?? (isForm ? nil : parameters.raw("track")) {
      track = Program.Track(rawValue: name.lowercased())
      if track == nil {
        let known = Program.Track.allCases.map(\.rawValue).joined(separator: ", ")
        errors.append(.init(field: "track", message: "not a track; accepted: \(known)"))
      }
    }
    if let name = parameters.text("sort") {
      if let known = ExplorerOrder(rawValue: name) {
        order = known
      } else {
        let known = ExplorerOrder.allCases.map(\.rawValue).joined(separator: ", ")
        errors.append(.init(field: "sort", message: "not an order; accepted: \(known)"))
      }
    }
    // Nothing sends a blank page but a mistake.
    if let number = parameters.raw("page") {
      if let number = Int(number), (1...10_000).contains(number) {
        page = number
      } else {
        errors.append(.init(field: "page", message: "not a page number"))
      }
    }
    guard errors.isEmpty else {
      throw .badRequest("Part of the search is not understood.", errors: errors)
    }
  }

  var directoryQuery: ProgramDirectory.Query {
    .init(text: text, specialty: specialty, state: state, track: track)
  }

  /// The address of this search.
  var address: String {
    var parts: [String] = []
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      parts.append("\(name)=\(Self.encoded(value))")
    }
    add("q", text)
    add("specialty", specialty?.name)
    add("state", state)
    add("track", track?.rawValue)
    if order != .found { add("sort", order.rawValue) }
    if page > 1 { add("page", "\(page)") }
    return "/programs" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
