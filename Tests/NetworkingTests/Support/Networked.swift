import Testing

/// All tests of this target, one after the other: they measure time, and block a thread while they wait for
/// a socket, of which the test runner has as many as the machine has cores.
@Suite(.serialized) struct Networked {}
