package mainstay.ledger.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The look-up file of a join, held in memory by its key.
record Lookup(int keyColumn, List<String> headers, Map<String, List<String>> rows) {

    static final Lookup NONE = new Lookup(-1, List.of(), Map.of());
    private static final Optional<List<String>> NOTHING = Optional.of(List.of());

    static Lookup of(Profile profile, Table table, @Nullable Path given) throws FileRefused {
        Profile.Join join = profile.join();
        if (join == null) {
            return NONE;
        }
        int key = ColumnNames.find(Columns.of(table.headers(), List.of(), profile.codes()), join.key());
        SourceFile beside = table.file().lookUp(find(join, table.file().path(), given));
        Table lookup = Table.look(beside, Reading.GUESSED);
        int lookupKey = ColumnNames.find(Columns.of(lookup.headers(), List.of(), profile.codes()), join.lookupKey());
        List<String> headers =
                lookup.headers().stream().map(header -> join.prefix() + header).toList();
        return new Lookup(key, headers, load(lookup, lookupKey));
    }

    /// The row beside the given one; empty where none has its key. Without a join there is always the empty row.
    Optional<List<String>> beside(TableRow row) {
        if (keyColumn < 0) {
            return NOTHING;
        }
        if (keyColumn >= row.fields().size()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                rows.get(WholeNumber.plain(row.fields().get(keyColumn).strip())));
    }

    /// @param given the look-up file, or the folder it lies in where that is not beside the file
    private static Path find(Profile.Join join, Path file, @Nullable Path given) throws FileRefused {
        Path beside = file.toAbsolutePath().resolveSibling("");
        Path folder = given != null && Files.isDirectory(given) ? given : beside;
        Stream<Path> named = join.files().stream()
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .map(name -> folder.resolve(name).normalize());
        return Stream.concat(Stream.ofNullable(given), named)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new FileRefused(
                        RowProblem.ofFile(Reason.LOOKUP_MISSING, join.files().getFirst())));
    }

    private static Map<String, List<String>> load(Table table, int key) throws FileRefused {
        Map<String, List<String>> found = new HashMap<>();
        try (TableRows all = table.rows()) {
            for (TableRow row = all.next(); row != null; row = all.next()) {
                if (key < row.fields().size()) {
                    found.putIfAbsent(WholeNumber.plain(row.fields().get(key).strip()), row.fields());
                }
            }
        }
        return found;
    }
}
