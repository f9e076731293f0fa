package mainstay.rating;

import java.time.LocalDate;

/// A mark from 1 to 5 that somebody gave an account on one criterion, with what they saw.
public record Assessment(
        long account, String criterion, int mark, String evidence, LocalDate assessedOn, String assessor) {
    public Assessment {
        if (mark < 1 || mark > 5) {
            throw new IllegalArgumentException("a mark runs from 1 to 5: " + mark);
        }
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("a mark without evidence counts for nothing");
        }
    }
}
