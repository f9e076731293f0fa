package mainstay.ledger;

/// A batch is no longer part of the ledger.
public record BatchWithdrawn(long batchId, String kind, long revision) {}
