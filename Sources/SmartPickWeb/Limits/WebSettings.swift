public import MatchFacts

/// How the server listens and what it accepts.
public struct WebSettings: Sendable {
  /// Address to listen at; the loopback address unless told otherwise.
  public var host: String
  /// Port to listen at; 0 takes a free one.
  public var port: Int
  /// Whether strangers use this instance, behind a load balancer that ends TLS.
  public var isHosted: Bool
  /// The day every advice is for; nil is today by the machine's clock.
  public var asOf: CalendarDate?
  /// What a request may cost.
  public var limits: WebLimits

  /// Settings, by default of a server for the person at this machine.
  public init(
    host: String = "127.0.0.1", port: Int = 8080, isHosted: Bool = false,
    asOf: CalendarDate? = nil, limits: WebLimits? = nil
  ) {
    self.host = host
    self.port = port
    self.isHosted = isHosted
    self.asOf = asOf
    self.limits = limits ?? WebLimits()
  }
}

/// What one request may cost, and how many may cost it at once.
public struct WebLimits: Sendable, Hashable {
  /// Longest text searched for, in characters.
  static let searchCharacters = 200

  /// Largest request body, in bytes; more is answered with 413.
  public var bodyBytes = 2_000_000
  /// Largest file of an applicant, in bytes.
  public var fileBytes = 250_000
  /// Seconds in which a body must have arrived; later is answered with 408.
  public var bodySeconds = 10.0
  /// Seconds in which a request's head must have arrived, and an idle connection is kept.
  public var headSeconds = 15.0
  /// Seconds an advice may wait for its turn; longer is answered with 503.
  public var waitSeconds = 5.0
  /// Advices computed at the same time; 0 is the number of cores.
  public var workers = 0
  /// Advices that may wait for a worker; more are answered with 503.
  public var waiting = 64
  /// Connections open at the same time; the rest wait in the system's queue.
  public var connections = 512
  /// Longest address of a page, in bytes; more is answered with 414.
  public var targetBytes = 4_000

  /// The usual limits.
  public init() {}
}
