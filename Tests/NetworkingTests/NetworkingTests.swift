// The tests of Networking.
