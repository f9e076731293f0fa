package mainstay.dossier.exchange;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mainstay.dossier.FactValue;
import mainstay.dossier.Field;
import mainstay.dossier.KnownFields;
import mainstay.dossier.Look;
import mainstay.dossier.ReadLog;
import mainstay.dossier.exchange.KeptFacts.Row;
import mainstay.identity.Allowed;
import mainstay.identity.NeedsScope;
import mainstay.identity.TokenScope;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Facts of many accounts page by page, as far as you may see them and nothing that is personal.
@RestController
@RequestMapping("/api/v1/facts")
@Tag(name = "Archive")
@Allowed.Everyone
@NeedsScope(TokenScope.READ_ARCHIVE)
class FactListApi {

    private static final int LARGEST = 200;
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

    private final KeptFacts facts;
    private final KnownFields fields;
    private final ReadLog log;

    FactListApi(KeptFacts facts, KnownFields fields, ReadLog log) {
        this.facts = facts;
        this.fields = fields;
        this.log = log;
    }

    /// @param asOf the day at whose end it is looked
    /// @param next what to ask for as `after` to go on; null at the end
    record PageJson(
            LocalDate asOf, List<FactJson> facts, @Nullable String next) {}

    /// @param part    `business`, `technical`, `finance` or another part of the archive
    /// @param staleOn from this day on it is old; null: never
    record FactJson(
            String account,
            String name,
            String part,
            String field,
            String value,
            String source,
            LocalDate observedOn,
            String confidence,
            @Nullable LocalDate staleOn,
            String recordedBy) {

        static FactJson of(Row row, Field field) {
            return new FactJson(
                    row.code(),
                    row.name(),
                    row.part(),
                    field.code(),
                    new FactValue(row.word(), row.figure(), row.day()).plain(),
                    row.source(),
                    row.observedOn(),
                    row.confidence(),
                    row.staleOn(),
                    row.recordedBy());
        }
    }

    @GetMapping
    PageJson list(
            ExportWish wish,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "0.0") String after) {
        if (size < 1 || size > LARGEST) {
            throw new Problem.Invalid("accounts.badSize", size, LARGEST);
        }
        Matcher place = PLACE.matcher(after);
        if (!place.matches()) {
            throw new Problem.Invalid("archive.unreadable", "after", after);
        }
        ExportWish checked = wish.checked();
        List<Row> rows = facts.after(checked, Long.parseLong(place.group(1)), Long.parseLong(place.group(2)), size);
        Map<Long, Field> known = fields.all().stream().collect(Collectors.toMap(Field::id, Function.identity()));
        note(rows, known);
        return new PageJson(
                facts.day(checked),
                rows.stream()
                        .map(row -> FactJson.of(row, Objects.requireNonNull(known.get(row.fieldId()))))
                        .toList(),
                rows.size() < size
                        ? null
                        : rows.getLast().accountId() + "." + rows.getLast().fieldId());
    }

    private void note(List<Row> rows, Map<Long, Field> known) {
        List<Look> looks = rows.stream()
                .collect(Collectors.groupingBy(Row::accountId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(some -> Look.of(
                        some.getFirst().accountId(),
                        "api",
                        some.stream()
                                .map(row -> Objects.requireNonNull(known.get(row.fieldId())))
                                .toList(),
                        null)
                        .stream())
                .toList();
        if (!looks.isEmpty()) {
            log.note(looks);
        }
    }
}
