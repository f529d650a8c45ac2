import Hummingbird
import Logging
import Synchronization

/// Counts of what the server has done, in the text format of Prometheus.
///
/// Nothing of a request but its route, status and duration is kept.
final class RequestMetrics: Sendable {
  /// Upper ends of the histogram's buckets, in seconds.
  static let buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

  private struct Key: Hashable, Comparable {
    var route: String
    var status: Int

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.route, lhs.status) < (rhs.route, rhs.status)
    }
  }

  private struct State {
    var counts: [Key: Int] = [:]
    var durations = [Int](repeating: 0, count: RequestMetrics.buckets.count + 1)
    var seconds = 0.0
    var inFlight = 0
  }

  private let state = Mutex(State())

  func begin() { state.withLock { $0.inFlight += 1 } }

  func end(route: String, status: Int, seconds: Double) {
    let bucket = Self.buckets.firstIndex { seconds <= $0 } ?? Self.buckets.count
    state.withLock { state in
      state.inFlight -= 1
      state.counts[Key(route: route, status: status), default: 0] += 1
      state.durations[bucket] += 1
      state.seconds += seconds
    }
  }

  /// The metrics as text.
  func text(load: WorkQueue.Load, residentBytes: Int?) -> String {
    let state = self.state.withLock { $0 }
    var lines: [String] = []
    func metric(_ name: String, _ type: String, _ help: String, _ samples: [String]) {
      lines += ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"] + samples
    }
    metric(
      "smartpick_requests_total", "counter", "Requests answered, by route and status.",
      state.counts.sorted { $0.key < $1.key }.map { key, count in
        "smartpick_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)"
      })
    var running = 0
    var histogram: [String] = []
    for (end, count) in zip(Self.buckets, state.durations) {
      running += count
      histogram.append("smartpick_request_seconds_bucket{le=\"\(end)\"} \(running)")
    }
    let total = state.durations.reduce(0, +)
    histogram += [
      "smartpick_request_seconds_bucket{le=\"+Inf\"} \(total)",
      "smartpick_request_seconds_sum \(state.seconds)", "smartpick_request_seconds_count \(total)",
    ]
    metric("smartpick_request_seconds", "histogram", "Time to an answer.", histogram)
    metric(
      "smartpick_requests_in_flight", "gauge", "Requests being answered.",
      ["smartpick_requests_in_flight \(state.inFlight)"])
    metric(
      "smartpick_work_pending", "gauge", "Advices running or waiting.",
      ["smartpick_work_pending \(load.pending)"])
    metric(
      "smartpick_work_refused_total", "counter", "Advices refused because too many waited.",
      ["smartpick_work_refused_total \(load.refused)"])
    if let residentBytes {
      metric(
        "process_resident_memory_bytes", "gauge", "Resident memory.",
        ["process_resident_memory_bytes \(residentBytes)"])
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Measures every request.
struct MetricsMiddleware: RouterMiddleware {
  typealias Context = SiteContext

  let metrics: RequestMetrics
  let routes: [Route]

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    metrics.begin()
    let start = ContinuousClock.now
    var status = 500
    defer {
      let passed = (ContinuousClock.now - start).components
      let seconds = Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
      // The pattern, never the path: a code in an address would say what someone looked at.
      let route = routes.first { $0.matches(request.uri.path) }?.path ?? "other"
      metrics.end(route: route, status: status, seconds: seconds)
      context.logger.info(
        "request",
        metadata: [
          "method": "\(request.method.rawValue.prefix(10))", "route": "\(route)",
          "status": "\(status)", "ms": "\(Int(seconds * 1000))",
        ])
    }
    let response = try await next(request, context)
    status = response.status.code
    return response
  }
}
