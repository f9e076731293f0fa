package mainstay.identity;

/// What was typed to add a user, kept through a refusal.
public record NewUser(String name, String fullName, String role) {}
