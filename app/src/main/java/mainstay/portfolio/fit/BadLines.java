package mainstay.portfolio.fit;

import java.util.ArrayList;
import java.util.List;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;

/// The lines of a file that cannot be taken: how many, and the first of them with their reasons.
final class BadLines {
    static final int SHOWN = 20;

    private final List<Problem.Invalid> first = new ArrayList<>();
    private int count;

    /// Reads a line; one that cannot be taken is kept in mind.
    void reading(Runnable line) {
        try {
            line.run();
        } catch (Problem.Invalid bad) {
            count++;
            if (first.size() < SHOWN) {
                first.add(bad);
            }
        }
    }

    /// Refuses the file with all its bad lines, where it has any.
    void refuse() {
        if (count == 1) {
            throw first.getFirst();
        }
        if (count > 1) {
            List<Text> reasons = first.stream()
                    .map(bad -> Text.of(bad.messageKey(), bad.arguments()))
                    .toList();
            throw new Problem.Invalid("fit.badLines", count, reasons.size(), reasons);
        }
    }
}
