// The tests of Service.
