package mainstay.identity;

import java.util.List;

/// What the log of signing in answers.
///
/// @param entries one page of them, the newest first
public record SignInReport(
        SignInFilter filter, long count, int pages, List<SignInEntry> entries, List<User> people, SignInRule rules) {}
