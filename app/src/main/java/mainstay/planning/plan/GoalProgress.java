package mainstay.planning.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import mainstay.planning.GoalMetric;
import org.jspecify.annotations.Nullable;

/// Where a goal stands: read from the figure itself, and held against the straight way from its baseline to its base
/// target.
///
/// @param now  null where it is unknown
/// @param onWay where it would stand by now if it went straight to its base target; null without a baseline
/// @param done part of the way from the baseline to the base target; null where that is unknown
public record GoalProgress(
        Goal goal,
        GoalMetric metric,
        @Nullable Double now,
        @Nullable Double onWay,
        @Nullable Double done,
        Standing standing) {

    /// What can be said of a goal.
    public enum Standing {
        CHALLENGE,
        STRETCH,
        REACHED,
        ON_WAY,
        BEHIND,
        MISSED,
        UNKNOWN;

        public String key() {
            return "goal.standing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String tone() {
            return switch (this) {
                case CHALLENGE, STRETCH, REACHED -> "tag-good";
                case ON_WAY -> "tag-warn";
                case BEHIND, MISSED -> "tag-bad";
                case UNKNOWN -> "tag-muted";
            };
        }
    }

    static GoalProgress of(Goal goal, GoalMetric metric, @Nullable Double now, LocalDate today) {
        Double baseline = goal.baseline();
        double passed = passed(goal, today);
        Double onWay = baseline == null ? null : Double.valueOf(baseline + (goal.base() - baseline) * passed);
        Double done = baseline == null || now == null || goal.base() == baseline
                ? null
                : Double.valueOf((now - baseline) / (goal.base() - baseline));
        return new GoalProgress(goal, metric, now, onWay, done, standing(goal, metric.grows(), now, onWay, today));
    }

    /// Part of the time that has passed, by days: leap days count like any.
    private static double passed(Goal goal, LocalDate today) {
        long all = ChronoUnit.DAYS.between(goal.baselineOn(), goal.dueOn());
        return Math.clamp((double) ChronoUnit.DAYS.between(goal.baselineOn(), today) / all, 0, 1);
    }

    private static Standing standing(
            Goal goal, boolean grows, @Nullable Double now, @Nullable Double onWay, LocalDate today) {
        if (now == null) {
            return Standing.UNKNOWN;
        }
        if (reaches(now, goal.challenge(), grows)) {
            return Standing.CHALLENGE;
        }
        if (reaches(now, goal.stretch(), grows)) {
            return Standing.STRETCH;
        }
        if (reaches(now, goal.base(), grows)) {
            return Standing.REACHED;
        }
        if (today.isAfter(goal.dueOn())) {
            return Standing.MISSED;
        }
        return onWay == null ? Standing.UNKNOWN : reaches(now, onWay, grows) ? Standing.ON_WAY : Standing.BEHIND;
    }

    private static boolean reaches(double now, @Nullable Double target, boolean grows) {
        return target != null && (grows ? now >= target : now <= target);
    }
}
