// The tests of Realtime.
