package mainstay.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// One yes or no of a request.
///
/// @param role       whoever holds it decides; null where a person is named
/// @param approver   full name of the person who is named
/// @param insteadOf  the role of the rule, where nobody else holds it
/// @param openedAt   since when it waits; null while an earlier turn does
/// @param takenAt    when somebody who may decide first looked at it
/// @param decision   null while it is open
/// @param onBehalfOf full name of the absent person in whose name a deputy decided
/// @param alone      decided by the requester, in a firm of one
/// @param mine       whether the reader may decide it now
/// @param unattended whether everybody who could decide it is away and has no deputy
public record Step(
        long id,
        int turn,
        @Nullable String role,
        @Nullable String approver,
        @Nullable String insteadOf,
        @Nullable Instant openedAt,
        @Nullable Instant takenAt,
        @Nullable Instant decidedAt,
        @Nullable Decision decision,
        @Nullable String decider,
        @Nullable String onBehalfOf,
        boolean alone,
        @Nullable String remark,
        int reminders,
        boolean mine,
        boolean unattended) {

    public enum Decision {
        GRANTED,
        REFUSED,
        DROPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Decision of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isOpen() {
        return openedAt != null && decision == null;
    }

    /// How long it waited until somebody looked at it, up to now where nobody has yet.
    public @Nullable Duration waiting(Instant now) {
        return openedAt == null ? null : Duration.between(openedAt, first(takenAt, decidedAt, now));
    }

    /// How long it was worked on, up to now where it is not decided yet.
    public @Nullable Duration working(Instant now) {
        return takenAt == null ? null : Duration.between(takenAt, first(decidedAt, now, now));
    }

    /// Who decided it.
    Text.Person who() {
        return new Text.Person(Objects.requireNonNull(decider));
    }

    static Optional<Step> lastDecided(List<Step> all) {
        return all.stream()
                .filter(step -> step.decider() != null)
                .max(Comparator.comparing(step -> Objects.requireNonNull(step.decidedAt())));
    }

    /// What stands against anything more: by whom a request was decided, and when.
    static Problem over(Approval approval, List<Step> all) {
        return new Problem.Conflict(
                "approvals.over." + approval.status().code(),
                lastDecided(all).<Object>map(Step::who).orElse(""),
                Objects.requireNonNull(approval.endedAt()));
    }

    private static Instant first(@Nullable Instant one, @Nullable Instant two, Instant otherwise) {
        return one != null ? one : two != null ? two : otherwise;
    }
}
