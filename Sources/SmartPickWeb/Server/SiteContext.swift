import Hummingbird
import Logging
import NIOCore

/// What is known of a request beside itself.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }
}
