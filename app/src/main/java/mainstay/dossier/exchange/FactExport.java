package mainstay.dossier.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.shared.RecordRows;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient database;
    private final Clock clock;

    FactExport(KnownFields fields, JdbcClient database, Clock clock) {
        this.fields = fields;
        this.database = database;
        this.clock = clock;
    }

    /// A fact as it is kept.
    record Row(
            long accountId,
            String code,
            String name,
            long fieldId,
            String part,
            int sensitivity,
            @Nullable String word,
            @Nullable BigDecimal figure,
            @Nullable LocalDate day,
            String source,
            LocalDate observedOn,
            String confidence,
            @Nullable LocalDate staleOn,
            String recordedBy) {}

    /// @return what has to be written down before the file is handed out
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Look> write(ExportWish wish, PageContext page, Path file) {
        Map<Long, Field> known = fields.all().stream().collect(Collectors.toMap(Field::id, Function.identity()));
        Map<Long, TreeSet<String>> confidential = new TreeMap<>();
        try (OutputStream out = Files.newOutputStream(file);
                FactSheet sheet = FactSheet.of(wish.form(), page.t("archive.title"), out)) {
            sheet.row(
                    COLUMNS.stream().map(column -> page.t("factFile." + column)).toList());
            List<Row> some;
            Row last = null;
            do {
                some = rows(wish, last);
                for (Row row : some) {
                    sheet.row(cells(row, Objects.requireNonNull(known.get(row.fieldId())), page));
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

    private List<Row> rows(ExportWish wish, @Nullable Row after) {
        return database.sql("""
                        select f.account_id, a.code, a.name, f.field_id, f.part, f.sensitivity, f.word, f.figure, f.day, f.source,
                               f.observed_on, f.confidence, f.stale_on, f.recorded_by
                        from dossier.fact f join accounts.pub_card a on a.id = f.account_id
                        where f.current and f.retired_at is null and f.sensitivity < 4
                          and (f.account_id, f.field_id) > (:account, :field)
                          and (cast(:part as text) is null or f.part = :part)
                          and (cast(:region as text) is null or a.region = :region)
                          and (cast(:code as text) is null or a.code = :code)
                        order by f.account_id, f.field_id limit :most
                        """)
                .param("account", after == null ? 0 : after.accountId())
                .param("field", after == null ? 0 : after.fieldId())
                .param("part", ExportWish.wanted(wish.part()))
                .param("region", ExportWish.wanted(wish.region()))
                .param("code", ExportWish.wanted(wish.account()))
                .param("most", AT_ONCE)
                .query(RecordRows.of(Row.class))
                .list();
    }

    private List<String> cells(Row row, Field field, PageContext page) {
        FactValue value = new FactValue(row.word(), row.figure(), row.day());
        String unit = field.kind() == FieldKind.MONEY ? page.currency() : field.unit();
        LocalDate stale = row.staleOn();
        boolean old = stale != null && !stale.isAfter(LocalDate.now(clock));
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
