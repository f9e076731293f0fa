package mainstay.dossier.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.dossier.FactValue;
import mainstay.dossier.Field;
import mainstay.dossier.FieldKind;
import mainstay.dossier.KnownFields;
import mainstay.dossier.Look;
import mainstay.dossier.exchange.KeptFacts.Row;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.shared.web.PageContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Writes facts as they stand into a file, as far as its reader may see them and nothing that is personal. The file
/// ends with who took it when, and can be sent back as it is.
@Service
class FactExport {

    private static final int AT_ONCE = 5_000;
    private static final List<String> COLUMNS = List.of(
            "account",
            "accountName",
            "part",
            "field",
            "value",
            "unit",
            "observedOn",
            "source",
            "confidence",
            "old",
            "recordedBy");

    private final KnownFields fields;
    private final KeptFacts facts;
    private final Clock clock;

    FactExport(KnownFields fields, KeptFacts facts, Clock clock) {
        this.fields = fields;
        this.facts = facts;
        this.clock = clock;
    }

    /// @return what has to be written down before the file is handed out
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Look> write(ExportWish wish, PageContext page, Path file) {
        Map<Long, Field> known = fields.all().stream().collect(Collectors.toMap(Field::id, Function.identity()));
        LocalDate day = facts.day(wish);
        Map<Long, TreeSet<String>> confidential = new TreeMap<>();
        try (OutputStream out = Files.newOutputStream(file);
                FactSheet sheet = FactSheet.of(wish.form(), page.t("archive.title"), out)) {
            sheet.row(
                    COLUMNS.stream().map(column -> page.t("factFile." + column)).toList());
            List<Row> some;
            Row last = null;
            do {
                some = facts.after(
                        wish, last == null ? 0 : last.accountId(), last == null ? 0 : last.fieldId(), AT_ONCE);
                for (Row row : some) {
                    sheet.row(cells(row, Objects.requireNonNull(known.get(row.fieldId())), day, page));
                    if (row.sensitivity() >= Level.FULL.number()) {
                        confidential
                                .computeIfAbsent(row.accountId(), one -> new TreeSet<>())
                                .add(row.part());
                    }
                    last = row;
                }
            } while (some.size() == AT_ONCE);
            sheet.row(List.of(FactFile.REMARK + " "
                    + page.t("card.taken", page.person(Acting.actor().name()), page.moment(clock.instant()))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return confidential.entrySet().stream()
                .map(one -> new Look(
                        one.getKey(), "export", List.copyOf(one.getValue()), Level.FULL, "facts." + wish.form()))
                .toList();
    }

    private static List<String> cells(Row row, Field field, LocalDate asOf, PageContext page) {
        FactValue value = new FactValue(row.word(), row.figure(), row.day());
        String unit = field.kind() == FieldKind.MONEY ? page.currency() : field.unit();
        LocalDate stale = row.staleOn();
        boolean old = stale != null && !stale.isAfter(asOf);
        return Stream.of(
                        row.code(),
                        row.name(),
                        page.t("archive.part." + row.part()),
                        field.label(page),
                        field.kind() == FieldKind.YES_NO ? page.t("archive.say." + value.plain()) : value.plain(),
                        unit == null ? "" : unit,
                        row.observedOn().toString(),
                        row.source(),
                        page.t("archive.confidence." + row.confidence()),
                        old ? page.t("archive.say.yes") : page.t("archive.say.no"),
                        row.recordedBy())
                .map(FactExport::plain)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// Control characters have no place in either kind of file, lines within a value do.
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ");
    }
}
