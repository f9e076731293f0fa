package mainstay.relationships.depth;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What contacts with one account consist of. A contact is an activity with the customer that is done.
///
/// @param months      calendar months with a contact
/// @param jointMonths months in which somebody was trained, guided on site, or something was discussed
/// @param named       contacts of which it is known who of the customer took part
/// @param byUs        contacts that we wanted; likewise `byThem`; of the others nobody said
public record Touches(
        long contacts,
        long months,
        long jointMonths,
        long named,
        long byUs,
        long byThem,
        List<Colleague> ours,
        List<Counterpart> theirs,
        List<Cell> cells) {

    static final Touches NONE = new Touches(0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());

    private static final Set<String> NO_FUNCTION = Set.of("unknown", "other");

    /// Somebody of us.
    ///
    /// @param function at this account: of a member, `manager` of who manages it, `unknown` of others
    /// @param contacts with this colleague
    /// @param alone    contacts that nobody else of us took part in
    public record Colleague(long id, String function, long contacts, long alone) {}

    /// Somebody of theirs.
    ///
    /// @param function of the position at this account
    /// @param alone    contacts in which it is known of nobody else
    /// @param there    whether the person still holds a position
    public record Counterpart(long id, String function, long contacts, long alone, boolean there) {}

    /// Contacts of one of our functions with one of theirs.
    public record Cell(String ours, String theirs, long contacts) {}

    static boolean isFunction(String code) {
        return !NO_FUNCTION.contains(code);
    }

    public List<String> ourFunctions() {
        return ours.stream().map(Colleague::function).distinct().sorted().toList();
    }

    public List<String> theirFunctions() {
        return theirs.stream().map(Counterpart::function).distinct().sorted().toList();
    }

    /// How many contacts two functions had.
    public long between(String own, String their) {
        return cells.stream()
                .filter(cell -> cell.ours().equals(own) && cell.theirs().equals(their))
                .mapToLong(Cell::contacts)
                .sum();
    }

    long pairs() {
        return cells.stream()
                .filter(cell -> isFunction(cell.ours()) && isFunction(cell.theirs()))
                .count();
    }

    /// Part of the contacts of which it is known who wanted them; null without contacts.
    public @Nullable Double knownBegin() {
        return contacts == 0 ? null : Double.valueOf((double) (byUs + byThem) / contacts);
    }

    /// Part of those that the customer wanted; null where it is known of none.
    public @Nullable Double theirBegin() {
        return byUs + byThem == 0 ? null : Double.valueOf((double) byThem / (byUs + byThem));
    }

    /// Who of us carries most contacts alone.
    public Optional<Colleague> mostAlone() {
        return ours.stream().filter(one -> one.alone() > 0).max(Comparator.comparingLong(Colleague::alone));
    }

    /// Whom of theirs most contacts go through alone.
    public Optional<Counterpart> mostAloneThere() {
        return theirs.stream().filter(one -> one.alone() > 0).max(Comparator.comparingLong(Counterpart::alone));
    }

    /// Part of the contacts that one of us carries alone; null without contacts.
    public @Nullable Double aloneShare() {
        return contacts == 0
                ? null
                : Double.valueOf((double) mostAlone().map(Colleague::alone).orElse(0L) / contacts);
    }

    /// Part of the contacts with people named that goes through one of theirs alone; null where nobody is named.
    public @Nullable Double aloneShareThere() {
        return named == 0
                ? null
                : Double.valueOf(
                        (double) mostAloneThere().map(Counterpart::alone).orElse(0L) / named);
    }

    /// Those of theirs who were met and hold no position there any more.
    public List<Counterpart> gone() {
        return theirs.stream().filter(one -> !one.there()).toList();
    }
}
