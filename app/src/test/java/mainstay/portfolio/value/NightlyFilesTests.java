package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// A file every night for five weeks. SLOW, whose gaps grew from 11 to 59 days by 2 each, has bought for the last time
/// before the first of them; DAILY goes on.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightlyFilesTests {
    private static final LocalDate LAST_PURCHASE = LocalDate.of(2026, 3, 7);
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 3, 25);
    private static final LocalDate LAST_NIGHT = LocalDate.of(2026, 4, 30);

    private final List<Double> nights = new ArrayList<>();

    @Autowired
    ValueReader reader;

    @Autowired
    ValueBoard board;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired Values values, @TempDir Path files) throws IOException {
        StringBuilder past = new StringBuilder();
        LocalDate day = LAST_PURCHASE;
        line(past, "SLOW", day);
        for (int gap = 59; gap >= 11; gap -= 2) {
            day = day.minusDays(gap);
            line(past, "SLOW", day);
        }
        line(past, "DAILY", day);
        night(desk, values, files, FIRST_NIGHT.minusDays(1), past);
        for (LocalDate date = FIRST_NIGHT; !date.isAfter(LAST_NIGHT); date = date.plusDays(1)) {
            night(desk, values, files, date, new StringBuilder());
            nights.add(alive());
        }
    }

    private static void night(ImportDesk desk, Values values, Path files, LocalDate date, StringBuilder lines)
            throws IOException {
        line(lines, "DAILY", date);
        Path file = Files.writeString(
                files.resolve(date + ".csv"), "customer,document,date,product,quantity,amount,cost\n" + lines);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
        assertThat(values.ensureCurrent()).isTrue();
    }

    private static void line(StringBuilder sales, String code, LocalDate day) {
        sales.append("%s,%s-%s,%s,P,1,100,60%n".formatted(code, code, day, day));
    }

    private double alive() {
        Double alive = slow().value().alive();
        return alive == null ? Double.NaN : alive;
    }

    private ValueReader.Found slow() {
        return Acting.asOperator(
                        () -> reader.of(accounts.byCode("SLOW").orElseThrow().id()))
                .orElseThrow();
    }

    @Test
    void a_fall_too_slow_for_any_night_shows_as_fading() {
        for (int i = 1; i < nights.size(); i++) {
            assertThat(nights.get(i - 1) - nights.get(i)).isLessThan(0.1);
        }
        assertThat(slow().value().fading()).isTrue();
        assertThat(slow().value().aliveBefore()).isEqualTo(nights.get(6));
    }

    @Test
    void the_last_run_of_each_month_stays_and_so_do_those_of_the_past() {
        assertThat(slow().history().stream().map(AccountValue::asOf))
                .containsExactly(
                        LocalDate.of(2025, 3, 24),
                        LocalDate.of(2025, 9, 24),
                        LocalDate.of(2025, 12, 24),
                        LocalDate.of(2026, 3, 31),
                        LAST_NIGHT);
    }

    @Test
    void the_bridge_begins_at_least_four_weeks_ago() throws Exception {
        ValueView view = Acting.asOperator(() ->
                board.view(new SplitForm(null, null), RiskForm.FIRST, true).orElseThrow());
        Bridge bridge = view.bridge();

        assertThat(bridge).isNotNull();
        assertThat(bridge.before()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(view.split().rows().stream().map(ValueSplit.PartRow::before).toList())
                .containsExactly(bridge.opening());
        web.perform(get("/value").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("since Mar 31, 2026")));
    }
}
