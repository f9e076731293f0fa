/// How a name is found by what somebody types: by its characters, words and code, by pinyin and by initials, whichever
/// way it is written. Names become keys that an index holds; what is typed becomes questions for those keys, and a
/// likeness says afterwards which part of a name was meant and why. Nothing here knows a database.
@NullMarked
@NamedInterface("search")
package mainstay.accounts.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
