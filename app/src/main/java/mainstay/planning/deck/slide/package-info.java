/// Slides in words, how they are laid out, and the two files that are made of them: one that an office program
/// opens and edits, and one for paper. Knows nothing of accounts or plans.
@NullMarked
package mainstay.planning.deck.slide;

import org.jspecify.annotations.NullMarked;
