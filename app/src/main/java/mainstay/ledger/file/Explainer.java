package mainstay.ledger.file;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.ledger.file.Explanation.FieldChoice;
import mainstay.ledger.file.Explanation.Origin;
import org.jspecify.annotations.Nullable;

/// Understands a file as far as that is possible, and says of each field why it is read as it is.
final class Explainer {

    private static final int EXAMPLES = 3;

    private final MappingWish wish;
    private final Profiles profiles;
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<Field, FieldReader> readers = new HashMap<>();

    Explainer(MappingWish wish, Profiles profiles) {
        this.wish = wish;
        this.profiles = profiles;
    }

    Explanation explain(SourceFile file) throws FileRefused {
        Optional<Profile> named = Optional.ofNullable(wish.profile()).flatMap(profiles::named);
        if (wish.profile() != null && named.isEmpty()) {
            problems.add(RowProblem.ofFile(Reason.PROFILE_UNKNOWN, wish.profile()));
        }
        Table table = Table.look(file, named.map(wish.reading()::or).orElse(wish.reading()));
        Optional<Profile> found = named.isPresent() ? named : profiles.recognised(table.ownHeaders(), wish.kind());
        Kind kind = wish.kind()
                .or(() -> found.flatMap(profile -> Kind.of(profile.kind())))
                .orElse(Kind.SALES);
        Profile profile = found.orElseGet(() -> Profile.none(kind));
        Lookup lookup = lookup(profile, table);
        Columns columns = Columns.of(table.headers(), lookup.headers(), profile.codes());
        Sample sample = new Sample(table, columns, lookup);
        List<FieldChoice> fields = fields(kind, profile, table, columns, sample);
        if (table.isEmpty()) {
            problems.add(RowProblem.ofFile(Reason.NO_ROWS));
        }
        Mapping mapping = new Mapping(kind, columns, Map.copyOf(readers), List.of());
        return new Explanation(
                kind,
                profile.name().isEmpty() ? null : profile.name(),
                table.reading(),
                table.ownHeaders(),
                columns.names().subList(table.remarks(), columns.names().size()),
                first(table),
                fields,
                unmapped(columns, table, lookup, profile),
                List.copyOf(problems),
                trial(fields, table, profile, lookup, mapping));
    }

    private List<FieldChoice> fields(Kind kind, Profile profile, Table table, Columns columns, Sample sample) {
        ReaderChoice choice = new ReaderChoice(columns, sample, dateForm(profile));
        HeaderGuess guess = new HeaderGuess(kind, columns, sample);
        List<FieldChoice> fields = new ArrayList<>();
        for (Field field : kind.fields()) {
            String wished = wish.maps().get(field.name());
            String ofProfile = profile.fields().get(field.name());
            Optional<Integer> guessed = profile.fields().isEmpty() ? guess.column(field) : Optional.empty();
            String proposed = ofProfile != null
                    ? ofProfile
                    : guessed.map(columns.names()::get).orElse("");
            String definition = wished == null ? proposed : wished;
            Origin origin = definition.equals(proposed)
                    ? proposed(field, profile, guess, proposed)
                    : definition.isBlank() ? Origin.LEFT_OUT : Origin.CHOSEN;
            RowProblem problem = definition.isBlank() ? null : read(field, definition, guessed, wished, choice);
            fields.add(new FieldChoice(field, definition.strip(), origin, examples(field, sample), problem));
        }
        derive(kind, profile, table, choice);
        return fields.stream().map(this::workedOut).toList();
    }

    private @Nullable RowProblem read(
            Field field, String definition, Optional<Integer> guessed, @Nullable String wished, ReaderChoice choice) {
        int before = choice.problems().size();
        try {
            readers.put(
                    field,
                    wished == null && guessed.isPresent()
                            ? choice.ofColumn(field, guessed.get())
                            : choice.defined(field, definition));
        } catch (FileRefused refused) {
            return refused.problems().getFirst();
        }
        return choice.problems().size() > before ? choice.problems().getLast() : null;
    }

    private static Origin proposed(Field field, Profile profile, HeaderGuess guess, String definition) {
        boolean byProfile = !profile.fields().isEmpty();
        if (!definition.isBlank()) {
            return byProfile ? Origin.PROFILE : Origin.FOUND;
        }
        return byProfile ? Origin.LEFT_OUT : whyNot(field, guess);
    }

    private static Origin whyNot(Field field, HeaderGuess guess) {
        return guess.doubt(field)
                .map(doubt -> doubt.reason() == Reason.COLUMNS_COMPETE ? Origin.SEVERAL_HEADERS : Origin.UNREADABLE)
                .orElse(Origin.NO_HEADER);
    }

    private void derive(Kind kind, Profile profile, Table table, ReaderChoice choice) {
        if (kind == Kind.SALES) {
            kind.field("line")
                    .ifPresent(line -> table.place().ifPresent(at -> readers.put(line, choice.ofColumn(line, at))));
            new SalesFields(choice, readers).derive(profile);
        }
        readers.replaceAll((field, reader) -> profile.negates(field) ? SalesFields.negated(reader, choice) : reader);
    }

    private FieldChoice workedOut(FieldChoice choice) {
        boolean derived = !choice.origin().isMapped() && readers.containsKey(choice.field());
        return derived ? new FieldChoice(choice.field(), "", Origin.WORKED_OUT, List.of(), choice.problem()) : choice;
    }

    private List<String> examples(Field field, Sample sample) {
        FieldReader reader = readers.get(field);
        return reader == null
                        || reader instanceof FieldReader.Computed
                        || reader.columns().isEmpty()
                ? List.of()
                : sample.of(reader.columns().getFirst()).stream()
                        .distinct()
                        .limit(EXAMPLES)
                        .toList();
    }

    private Lookup lookup(Profile profile, Table table) {
        try {
            return Lookup.of(profile, table, wish.lookup());
        } catch (FileRefused refused) {
            problems.addAll(refused.problems());
            return Lookup.NONE;
        }
    }

    private @Nullable DateForm dateForm(Profile profile) {
        String pattern = wish.dateFormat() == null ? profile.dateFormat() : wish.dateFormat();
        try {
            return pattern == null || pattern.isBlank() ? null : PatternDateForm.of(pattern);
        } catch (IllegalArgumentException | DateTimeException unusable) {
            problems.add(RowProblem.ofFile(Reason.BAD_EXPRESSION, pattern));
            return null;
        }
    }

    private List<String> unmapped(Columns columns, Table table, Lookup lookup, Profile profile) {
        return Mapping.unmapped(columns, table.remarks(), readers, lookup, profile);
    }

    private static List<List<String>> first(Table table) {
        return table.sample().stream()
                .limit(Explanation.ROWS_SHOWN)
                .map(table::ownFields)
                .toList();
    }

    private Explanation.Trial trial(
            List<FieldChoice> fields, Table table, Profile profile, Lookup lookup, Mapping mapping) throws FileRefused {
        boolean open = !problems.isEmpty() || fields.stream().anyMatch(FieldChoice::isOpen);
        return open ? Explanation.Trial.NONE : new RowTrial(mapping).of(table, profile, lookup);
    }
}
