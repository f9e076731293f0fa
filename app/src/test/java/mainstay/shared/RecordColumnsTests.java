package mainstay.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Story
class RecordColumnsTests {

    @Autowired
    private JdbcClient jdbc;

    record Visit(
            long accountId,
            @Nullable Integer guests,
            @Nullable Double share,
            boolean planned,
            @Nullable String note,
            @Nullable LocalDate heldOn,
            List<@Nullable Double> marks,
            List<@Nullable String> words) {}

    @Test
    void whatIsSentArrivesAsItWas() {
        List<Visit> visits = List.of(
                new Visit(
                        7,
                        3,
                        0.1,
                        true,
                        "东莞, \"quoted\" \\ 'and' {more}",
                        LocalDate.of(2026, 11, 16),
                        Arrays.asList(1.5, null, -0.0),
                        Arrays.asList("a,b", null, "NULL", "\"\\", "")),
                new Visit(Long.MAX_VALUE, null, null, false, null, null, List.of(), List.of()));

        List<Visit> arrived = columns()
                .bind(jdbc.sql("select * from " + columns().rows()), visits)
                .query((row, number) -> new Visit(
                        row.getLong("account_id"),
                        row.getObject("guests", Integer.class),
                        row.getObject("share", Double.class),
                        row.getBoolean("planned"),
                        row.getString("note"),
                        row.getObject("held_on", LocalDate.class),
                        Arrays.asList((Double[]) row.getArray("marks").getArray()),
                        Arrays.asList((String[]) row.getArray("words").getArray())))
                .list();

        assertThat(arrived).isEqualTo(visits);
    }

    @Test
    void noRowsAreNoRows() {
        assertThat(columns()
                        .bind(jdbc.sql("select * from " + columns().rows()), List.of())
                        .query((row, number) -> row.getLong("account_id"))
                        .list())
                .isEmpty();
    }

    record Odd(Object thing) {}

    record Nested(List<Visit> visits) {}

    @Test
    void refusesWhatNoColumnHolds() {
        assertThatThrownBy(() -> RecordColumns.of(Odd.class)).hasMessageContaining("Object");
        assertThatThrownBy(() -> RecordColumns.of(Nested.class)).hasMessageContaining("Visit");
    }

    private static RecordColumns<Visit> columns() {
        return RecordColumns.of(Visit.class);
    }
}
