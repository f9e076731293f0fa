package mainstay.relationships.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainstay.shared.web.Text;

/// What writing a file would do, or did.
///
/// @param id of the draft
public record ActivityTrial(long id, String fileName, List<String> headers, List<Row> rows) {

    static final int SHOWN = 200;
    private static final int SHARES = 10;

    public enum State {
        /// It will be written down.
        NEW,
        /// It is known already, or stands further up in the file.
        KNOWN,
        BAD
    }

    /// @param reasons why it is bad
    public record Row(SentActivity sent, State state, List<Text> reasons) {}

    public long fresh() {
        return count(State.NEW);
    }

    public long known() {
        return count(State.KNOWN);
    }

    public long bad() {
        return count(State.BAD);
    }

    /// How much time activities of one name take together.
    public record Share(String subject, long times, double hours) {}

    /// Of all that would be written down.
    public double hours() {
        return shares(Integer.MAX_VALUE).stream().mapToDouble(Share::hours).sum();
    }

    /// Those that would take the most hours.
    public List<Share> largest() {
        return shares(SHARES);
    }

    private List<Share> shares(int most) {
        Map<String, List<Row>> bySubject = rows.stream()
                .filter(row -> row.state() == State.NEW)
                .collect(Collectors.groupingBy(row -> row.sent().subject()));
        return bySubject.entrySet().stream()
                .map(each -> new Share(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().stream()
                                .mapToDouble(row -> row.sent().hours())
                                .sum()))
                .sorted(Comparator.comparingDouble(Share::hours).reversed().thenComparing(Share::subject))
                .limit(most)
                .toList();
    }

    private long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /// The first ones.
    public List<Row> shown(State state) {
        return rows.stream().filter(row -> row.state() == state).limit(SHOWN).toList();
    }

    List<Row> badRows() {
        return rows.stream().filter(row -> row.state() == State.BAD).toList();
    }
}
