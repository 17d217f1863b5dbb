// The tests of EmbeddedRealtime.
