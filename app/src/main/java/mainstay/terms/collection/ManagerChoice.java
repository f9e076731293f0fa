package mainstay.terms.collection;

/// Somebody who looks after accounts.
///
/// @param name as it is read; several may bear one
public record ManagerChoice(String code, String name) {}
