package mainstay.relationships;

/// Somebody of us.
///
/// @param name by which they sign in
public record Colleague(long id, String name, String fullName, boolean enabled) {}
