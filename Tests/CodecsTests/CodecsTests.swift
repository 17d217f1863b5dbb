// The tests of Codecs.
