package mainstay.ledger;

/// A batch has become part of the ledger.
///
/// @param kind     what it brought: `sales`, `accounts`, `receivables`, ...
/// @param revision of the ledger with the batch in it
public record BatchImported(long batchId, String kind, long revision) {}
