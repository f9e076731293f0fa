package mainstay.accounts;

import mainstay.accounts.AccountColumn.Cell;

/// A figure beside the name of an account that was found.
public record FoundFigure(String labelKey, Cell cell) {}
