package mainstay.accounts.people;

import java.util.List;

/// Whatever is known of one person and was booked under some belongs to another from now on: told inside the
/// transaction that merges people or parts them again.
///
/// @param from   whose it is now
/// @param to     whose it will be
/// @param booked people under whom it came
public record PeopleReattributed(long from, long to, List<Long> booked) {}
