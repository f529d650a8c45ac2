import ArgumentParser
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `smartpick serve`: the page on this machine.
///
/// The server is a program of its own, so that the command line builds in seconds without the web
/// stack; this finds it beside its own executable and becomes it.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "The page on this machine: a form in, advice out.",
    discussion: """
      Examples:
        smartpick serve
        smartpick serve --port 9000
        smartpick serve --hosted --host 0.0.0.0

      Ends on Control-C or SIGTERM, after answering what has begun.
      """)

  @Option(help: "Port to listen at; 0 takes a free one.")
  var port = 8080

  @Option(help: "Address to listen at. Others can reach the server only if you change this.")
  var host = "127.0.0.1"

  @Flag(help: "For strangers: behind a load balancer, with its headers, limits and logs.")
  var hosted = false

  @OptionGroup var asOf: AsOfOption

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port \(port): give a number from 0 to 65535.")
    }
  }

  func run() throws {
    var arguments = ["--port", "\(port)", "--host", host]
    if hosted { arguments.append("--hosted") }
    if let day = asOf.given { arguments += ["--as-of", "\(day)"] }
    try Self.become(arguments)
  }

  /// Becomes the server, so that signals and the exit code are its own.
  ///
  /// - Throws: 66 where the server is not there, 1 where the system does not start it.
  static func become(_ options: [String]) throws(CommandFailure) {
    let program = Self.program
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw CommandFailure(
        "the page is a program of its own, and \(program) is not there; build and start it with "
          + "`make serve`, or build it with `swift build -c release --product smartpick-serve`",
        .missingInput)
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + options).map { strdup($0) }
    pointers.append(nil)
    execv(program, pointers)
    let reason = String(cString: strerror(errno))
    for pointer in pointers { free(pointer) }
    throw CommandFailure("\(program) cannot be started: \(reason)", .failed)
  }

  /// `smartpick-serve` beside this executable, wherever a link to it stands.
  private static var program: String {
    let own = Bundle.main.executablePath ?? CommandLine.arguments.first ?? "smartpick"
    let real = URL(fileURLWithPath: own).resolvingSymlinksInPath()
    return real.deletingLastPathComponent().appendingPathComponent("smartpick-serve").path
  }
}
