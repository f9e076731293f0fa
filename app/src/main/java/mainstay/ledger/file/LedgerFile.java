package mainstay.ledger.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file whose columns are understood and whose rows can be read.
public final class LedgerFile {

    private static final String OWN_SOURCE = "ledger";

    private final Table table;
    private final Profile profile;
    private final Lookup lookup;
    private final Mapping mapping;

    private LedgerFile(Table table, Profile profile, Lookup lookup, Mapping mapping) {
        this.table = table;
        this.profile = profile;
        this.lookup = lookup;
        this.mapping = mapping;
    }

    public static LedgerFile understand(SourceFile file, MappingWish wish, Profiles profiles) throws FileRefused {
        Optional<Profile> named = Optional.ofNullable(wish.own())
                .or(() -> Optional.ofNullable(wish.profile()).flatMap(profiles::named));
        if (wish.profile() != null && named.isEmpty()) {
            throw new FileRefused(RowProblem.ofFile(Reason.PROFILE_UNKNOWN, wish.profile()));
        }
        Table table = Table.look(file, named.map(wish.reading()::or).orElse(wish.reading()));
        Optional<Profile> found = named.isPresent() ? named : profiles.recognised(table.ownHeaders(), wish.kind());
        Kind kind = wish.kind()
                .or(() -> found.flatMap(profile -> Kind.of(profile.kind())))
                .orElse(Kind.SALES);
        Profile profile = found.orElseGet(() -> Profile.none(kind));
        Lookup lookup = Lookup.of(profile, table, wish.lookup());
        Mapping mapping = Mapping.of(kind, table, lookup, profile, wish);
        if (table.isEmpty()) {
            throw new FileRefused(RowProblem.ofFile(Reason.NO_ROWS));
        }
        return new LedgerFile(table, profile, lookup, mapping);
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

    /// What the file calls a field.
    public String nameOf(String field) {
        return mapping.nameOf(field);
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

    /// By what the content is known again when it comes a second time.
    public String fingerprint() {
        return table.fingerprint();
    }

    public LedgerRows rows() throws FileRefused {
        return new LedgerRows(table, profile, lookup, mapping);
    }

    /// What is done with the fields of a line.
    @FunctionalInterface
    public interface LineTaker {
        void take(long line, List<String> fields);
    }

    /// Reads the file once more for some of its lines, given in rising order.
    public void fieldsOf(long[] lines, LineTaker taker) throws FileRefused {
        if (lines.length == 0) {
            return;
        }
        try (TableRows rows = table.rows()) {
            int next = 0;
            for (TableRow row = rows.next(); row != null && next < lines.length; row = rows.next()) {
                if (row.line() == lines[next]) {
                    taker.take(lines[next++], table.ownFields(row));
                }
            }
        }
    }
}
