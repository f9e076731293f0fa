/// Reading ledger files: a text file with columns goes in, typed rows and named problems come out.
/// Encoding, separator, headers, dates and numbers are found by looking at the file; what cannot be known
/// for certain is reported and never guessed. Nothing here knows a database.
@NullMarked
@NamedInterface("file")
package mainstay.ledger.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
