package mainstay.terms.rebate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.web.Text;
import mainstay.terms.rebate.Ladders.Reign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says which ladders can be given to whom.
@Service
@Transactional
public class LadderOffer {

    private final Ladders ladders;
    private final LadderOverlaps overlaps;
    private final Clock clock;

    LadderOffer(Ladders ladders, LadderOverlaps overlaps, Clock clock) {
        this.ladders = ladders;
        this.overlaps = overlaps;
        this.clock = clock;
    }

    /// Why the measure of a tier cannot be this ladder; nothing where it can. What everybody reads of a tier cannot be
    /// confidential.
    @Transactional(readOnly = true)
    public Optional<Text> refusalForTier(String name) {
        Optional<Ladder> ladder = ladders.published(name);
        if (ladder.isEmpty()) {
            return Optional.of(Text.of("rebate.wrong.noLadder", name));
        }
        return ladder.filter(Ladder::confidential).map(confidential -> Text.of("rebate.wrong.confidentialTier"));
    }

    /// Why nobody earns today by the ladder that a tier gives; nothing where somebody may.
    @Transactional(readOnly = true)
    public Optional<Text> idle(String name) {
        LocalDate today = LocalDate.now(clock);
        Reign reign = ladders.reign(name, today);
        if (reign.now()) {
            int accounts = ladders.unreached(name, today);
            return accounts == 0 ? Optional.empty() : Optional.of(Text.of("rebate.idle.unreached", name, accounts));
        }
        if (!reign.known()) {
            return Optional.of(Text.of("rebate.idle.unknown", name));
        }
        LocalDate begins = reign.begins();
        LocalDate ended = reign.ended();
        return Optional.of(
                begins != null
                        ? Text.of("rebate.idle.notBegun", name, begins)
                        : Text.of("rebate.idle.over", name, Objects.requireNonNull(ended)));
    }

    /// Why a ladder cannot be agreed with an account for some days. Whoever asks next waits until this
    /// transaction ends.
    public Optional<Text> refusalFor(
            long account, String name, LocalDate from, @Nullable LocalDate until, boolean wholeGroup) {
        Optional<Ladder> ladder = ladders.published(name);
        if (ladder.isEmpty()) {
            return Optional.of(Text.of("rebate.wrong.noLadder", name));
        }
        overlaps.hold();
        List<String> others = overlaps.with(ladder.get(), account, from, until, wholeGroup);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("rebate.wrong.overlap", String.join(", ", others)));
    }

    /// The roles that alone may know of it; empty where it is no secret.
    @Transactional(readOnly = true)
    public List<String> ownRoles(String name) {
        return ladders.published(name)
                .filter(Ladder::confidential)
                .map(Ladder::roles)
                .orElse(List.of());
    }

    /// How a rebate is reckoned.
    @Transactional(readOnly = true)
    LadderRule ruleOf(Rebate rebate) {
        return ladders.of(rebate).rule();
    }

    /// Names to choose from.
    @Transactional(readOnly = true)
    public List<String> names() {
        return ladders.all().stream()
                .filter(ladder -> !ladder.isDraft())
                .map(Ladder::name)
                .toList();
    }
}
