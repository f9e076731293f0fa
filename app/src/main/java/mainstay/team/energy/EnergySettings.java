package mainstay.team.energy;

import java.math.BigDecimal;

/// What the firm wants of its time.
///
/// @param weeklyHours     working hours of a person in a week
/// @param decisionMinutes how long a decision takes
/// @param targetInternal  percent of the recorded time among ourselves, at most
/// @param alarmInternal   percent from which on it is too much
/// @param sureFrom        percent of the working time that have to be on record
public record EnergySettings(
        BigDecimal weeklyHours, int decisionMinutes, int targetInternal, int alarmInternal, int sureFrom) {

    private static final int WHOLE = 100;

    public Verdict verdict(Energy energy) {
        if (energy.total() <= 0) {
            return Verdict.NOTHING;
        }
        if (energy.working() <= 0 || energy.covered() * WHOLE < energy.working() * sureFrom) {
            return Verdict.UNSURE;
        }
        if (energy.internal() * WHOLE >= energy.total() * alarmInternal) {
            return Verdict.ALARM;
        }
        return energy.internal() * WHOLE <= energy.total() * targetInternal ? Verdict.TARGET : Verdict.BETWEEN;
    }

    double dailyMinutes(String workingDays) {
        return weeklyHours.doubleValue() * 60 / workingDays.length();
    }
}
