package mainstay.relationships.exchange;

import java.util.List;
import mainstay.shared.web.Text;

/// What writing a file would do, or did.
///
/// @param id of the draft
public record ActivityTrial(long id, String fileName, List<String> headers, List<Row> rows) {

    static final int SHOWN = 200;

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
