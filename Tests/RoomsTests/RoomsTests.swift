// The tests of Rooms.
