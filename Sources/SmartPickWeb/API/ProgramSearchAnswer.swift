import AdviceRendering

/// One page of a search.
struct ProgramSearchAnswer: Sendable, Encodable {
  /// Programs found in all.
  var count: Int
  /// This page, from 1.
  var page: Int
  /// Pages in all.
  var pages: Int
  /// The programs of this page.
  var programs: [ProgramWithStanding]
}
