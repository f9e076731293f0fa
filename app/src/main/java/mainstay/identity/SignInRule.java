package mainstay.identity;

import java.util.Set;

/// What the firm settled for signing in.
///
/// @param keptDays    for how long the log is kept
/// @param factorRoles who need a second factor when they sign in with a password
public record SignInRule(int keptDays, Set<Role> factorRoles) {}
