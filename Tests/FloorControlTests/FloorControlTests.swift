// The tests of FloorControl.
