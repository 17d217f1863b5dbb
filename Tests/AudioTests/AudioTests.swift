// The tests of Audio.
