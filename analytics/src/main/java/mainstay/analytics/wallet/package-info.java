/// How customers divide their purchases between suppliers.
@NullMarked
package mainstay.analytics.wallet;

import org.jspecify.annotations.NullMarked;
