package mainstay.terms.credit;

/// What counts against a limit, by choice of the firm.
///
/// @param orders          those of which nothing was delivered yet
/// @param undelivered     the rest of those that were delivered in part
/// @param reservationDays how long an allowed order is kept in mind while the ledger has none of its number
record ExposureRule(boolean receivables, boolean orders, boolean undelivered, int reservationDays, long revision) {}
