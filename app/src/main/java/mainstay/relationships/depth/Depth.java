package mainstay.relationships.depth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How deep the contact with an account is.
///
/// @param from       first of the days looked at; they end with `until`
/// @param colleagues by number: names of ours
/// @param people     by number: names of theirs, as far as the reader sees them
public record Depth(
        LocalDate from,
        LocalDate until,
        Touches touches,
        List<Ladder.Step> steps,
        Map<Long, Own> colleagues,
        Map<Long, String> people) {

    /// With fewer contacts nobody is called a single point of failure.
    private static final int ENOUGH = 4;

    private static final double HUNDRED = 100;

    /// @param enabled whether the colleague is not shut out
    public record Own(String name, boolean enabled) {}

    public Rung rung() {
        return steps.stream()
                .filter(Ladder.Step::earned)
                .map(Ladder.Step::rung)
                .reduce((lower, higher) -> higher)
                .orElse(Rung.NONE);
    }

    /// The rung above, with what it asks for; none at the top.
    public Optional<Ladder.Step> next() {
        return steps.stream().filter(step -> !step.earned()).findFirst();
    }

    public List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        if (touches.contacts() == 0) {
            flags.add(Flag.NO_CONTACT);
        }
        if (touches.contacts() >= ENOUGH && isOver(touches.aloneShare())) {
            flags.add(Flag.ONE_OF_OURS);
        }
        if (touches.named() >= ENOUGH && isOver(touches.aloneShareThere())) {
            flags.add(Flag.ONE_OF_THEIRS);
        }
        if (touches.ours().stream().anyMatch(one -> isGone(one.id()))) {
            flags.add(Flag.OURS_LEFT);
        }
        if (!touches.gone().isEmpty()) {
            flags.add(Flag.THEIRS_LEFT);
        }
        if (touches.byUs() + touches.byThem() >= ENOUGH && touches.byThem() == 0) {
            flags.add(Flag.ONE_WAY);
        }
        return flags;
    }

    private static boolean isOver(@Nullable Double share) {
        return share != null && share * HUNDRED > Ladder.ALONE;
    }

    public boolean isGone(long colleague) {
        Own own = colleagues.get(colleague);
        return own != null && !own.enabled();
    }

    public String colleague(long id) {
        Own own = colleagues.get(id);
        return own == null ? "#" + id : own.name();
    }

    /// A number for whoever the reader does not see, or was erased.
    public String person(long id) {
        return Objects.requireNonNullElse(people.get(id), "#" + id);
    }
}
