package mainstay.planning;

/// When a plan runs: its definition in SQL, of a plan under some name and for the parameter `today`. In Java
/// [mainstay.planning.plan.Plan] says the same.
public final class PlanTimes {

    private PlanTimes() {}

    /// Neither closed nor over: it runs, or begins later.
    public static String notOver(String plan) {
        return "(%1$s.state <> 'closed' and %1$s.period_to >= cast(:today as date))".formatted(plan);
    }

    /// Not closed, and today is one of its days.
    public static String runs(String plan) {
        return "(%s and %s.period_from <= cast(:today as date))".formatted(notOver(plan), plan);
    }

    /// Its days are over, and nobody has closed it.
    public static String ended(String plan) {
        return "(%1$s.state <> 'closed' and %1$s.period_to < cast(:today as date))".formatted(plan);
    }
}
