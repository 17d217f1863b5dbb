// The tests of Personas.
