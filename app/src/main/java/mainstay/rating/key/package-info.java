/// The key-account rule as a plain function. Three legs - share of sales, credit, philosophy - each pass,
/// fail or stay open for want of data; size alone makes nobody a key account, and a fresh ledger already
/// names provisional ones.
@NullMarked
@NamedInterface("key")
package mainstay.rating.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
