package mainstay.planning.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.planning.Written;
import mainstay.planning.plan.PlanStart;
import mainstay.planning.work.ItemEffect;
import mainstay.planning.work.ItemEffects;
import mainstay.planning.work.WorkItemDesk;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Twenty alike accounts, and one for which something was done that doubled its sales from May 2026 on.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectRunTests {

    private static final LocalDate NAMED = LocalDate.of(2026, 4, 20);

    @Autowired
    ImportDesk imports;

    @Autowired
    Archive archive;

    @Autowired
    PlanStart start;

    @Autowired
    WorkItemDesk desk;

    @Autowired
    ItemEffects effects;

    @Autowired
    EffectRun run;

    @Autowired
    EffectOverview overview;

    @Autowired
    PersonBench people;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @BeforeAll
    void ledger() {
        cast.director();
        TermsTestbed.bring(imports, Kind.SALES, sales("E", 21, LocalDate.of(2026, 10, 31)));
    }

    /// Sales of 1,000 a month and a little more or less; twice as much for the first account from May 2026 on.
    private static String sales(String prefix, int accounts, LocalDate until) {
        StringBuilder rows = new StringBuilder("customer,document,line,date,amount\n");
        for (int account = 0; account < accounts; account++) {
            LocalDate month = LocalDate.of(2025, 5, 1);
            for (int i = 0; !month.plusMonths(1).minusDays(1).isAfter(until); i++) {
                int amount = 1000 + 37 * ((7 * account + 5 * i) % 11) - 200;
                boolean treated = account == 0 && !month.isBefore(LocalDate.of(2026, 5, 1));
                LocalDate day = month.plusMonths(1).minusDays(1);
                rows.append("%s%d,%s%d-%d,1,%s,%d%n"
                        .formatted(prefix, account, prefix, account, i, day, treated ? 2 * amount : amount));
                month = month.plusMonths(1);
            }
        }
        return rows.toString();
    }

    private long plan(String code) {
        return Acting.asOperator(() -> start.start(
                        archive.card(code),
                        Written.fresh(Map.of(
                                "playbook",
                                "empty",
                                "title",
                                "Plan " + code,
                                "periodFrom",
                                "2026-01-01",
                                "periodTo",
                                "2026-12-31")),
                        Locale.ENGLISH)
                .orElseThrow());
    }

    private long tested(String code, String from, int months, LocalDate named) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "title",
                "Train their people",
                "form",
                "training",
                "state",
                "done",
                "startsOn",
                "2026-04-01",
                "dueOn",
                "2026-04-30",
                "standard",
                "seen",
                "metric",
                "revenue",
                "effectFrom",
                from,
                "effectMonths",
                String.valueOf(months)));
        String person = String.valueOf(cast.director().id());
        fields.put("responsible", person);
        fields.put("accountable", person);
        Written form = Written.fresh(fields);
        long plan = plan(code);
        return Acting.asOperator(() -> desk.add(plan, form, named))
                .orElseThrow(() -> new AssertionError(form.refusals()));
    }

    private ItemEffect effect(long item) {
        return Acting.asOperator(() -> effects.of(item)).orElseThrow();
    }

    private int measure() {
        return Acting.asOperator(run::run);
    }

    @Test
    void what_doubled_sales_is_found_and_what_did_nothing_is_not() throws Exception {
        long doubled = tested("E0", "2026-05", 6, NAMED);
        long nothing = tested("E5", "2026-05", 6, NAMED);
        long unfinished = tested("E6", "2026-09", 6, NAMED);
        measure();

        assertThat(effect(doubled).verdict()).isEqualTo("up");
        assertThat(effect(doubled).share()).isCloseTo(1, within(0.15));
        assertThat(effect(doubled).low()).isPositive();
        assertThat(effect(doubled).comparables()).isBetween(14, 18);
        assertThat(effect(nothing).verdict()).isEqualTo("none");
        assertThat(Acting.asOperator(() -> effects.of(unfinished))).isEmpty();

        String page = web.perform(
                        get("/work-items/" + doubled).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("effect up", "with a confidence of 90", "comparable accounts");
        String overview = web.perform(
                        get("/plans/effects").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(overview).contains("training", "sales");
        assertThat(people.count(cast.viewer(), "select count(*) from planning.effect"))
                .isZero();
    }

    @Test
    void nothing_is_measured_twice_while_the_ledger_stands_still() {
        long item = tested("E7", "2026-05", 6, NAMED);
        assertThat(measure()).isPositive();
        assertThat(measure()).isZero();
        TermsTestbed.bring(imports, Kind.SALES, "customer,document,line,date,amount\nE8,E8-X,1,2026-10-30,5\n");
        assertThat(measure()).isPositive();
        assertThat(effect(item).verdict()).isEqualTo("none");
    }

    @Test
    void an_account_without_a_past_says_so() {
        TermsTestbed.bring(imports, Kind.SALES, "customer,document,line,date,amount\nEN,EN-1,1,2026-05-02,500\n");
        long item = tested("EN", "2026-05", 6, NAMED);
        measure();

        assertThat(effect(item).verdict()).isEqualTo("unknown");
        assertThat(effect(item).lack()).isEqualTo("before");
        assertThat(effect(item).found()).isZero();
        assertThat(effect(item).change()).isNull();
    }

    @Test
    void work_that_was_dropped_says_nothing_of_its_kind() {
        String item = " where id = " + tested("E11", "2026-05", 5, NAMED);
        String owner = StoryDatabase.ownerUrl();
        TestServer.executeAt(owner, "update planning.work_item set form = 'discussion'" + item);
        measure();
        assertThat(Acting.asOperator(overview::kinds))
                .extracting(EffectOverview.Kind::form)
                .contains("discussion");

        TestServer.executeAt(owner, "update planning.work_item set state = 'dropped', done_on = null" + item);
        assertThat(Acting.asOperator(overview::kinds))
                .extracting(EffectOverview.Kind::form)
                .doesNotContain("discussion");
    }

    @Test
    void only_tests_that_were_named_beforehand_count_in_the_overview() {
        long late = tested("E9", "2026-05", 5, LocalDate.of(2026, 9, 1));
        measure();

        assertThat(effect(late).isMeasured()).isTrue();
        assertThat(people.count(
                        cast.director(),
                        "select count(*) from planning.work_item where named_on >= effect_from and id = " + late))
                .isEqualTo(1);
    }
}
