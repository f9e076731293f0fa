package mainstay.accounts;

/// Numbers for what people change by hand, in one row with those of the files; told by the module that
/// numbers them.
public interface BatchNumbers {

    /// Greater than that of every file that came before.
    long next();
}
