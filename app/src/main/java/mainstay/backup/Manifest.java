package mainstay.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a backup says about itself, in its last entry.
///
/// @param format     of the file; grows when an older program could not read it any more
/// @param migrations that had made the tables
record Manifest(
        int format,
        String product,
        String createdAt,
        String postgres,
        List<Migration> migrations,
        List<Kept> tables,
        List<Counter> counters) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    Manifest {
        Objects.requireNonNull(product);
        Objects.requireNonNull(postgres);
        Instant.parse(createdAt);
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        counters = List.copyOf(counters);
    }

    /// One step by which the tables came to be, as Flyway numbers and sums it.
    record Migration(String version, String script, int checksum) {
        Migration {
            Objects.requireNonNull(version);
            Objects.requireNonNull(script);
        }
    }

    /// A table and its rows.
    ///
    /// @param columns  in the order of the rows; what the database computes itself is left out
    /// @param months   partitions that imports made
    /// @param bytes    of the rows in the text form of COPY
    /// @param checksum over the rows in whatever order, see [RowSum]
    record Kept(
            String schema,
            String name,
            List<String> columns,
            List<Month> months,
            long bytes,
            String sha256,
            long rows,
            String checksum) {

        Kept {
            Objects.requireNonNull(schema);
            Objects.requireNonNull(name);
            columns = List.copyOf(columns);
            months = List.copyOf(months);
            Objects.requireNonNull(sha256);
            Objects.requireNonNull(checksum);
        }

        TableName table() {
            return new TableName(schema, name);
        }

        String entry() {
            return "tables/" + schema + "." + name + ".copy";
        }
    }

    /// A partition by days: the only kind that is made while Mainstay runs.
    record Month(String name, String from, String to) {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        Month {
            if (!NAME.matcher(name).matches()
                    || !DAY.matcher(from).matches()
                    || !DAY.matcher(to).matches()) {
                throw new IllegalArgumentException("a partition is named and bounded by days, not " + name);
            }
        }
    }

    /// Where a sequence stands.
    record Counter(String schema, String name, long last) {
        Counter {
            Objects.requireNonNull(schema);
            Objects.requireNonNull(name);
        }
    }

    Instant created() {
        return Instant.parse(createdAt);
    }

    long rows() {
        return tables.stream().mapToLong(Kept::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(Kept::bytes).sum();
    }

    Set<String> entries() {
        return tables.stream().map(Kept::entry).collect(Collectors.toSet());
    }
}
