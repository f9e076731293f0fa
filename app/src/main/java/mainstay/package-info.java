/// The application: one package below this one for each module of key account management.
@NullMarked
package mainstay;

import org.jspecify.annotations.NullMarked;
