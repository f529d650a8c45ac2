/// One date of a season's calendar.
public struct KeyDate: Sendable, Hashable, Codable {
  /// The kinds of event; raw values are the table's codes.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// Applicants may begin submitting through ERAS.
    case applicationsOpen = "applications open"
    /// Programs may begin reviewing.
    case programsReview = "programs review"
    /// NRMP registration opens.
    case registrationOpens = "registration opens"
    /// Last day of registration at the standard fee.
    case registrationDeadline = "registration deadline"
    /// Ranking opens.
    case rankingOpens = "ranking opens"
    /// Rank order lists must be certified.
    case rankListDeadline = "rank list deadline"
    /// Applicants learn whether they matched; SOAP begins.
    case matchStatus = "match status"
    /// SOAP applications may be prepared.
    case soapPrepare = "soap prepare"
    /// SOAP programs begin review.
    case soapReview = "soap review"
    /// A round of SOAP offers.
    case soapRound = "soap round"
    /// SOAP ends.
    case soapEnds = "soap ends"
    /// Match Day.
    case matchDay = "match day"
    /// A service opens for the season.
    case serviceOpens = "service opens"
    /// Transcripts of exams may be requested.
    case transcripts
    /// Last moment for applications.
    case applicationsClose = "applications close"
    /// ECFMG hands out what its graduates need to register.
    case tokens
    /// A service closes for the season.
    case serviceCloses = "service closes"
    /// The NRMP closes the Match.
    case matchCloses = "match closes"
    /// Schools' letters are released.
    case mspeReleased = "mspe released"
    /// Observed or agreed dates of invitations in one specialty.
    case invitationsObserved = "invitations observed"
  }

  /// The Match year.
  public var match: Int
  /// The event, as printed.
  public var event: String
  /// What kind of event it is.
  public var kind: Kind
  /// The application service whose date it is; nil for the NRMP's and those of all.
  public var service: ApplicationService?
  /// The day.
  public var date: CalendarDate
  /// Time of day as printed, Eastern.
  public var time: String?
  /// Remark of the table.
  public var note: String?
  /// Share of the specialty's invitations sent by that day, 0…1, of observed invitations.
  public var share: Double?
  /// Source.
  public var citation: Citation
}

/// The calendars of the 2026 and 2027 Match.
public struct KeyDates: Sendable {
  /// Every date, in order of the day within its Match year.
  public let rows: [KeyDate]

  /// The dates of one Match year, earliest first.
  public func dates(match year: Int) -> [KeyDate] { rows.filter { $0.match == year } }

  /// The first date of a kind in one Match year.
  public func date(_ kind: KeyDate.Kind, match year: Int) -> KeyDate? {
    rows.first { $0.match == year && $0.kind == kind }
  }
}

extension MatchFacts {
  /// The calendars of the 2026 and 2027 Match.
  public func keyDates() throws(FactsError) -> KeyDates {
    let columns = ["match", "event", "kind", "service", "date", "time", "note"]
    let read = { (row: borrowing FactRow, pool: inout CitationPool) throws(FactsError) in
      guard let match = Int(try row.required("match").prefix(4)), (2000...2100).contains(match)
      else { throw row.bad("match", accepted: "a Match year such as ‘2027 Match’") }
      let date = try row.date("date")
      guard date.year == match || date.year == match - 1 else {
        throw row.bad("date", accepted: "a day of the season of the \(match) Match")
      }
      let isOfAll = try row.optional("service") == nil
      let trust = row.has("trust") ? try row.required("trust") : nil
      let share = row.has("share_pct") ? try row.optionalShare(percent: "share_pct") : nil
      return KeyDate(
        match: match, event: try row.required("event"), kind: try row.choice("kind"),
        service: isOfAll ? nil : try row.choice("service"), date: date,
        time: try row.optional("time"), note: try row.optional("note"), share: share,
        citation: try row.citation(&pool, trust: trust))
    }
    let rows =
      try open("key_dates", columns: columns + ["share_pct"]).map(read)
      + (try open("key_dates_additional", columns: columns + ["trust"]).map(read))
    return KeyDates(
      rows: rows.sorted { ($0.match, $0.date, $0.time ?? "") < ($1.match, $1.date, $1.time ?? "") })
  }
}
