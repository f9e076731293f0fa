package mainstay.portfolio.profit;

import mainstay.portfolio.CostToServe;

/// What the firm has said of its costs: what it has not is unknown.
///
/// @param rebates whether a rebate ladder is in force that the reader may know of
public record CostsSet(CostToServe.Rates rates, boolean rebates) {}
