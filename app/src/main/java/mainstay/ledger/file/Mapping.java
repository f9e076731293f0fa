package mainstay.ledger.file;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How each staged field of the kind is read from the file, in their order, and which columns nobody reads.
record Mapping(Kind kind, Columns columns, Map<Field, FieldReader> readers, List<String> unmapped) {

    static Mapping of(Kind kind, Table table, Lookup lookup, Profile profile, MappingWish wish) throws FileRefused {
        Columns columns = Columns.of(table.headers(), lookup.headers(), profile.codes());
        Sample sample = new Sample(table, columns, lookup);
        ReaderChoice choice = new ReaderChoice(columns, sample, dateForm(wish.dateFormat(), profile.dateFormat()));
        Map<Field, FieldReader> readers = new HashMap<>();
        Optional<HeaderGuess> guess =
                profile.fields().isEmpty() ? Optional.of(new HeaderGuess(kind, columns, sample)) : Optional.empty();
        for (Field field : kind.fields()) {
            String definition =
                    wish.maps().getOrDefault(field.name(), profile.fields().get(field.name()));
            if (definition != null && !definition.isBlank()) {
                readers.put(field, choice.defined(field, definition));
            } else if (definition == null) {
                guess.flatMap(guessed -> guessed.column(field))
                        .ifPresent(column -> readers.put(field, choice.ofColumn(field, column)));
            }
        }
        kind.field("line")
                .filter(line -> kind == Kind.SALES)
                .ifPresent(line -> table.place().ifPresent(column -> readers.put(line, choice.ofColumn(line, column))));
        if (kind == Kind.SALES) {
            new SalesFields(choice, readers).derive(profile);
        }
        negate(profile, readers, choice);
        List<RowProblem> problems = new ArrayList<>(choice.problems());
        problems.addAll(missing(kind, readers, guess));
        if (!problems.isEmpty()) {
            throw new FileRefused(problems, null);
        }
        return new Mapping(
                kind, columns, Map.copyOf(readers), unmapped(columns, table.remarks(), readers, lookup, profile));
    }

    FieldReader reader(Field field) {
        return readers.getOrDefault(field, new FieldReader.Absent());
    }

    FieldReader reader(String field) {
        return kind.field(field).map(this::reader).orElseGet(FieldReader.Absent::new);
    }

    /// The header of the column that a field is read from; the field itself where it has none or several.
    String nameOf(String field) {
        List<Integer> read = reader(field).columns();
        return read.size() == 1 ? columns.names().get(read.getFirst()) : field;
    }

    boolean maps(String field) {
        return kind.field(field).filter(readers::containsKey).isPresent();
    }

    Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        readers.forEach((field, reader) -> {
            if (reader.columns().size() == 1) {
                headers.put(field.name(), columns.names().get(reader.columns().getFirst()));
            }
        });
        return headers;
    }

    private static void negate(Profile profile, Map<Field, FieldReader> readers, ReaderChoice choice) {
        readers.replaceAll((field, reader) -> profile.negates(field) ? SalesFields.negated(reader, choice) : reader);
    }

    private static @Nullable DateForm dateForm(@Nullable String wished, @Nullable String ofProfile) throws FileRefused {
        String pattern = wished == null ? ofProfile : wished;
        try {
            return pattern == null || pattern.isBlank() ? null : PatternDateForm.of(pattern);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FileRefused(List.of(RowProblem.ofFile(Reason.BAD_EXPRESSION, String.valueOf(pattern))), e);
        }
    }

    private static List<RowProblem> missing(Kind kind, Map<Field, FieldReader> readers, Optional<HeaderGuess> guess) {
        return kind.fields().stream()
                .filter(field -> field.presence() != Field.Presence.OPTIONAL && !readers.containsKey(field))
                .map(field -> guess.flatMap(guessed -> guessed.doubt(field))
                        .orElseGet(
                                () -> RowProblem.of(1, field.name(), Reason.NO_COLUMN_FOR_FIELD, null, field.name())))
                .toList();
    }

    static List<String> unmapped(
            Columns columns, int remarks, Map<Field, FieldReader> readers, Lookup lookup, Profile profile) {
        Set<Integer> used = new TreeSet<>();
        readers.values().forEach(reader -> used.addAll(reader.columns()));
        if (lookup.keyColumn() >= 0) {
            used.add(lookup.keyColumn());
        }
        Profile.Where where = profile.where();
        return IntStream.range(remarks, columns.ofFile())
                .filter(i -> !used.contains(i))
                .mapToObj(columns.names()::get)
                .filter(name -> where == null || !name.equals(where.column()))
                .toList();
    }
}
