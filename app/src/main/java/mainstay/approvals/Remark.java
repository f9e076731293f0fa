package mainstay.approvals;

import java.time.Instant;

/// What somebody said to a request, or did with it besides deciding.
///
/// @param kind `said`, `delegated` (text: to whom), `reminded` or `shutOut` (text: who asked and may no longer sign in)
public record Remark(String kind, String author, String text, Instant at) {}
