// The tests of PersonaFiles.
