// The tests of JSONValues.
