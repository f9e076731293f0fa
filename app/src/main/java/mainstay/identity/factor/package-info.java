/// Codes that change every half minute, and the picture by which a phone learns how to make them.
@NullMarked
package mainstay.identity.factor;

import org.jspecify.annotations.NullMarked;
