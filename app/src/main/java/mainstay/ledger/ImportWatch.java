package mainstay.ledger;

/// Somebody who follows an import and may stop it.
public interface ImportWatch {

    ImportWatch NOBODY = progress -> true;

    /// Called once, when the import has its number.
    default void opened(long batch) {}

    /// Called now and then while rows are read.
    ///
    /// @return whether to go on
    boolean follow(Progress progress);

    /// How far it is.
    ///
    /// @param share of the file that has been read, 0 to 1
    record Progress(long batch, long rows, double rowsPerSecond, double share) {}
}
