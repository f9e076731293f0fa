package mainstay.identity;

/// Says whether something is reckoned by the fiscal years of the firm already: from then on they begin where they
/// do.
public interface FiscalYearInUse {

    boolean isInUse();
}
