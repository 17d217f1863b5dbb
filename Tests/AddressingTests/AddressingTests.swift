// The tests of Addressing.
