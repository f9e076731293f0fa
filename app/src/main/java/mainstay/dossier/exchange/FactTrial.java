package mainstay.dossier.exchange;

import java.util.List;
import mainstay.dossier.exchange.Checked.State;

/// What writing a file would do.
///
/// @param id of the draft
public record FactTrial(long id, String fileName, List<String> headers, List<Checked> rows) {

    static final int SHOWN = 100;

    public long fresh() {
        return count(State.NEW);
    }

    public long late() {
        return count(State.LATE);
    }

    public long known() {
        return count(State.KNOWN);
    }

    public long bad() {
        return count(State.BAD);
    }

    /// How many would be written.
    public long good() {
        return fresh() + late();
    }

    private long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    List<Checked> badRows() {
        return rows.stream().filter(row -> row.state() == State.BAD).toList();
    }

    /// The first ones.
    public List<Checked> shown() {
        return badRows().stream().limit(SHOWN).toList();
    }
}
