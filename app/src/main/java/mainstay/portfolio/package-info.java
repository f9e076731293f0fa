/// Where the money comes from: concentration, the whale curve, and the standing of every account among all
/// others, for a period and an as-of date. Everything is computed from the ledger's published roll-ups.
/// Modules above contribute costs such as rebates (`CostSource`) and parts of the portfolio page
/// (`PortfolioSection`).
@NullMarked
@ApplicationModule(allowedDependencies = {"ledger", "accounts", "activity", "identity", "shared"})
package mainstay.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
