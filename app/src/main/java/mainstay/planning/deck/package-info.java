/// The deck for the meeting in which the plan of an account is reviewed: what is known of the account and its plan,
/// as one person may see it, on slides and on paper.
@NullMarked
package mainstay.planning.deck;

import org.jspecify.annotations.NullMarked;
