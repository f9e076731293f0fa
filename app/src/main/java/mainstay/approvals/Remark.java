package mainstay.approvals;

import java.time.Instant;

/// What somebody said to a request, or did with it besides deciding.
///
/// @param kind `said`, `delegated` (text: to whom) or `reminded`
public record Remark(String kind, String author, String text, Instant at) {}
