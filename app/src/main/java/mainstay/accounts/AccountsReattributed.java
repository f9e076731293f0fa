package mainstay.accounts;

import java.util.List;

/// Whatever stands on one account and was booked under some belongs to another from now on: told inside the
/// transaction that merges accounts or parts them again, so that every module moves its own rows with it.
///
/// @param from   where it stands now
/// @param to     where it belongs
/// @param booked accounts by whose codes it came
public record AccountsReattributed(long from, long to, List<Long> booked) {}
