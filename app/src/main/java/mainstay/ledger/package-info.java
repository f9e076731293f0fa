/// The ledger: sales lines, receivables, payments, deliveries, products, territories and rates out of imported
/// files. Facts are append-only and belong to a batch that can be withdrawn whole; daily and monthly figures
/// per account are derived and follow in the same transaction. Everything that Mainstay says about money starts
/// here.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "activity", "accounts"})
package mainstay.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
