package mainstay.terms.credit;

import java.util.Arrays;
import java.util.Optional;

/// How a customer pays, as the table of limits asks for it.
public enum PayHabit {
    DISCOUNT("discount", 10),
    ON_TIME("onTime", 5),
    LATE("late", -5);

    private final String code;
    private final int points;

    PayHabit(String code, int points) {
        this.code = code;
        this.points = points;
    }

    public static Optional<PayHabit> of(String code) {
        return Arrays.stream(values()).filter(habit -> habit.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    int points() {
        return points;
    }
}
