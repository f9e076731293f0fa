package mainstay.ledger.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A file whose columns are understood and whose rows can be read.
public final class LedgerFile {

    private static final String OWN_SOURCE = "ledger";

    private final CsvTable table;
    private final Profile profile;
    private final Lookup lookup;
    private final Mapping mapping;

    private LedgerFile(CsvTable table, Profile profile, Lookup lookup, Mapping mapping) {
        this.table = table;
        this.profile = profile;
        this.lookup = lookup;
        this.mapping = mapping;
    }

    public static LedgerFile understand(SourceFile file, MappingWish wish, Profiles profiles) throws FileRefused {
        Optional<Profile> named = Optional.ofNullable(wish.profile()).flatMap(profiles::named);
        if (wish.profile() != null && named.isEmpty()) {
            throw new FileRefused(RowProblem.ofFile(Reason.PROFILE_UNKNOWN, wish.profile()));
        }
        Reading reading =
                wish.reading().orSeparator(named.map(Profile::separator).orElse(null));
        CsvTable table = CsvTable.look(file.in(reading.charset()), reading.separator());
        Optional<Profile> found = named.isPresent() ? named : profiles.recognised(table.ownHeaders(), wish.kind());
        Kind kind = wish.kind()
                .or(() -> found.flatMap(profile -> Kind.of(profile.kind())))
                .orElse(Kind.SALES);
        Profile profile = found.orElseGet(() -> Profile.none(kind));
        Lookup lookup = Lookup.of(profile, table, wish.lookup());
        return new LedgerFile(table, profile, lookup, Mapping.of(kind, table, lookup, profile, wish));
    }

    public Kind kind() {
        return mapping.kind();
    }

    /// The name space of the codes in the file.
    public String source() {
        String source = profile.source();
        return source == null || source.isBlank() ? OWN_SOURCE : source;
    }

    public @Nullable String profileName() {
        return profile.name().isEmpty() ? null : profile.name();
    }

    /// Whether a column holds the field; without one, lines of a document are numbered in the order of the file.
    public boolean maps(String field) {
        return mapping.maps(field);
    }

    public List<String> headers() {
        return table.ownHeaders();
    }

    public List<String> unmappedColumns() {
        return mapping.unmapped();
    }

    /// The header of each field that stands in a column of its own.
    public Map<String, String> columns() {
        return mapping.headers();
    }

    public long bytes() {
        return table.file().bytes();
    }

    public LedgerRows rows() throws IOException, FileRefused {
        return new LedgerRows(table, profile, lookup, mapping);
    }

    /// What is done with the fields of a line.
    @FunctionalInterface
    public interface LineTaker {
        void take(long line, List<String> fields);
    }

    /// Reads the file once more for some of its lines, given in rising order.
    public void fieldsOf(long[] lines, LineTaker taker) throws IOException {
        int next = 0;
        try (CloseableIterator<CsvRecord> rows = table.rows(new AtomicLong())) {
            while (next < lines.length && rows.hasNext()) {
                CsvRecord row = rows.next();
                if (row.getStartingLineNumber() == lines[next]) {
                    taker.take(lines[next++], ownFields(table, row));
                }
            }
        }
    }

    static List<String> ownFields(CsvTable table, CsvRecord row) {
        List<String> fields = row.getFields();
        return fields.subList(Math.min(table.remarks(), fields.size()), fields.size());
    }
}
