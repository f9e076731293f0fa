/// Facts and documents are found by what they say, as far as whoever searches may see them. What is confidential is
/// found without being told; what is personal is not found at all.
@NullMarked
@NamedInterface("search")
package mainstay.dossier.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
