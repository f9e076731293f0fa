/// What the archive takes from elsewhere when it is shown: the ledger's sales and payments, credit, terms.
@NullMarked
package mainstay.dossier.reading;

import org.jspecify.annotations.NullMarked;
