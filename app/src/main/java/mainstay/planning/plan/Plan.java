package mainstay.planning.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The plan for an account and a period.
///
/// @param playbook code of the template it was made from
/// @param formerId plan of the period before
/// @param state    `draft`, `asked`, `approved` or `closed`
/// @param edition  how often it was handed in
/// @param version  counts changes
public record Plan(
        long id,
        long accountId,
        @Nullable String accountCode,
        @Nullable String accountName,
        String title,
        LocalDate periodFrom,
        LocalDate periodTo,
        String playbook,
        @Nullable Long formerId,
        @Nullable String understanding,
        @Nullable String competition,
        @Nullable String affinity,
        @Nullable String management,
        @Nullable String strengths,
        @Nullable String weaknesses,
        @Nullable String chances,
        @Nullable String threats,
        String state,
        int edition,
        int version,
        String changedBy,
        Instant changedAt) {

    /// The four parts of a strategy.
    public static final List<String> STRATEGY = List.of("understanding", "competition", "affinity", "management");
    /// What speaks for us and against us, inside and outside.
    public static final List<String> SWOT = List.of("strengths", "weaknesses", "chances", "threats");

    public String path() {
        return "/plans/" + id;
    }

    public boolean isOpen() {
        return !state.equals("closed");
    }

    /// Whether its last day has passed.
    public boolean isOver(LocalDate today) {
        return periodTo.isBefore(today);
    }

    /// Whether it runs, or begins later: the same as [mainstay.planning.PlanTimes#notOver].
    public boolean isCurrent(LocalDate today) {
        return isOpen() && !isOver(today);
    }

    /// Whether both are about the same account and share days.
    boolean overlaps(Plan other) {
        return id != other.id
                && accountId == other.accountId
                && !periodFrom.isAfter(other.periodTo)
                && !periodTo.isBefore(other.periodFrom);
    }

    /// Of some plans the one that runs, an approved one first; else the next that begins; else the last that
    /// ended and is not closed.
    public static Optional<Plan> foremost(List<Plan> plans, LocalDate today) {
        return plans.stream()
                .filter(Plan::isOpen)
                .min(Comparator.comparing((Plan one) -> one.isOver(today))
                        .thenComparingLong(one -> one.daysAway(today))
                        .thenComparing(one -> !one.state().equals("approved")));
    }

    /// Until it begins, or since it ended; 0 while it runs.
    private long daysAway(LocalDate today) {
        return Math.max(
                0, Math.max(ChronoUnit.DAYS.between(today, periodFrom), ChronoUnit.DAYS.between(periodTo, today)));
    }

    public boolean isAsked() {
        return state.equals("asked");
    }

    /// Whether its words, goals and risks can be changed now.
    public boolean isChangeable() {
        return isOpen() && !isAsked();
    }

    public String stateKey() {
        return "plan.state." + state;
    }

    public String tone() {
        return switch (state) {
            case "approved" -> "tag-good";
            case "asked" -> "tag-warn";
            default -> "tag-muted";
        };
    }

    public @Nullable String part(String name) {
        return switch (name) {
            case "understanding" -> understanding;
            case "competition" -> competition;
            case "affinity" -> affinity;
            case "management" -> management;
            case "strengths" -> strengths;
            case "weaknesses" -> weaknesses;
            case "chances" -> chances;
            case "threats" -> threats;
            default -> null;
        };
    }

    /// As its form shows it.
    Map<String, String> written() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("periodFrom", periodFrom.toString());
        fields.put("periodTo", periodTo.toString());
        STRATEGY.forEach(part -> fields.put(part, Objects.requireNonNullElse(part(part), "")));
        SWOT.forEach(part -> fields.put(part, Objects.requireNonNullElse(part(part), "")));
        fields.put("version", String.valueOf(version));
        return fields;
    }
}
