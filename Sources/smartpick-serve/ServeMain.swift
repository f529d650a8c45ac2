import Advising
import ArgumentParser
import Foundation
import Logging
import MatchFacts
import NIOCore
import SmartPickWeb

/// The web server, which `smartpick serve` starts.
@main
struct ServeMain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "smartpick-serve",
    abstract: "The page on this machine: a form in, advice out.",
    discussion: """
      Listens at http://127.0.0.1:8080 unless told otherwise. Ends on Control-C or SIGTERM, after \
      answering what has begun.
      """)

  @Option(help: "Port to listen at; 0 takes a free one.")
  var port = 8080

  @Option(help: "Address to listen at. Others can reach the server only if you change this.")
  var host = "127.0.0.1"

  @Flag(help: "For strangers: behind a load balancer, with its headers, limits and logs.")
  var hosted = false

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day every advice is for; today by default.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(help: "Advices computed at the same time; 0 is the number of cores.")
  var workers = 0

  @Flag(help: "Show the page in the browser; where it runs already, show that one.")
  var open = false

  @Flag(help: "End the page that --open started.")
  var stop = false

  func validate() throws {
    if open || stop, hosted {
      throw ValidationError("--hosted serves strangers; --open and --stop are for your own page.")
    }
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port \(port): give a number from 0 to 65535.")
    }
    guard (0...256).contains(workers) else {
      throw ValidationError("--workers \(workers): give a number from 0 to 256.")
    }
    if let asOf, CalendarDate(asOf) == nil {
      throw ValidationError("--as-of \(asOf): write the day as 2026-09-01.")
    }
  }

  func run() async throws {
    if stop {
      print(await OpenPage.stop() ? "The page has been asked to end." : "No page is open.")
      return
    }
    guard open else { return try await serve(port: port, page: nil) }
    switch await OpenPage.find() {
    case .running(let place?):
      print("SmartPick is already at \(place.address)")
      OpenPage.show(place.address)
      // The browser's starter may still have something to say.
      try await Task.sleep(for: .milliseconds(500))
    case .running(nil):
      Self.fail("another page is starting and does not say its address; try again in a moment")
    case .first(let page): try await serve(port: port, page: page)
    case nil: try await serve(port: port, page: nil)
    }
  }

  /// Serves until told to end.
  ///
  /// - Parameter page: the claim of a page that is to be found by later starts.
  private func serve(port: Int, page: RunningPage?) async throws {
    var limits = WebLimits()
    limits.workers = workers
    let settings = WebSettings(
      host: host, port: port, isHosted: hosted, asOf: asOf.flatMap { CalendarDate($0) },
      limits: limits)
    var logger = Logger(label: "smartpick") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = hosted ? .info : .error
    let shownHost = host.contains(":") ? "[\(host)]" : host
    do {
      try await WebServer.run(settings, logger: logger) { port in
        let address = "http://\(shownHost):\(port)"
        print("SmartPick is at \(address)  (Control-C ends it)")
        page?.announce(address: address)
        if open { OpenPage.show(address) }
        fflush(nil)
      }
    } catch let error as IOError where error.errnoCode == EADDRINUSE && open && port != 0 {
      // The usual port first, since drafts in the browser belong to an address; else a free one.
      try await serve(port: 0, page: page)
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      Self.fail(
        "port \(port) is taken, perhaps by another smartpick serve; end that one, or choose a "
          + "port: smartpick serve --port \(port == 65_535 ? 8080 : port + 1)")
    } catch let error as IOError where error.errnoCode == EACCES {
      Self.fail("port \(port) needs rights you do not have; choose one above 1023")
    } catch let error as AdviceError {
      Self.fail("\(error)")
    } catch {
      Self.fail("the server ended: \(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("smartpick: \(message)\n".utf8))
    Foundation.exit(1)
  }
}
