/// The own activities in calendar programs: a feed that they subscribe to by an address of its own.
@NullMarked
package mainstay.relationships.calendar;

import org.jspecify.annotations.NullMarked;
