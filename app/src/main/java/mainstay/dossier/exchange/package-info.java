/// Facts that come and go in files: each file is looked at before anything is written, bad rows say what is wrong with
/// them, and what leaves the house bears who took it when. What is personal does neither.
@NullMarked
@NamedInterface("exchange")
package mainstay.dossier.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
