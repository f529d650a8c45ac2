import HummingbirdCore
public import Hummingbird
public import Logging
import NIOCore
import ServiceLifecycle
import Foundation

/// The server: the site with its middleware, ready to run.
public struct WebApplication: Sendable {
  let site: Site
  let settings: WebSettings

  /// A server over an opened desk.
  public init(desk: AdviceDesk, settings: WebSettings) {
    self.settings = settings
    site = Site(
      desk: desk, settings: settings,
      queue: WorkQueue(
        limits: settings.limits, cores: ProcessInfo.processInfo.activeProcessorCount),
      metrics: RequestMetrics())
  }

  /// The application to run, or to test.
  ///
  /// - Parameter onStart: called with the port once the server listens.
  public func application(
    logger: Logger, onStart: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let routes = site.routes
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
      SafetyMiddleware(settings: settings)
      MetricsMiddleware(metrics: site.metrics, routes: routes)
      ErrorMiddleware(routes: routes)
    }
    for route in routes {
      router.on(RouterPath(route.path), method: route.method, use: route.handler)
    }
    let limits = settings.limits
    return Application(
      router: router,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [
            ConnectionGuard(headsWithin: .milliseconds(Int64(limits.headSeconds * 1000)))
          ],
          idleTimeout: .milliseconds(Int64(limits.headSeconds * 1000)),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)
        )),
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      services: [QueueService(queue: site.queue)],
      onServerRunning: { channel in await onStart(channel.localAddress?.port ?? 0) },
      logger: logger)
  }
}

/// Ends the work queue with the server.
struct QueueService: Service {
  let queue: WorkQueue

  func run() async throws {
    try? await gracefulShutdown()
    await queue.shutDown()
  }
}
