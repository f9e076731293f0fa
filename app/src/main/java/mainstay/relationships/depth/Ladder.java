package mainstay.relationships.depth;

import java.util.ArrayList;
import java.util.List;

/// Says which rung contacts have earned: the highest whose evidence and that of all below it is there.
public final class Ladder {

    /// Percent of the contacts that one person may carry alone.
    static final double ALONE = 60;

    private static final long REGULAR_MONTHS = 4;
    private static final long STEADY_MONTHS = 10;
    private static final long JOINT_MONTHS = 6;
    private static final double KNOWN = 50;
    private static final double TWO_WAY = 25;
    private static final double EVEN = 35;

    private Ladder() {}

    /// A rung with what it asks for on top of those below.
    ///
    /// @param earned whether all of it is there, and all below
    public record Step(Rung rung, List<Evidence> evidence, boolean earned) {

        public List<Evidence> missing() {
            return evidence.stream().filter(one -> !one.isMet()).toList();
        }
    }

    static List<Step> climb(Touches touches) {
        List<Step> steps = new ArrayList<>();
        boolean earned = true;
        for (Rung rung : Rung.LADDER) {
            List<Evidence> evidence = asked(rung, touches);
            earned = earned && evidence.stream().allMatch(Evidence::isMet);
            steps.add(new Step(rung, evidence, earned));
        }
        return steps;
    }

    private static List<Evidence> asked(Rung rung, Touches touches) {
        long ours = touches.ourFunctions().stream().filter(Touches::isFunction).count();
        long theirs =
                touches.theirFunctions().stream().filter(Touches::isFunction).count();
        return switch (rung) {
            case NONE -> List.of();
            case EXPLORATORY -> List.of(Evidence.count("contacts", touches.contacts(), 1));
            case BASIC ->
                List.of(
                        Evidence.count("months", touches.months(), REGULAR_MONTHS),
                        Evidence.count("people", touches.theirs().size(), 1));
            case COOPERATIVE ->
                List.of(
                        Evidence.count("ours", ours, 2),
                        Evidence.count("theirs", theirs, 2),
                        Evidence.count("people", touches.theirs().size(), 3),
                        Evidence.count("begun", touches.byThem(), 1));
            case INTERDEPENDENT ->
                List.of(
                        Evidence.count("ours", ours, 3),
                        Evidence.count("theirs", theirs, 3),
                        Evidence.count("pairs", touches.pairs(), 5),
                        Evidence.least("known", touches.knownBegin(), KNOWN),
                        Evidence.least("twoWay", touches.theirBegin(), TWO_WAY),
                        Evidence.most("alone", touches.aloneShare(), ALONE),
                        Evidence.most("aloneThere", touches.aloneShareThere(), ALONE));
            case INTEGRATED ->
                List.of(
                        Evidence.count("ours", ours, 4),
                        Evidence.count("theirs", theirs, 4),
                        Evidence.count("pairs", touches.pairs(), 10),
                        Evidence.least("twoWay", touches.theirBegin(), EVEN),
                        Evidence.count("months", touches.months(), STEADY_MONTHS),
                        Evidence.count("joint", touches.jointMonths(), JOINT_MONTHS),
                        Evidence.count("management", management(touches), 1));
        };
    }

    private static long management(Touches touches) {
        return touches.theirs().stream()
                .filter(one -> one.function().equals("management"))
                .count();
    }
}
