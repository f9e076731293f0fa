package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.accounts.Accounts;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.Text;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Rebates that pay together what they earned together: which they are, and what those are told of them who
/// do not see all.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebatePoolSightTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Grants grants;

    @Autowired
    Rebates rebates;

    @Autowired
    Accruals accruals;

    @Autowired
    Accounts accounts;

    @Autowired
    BookingDesk bookings;

    @Autowired
    Approvals approvals;

    @Autowired
    ImportDesk desk;

    @Autowired
    JdbcClient database;

    private TransactionTemplate transactions;
    private RebateTestbed bed;

    @BeforeAll
    void groups_that_buy(@Autowired PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                FIRST,1,2026-03-01,1000
                HEAD,2,2026-03-01,6000
                SON,3,2026-03-01,7000
                DAUGHTER,4,2026-03-01,7000
                QUIET,5,2026-03-01,10000
                WHISPER,6,2026-03-01,10000
                WHOLE,7,2026-05-01,1
                HALF,8,2026-02-01,10000
                HALF,9,2026-08-01,10000
                LENDER,10,2026-03-01,1
                ONE,11,2026-03-01,10000
                OTHER,12,2026-03-01,10000
                ELDER,13,2026-03-01,1
                YOUNGER,14,2026-03-01,5000
                A,15,2026-03-01,1
                B,16,2026-03-01,1
                LAST,17,2026-11-13,1
                SPOKEN,18,2026-03-01,5000
                """);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, """
                code,name,parent,holding
                SON,Son,HEAD,80
                DAUGHTER,Daughter,HEAD,80
                WHISPER,Whisper,QUIET,80
                HALF,Half,WHOLE,80
                ONE,One,LENDER,80
                OTHER,Other,LENDER,80
                YOUNGER,Younger,ELDER,80
                B,Of somebody,A,80
                """);
    }

    private User manager(String name, String... codes) {
        User manager = cast.another(name, name, Role.KAM);
        bed.shown(grants, name, manager, codes);
        return manager;
    }

    private Rebate seen(User reader, String code, String ladder) {
        return cast.as(reader, () -> rebates.of(bed.id(code))).stream()
                .filter(one -> one.ladder().equals(ladder))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_group_has_earned_cannot_be_reckoned_back_from_what_a_member_owes() throws Exception {
        bed.ladder("Of the son", "year", "2026-01-01", 10, 0.08);
        bed.agree("SON", "Of the son", "2026-01-01", false);
        bed.book(bed.of("SON", "Of the son", "2026-01-01"), "payout", 500_0000L);
        bed.ladder("Of the group", "year", "2026-01-01", 10, 0.01);
        bed.agree("HEAD", "Of the group", "2026-01-01", true);
        assertThat(bed.of("SON", "Of the son", "2026-01-01").owed()).isEqualTo(300_0000L);

        User part = manager("part", "HEAD", "SON");
        assertThat(seen(part, "HEAD", "Of the group").withheld()).isTrue();
        Rebate son = seen(part, "SON", "Of the son");
        assertThat(son.owed()).isNull();
        assertThat(son.covered()).isZero();
        web.perform(get(son.path()).locale(Locale.ENGLISH).with(cast.signedIn(part)))
                .andExpect(content().string(containsString("500.00 more is paid out here than earned")))
                .andExpect(content().string(not(containsString("200.00"))))
                .andExpect(content().string(not(containsString("300.00"))));

        User all = manager("all", "HEAD", "SON", "DAUGHTER");
        assertThat(seen(all, "SON", "Of the son").owed()).isEqualTo(300_0000L);
    }

    private void confidential(String name, double rate, String roles) {
        bed.ladder(name, "year", "2026-01-01", 10, rate);
        bed.inside(
                "update terms.ladder set confidential = true, roles = '{%s}' where name = '%s'".formatted(roles, name));
    }

    @Test
    void accounts_unseen_make_a_confidential_rebate_unknown_and_ladders_unknown_do_not() {
        confidential("Whispered", 0.05, "director,kam,controller");
        bed.agree("WHISPER", "Whispered", "2026-01-01", false);
        bed.book(bed.of("WHISPER", "Whispered", "2026-01-01"), "payout", 500_0000L);
        confidential("Unspoken", 0.05, "director,kam");
        bed.agree("QUIET", "Unspoken", "2026-01-01", true);
        assertThat(bed.of("WHISPER", "Whispered", "2026-01-01").owed())
                .as("the group earns 1,000")
                .isZero();

        User manager = manager("hushed", "WHISPER");
        assertThat(seen(manager, "WHISPER", "Whispered").owed())
                .as("what covers it lies with an account unseen")
                .isNull();
        assertThat(seen(cast.controller(), "WHISPER", "Whispered").owed())
                .as("the other ladder does not exist for this role")
                .isEqualTo(500_0000L);
    }

    @Test
    void of_a_rebate_that_few_know_mails_and_calendars_say_no_more_than_that_it_waits(@Autowired RebateWork work) {
        confidential("Unheard", 0.05, "director,kam");
        bed.agree("LAST", "Unheard", "2026-01-01", false);
        bed.book(bed.of("LAST", "Unheard", "2026-01-01"), "payout", 500_0000L);
        bed.ladder("Heard", "year", "2026-01-01", 10, 0.05);
        bed.agree("SPOKEN", "Heard", "2026-01-01", false);
        bed.book(bed.of("SPOKEN", "Heard", "2026-01-01"), "payout", 500_0000L);

        Map<String, Work> waiting =
                cast
                        .as(cast.director(), () -> Objects.requireNonNull(transactions.execute(status -> work.work())))
                        .stream()
                        .collect(Collectors.toMap(
                                one -> one.subject().substring(0, one.subject().indexOf('/')),
                                Function.identity(),
                                (a, b) -> a));
        Work quiet = Objects.requireNonNull(waiting.get("LAST"));
        assertThat(quiet.reasonArguments().toString()).contains("Unheard");
        Work told = quiet.told();
        assertThat(told.titleKey()).isEqualTo("work.rebate.outside");
        assertThat(told.titleArguments()).isEmpty();
        assertThat(told.reasonArguments()).isEmpty();
        assertThat(told.money()).isNull();
        assertThat(told.link()).isEqualTo("/today");
        Work open = Objects.requireNonNull(waiting.get("SPOKEN"));
        assertThat(open.told().reasonArguments().toString()).contains("Heard");
    }

    private void until(String ladder, String last) {
        bed.inside("update terms.agreement set valid_until = '%s' where word = '%s'".formatted(last, ladder));
    }

    @Test
    void ladders_of_other_months_share_no_purchases() {
        bed.ladder("First quarter", "year", "2026-01-01", 10, 0.04);
        bed.agree("HALF", "First quarter", "2026-01-01", false);
        until("First quarter", "2026-03-31");
        bed.book(bed.of("HALF", "First quarter", "2026-01-01"), "payout", 400_0000L);
        bed.ladder("Same quarter", "year", "2026-01-01", 10, 0.03);
        bed.agree("WHOLE", "Same quarter", "2026-01-01", true);
        until("Same quarter", "2026-03-31");
        bed.ladder("Second half", "year", "2026-01-01", 10, 0.1);
        bed.agree("HALF", "Second half", "2026-07-01", false);

        assertThat(bed.of("HALF", "Second half", "2026-01-01").payable()).isEqualTo(1_000_0000L);
        assertThat(bed.of("WHOLE", "Same quarter", "2026-01-01").earned()).isEqualTo(300_0000L);
        assertThat(bed.of("WHOLE", "Same quarter", "2026-01-01").payable()).isZero();
        assertThat(bed.of("HALF", "First quarter", "2026-01-01").owed()).isEqualTo(100_0000L);
    }

    private Map<String, Text> asked(String code, Rebate rebate, String amount) {
        return cast.as(
                cast.director(),
                () -> bookings.payOut(
                        accounts.byCode(code).orElseThrow(), rebate, new BookingForm(amount, "Year end", null, null)));
    }

    private ResultActions granted(String code) throws Exception {
        String request = Acting.asOperator(() -> approvals.ofAccount(bed.id(code), 1))
                .getFirst()
                .path();
        return web.perform(post(request + "/decisions")
                .param("decision", "granted")
                .param("remark", "as reckoned")
                .locale(Locale.ENGLISH)
                .with(cast.signedIn(cast.controller())));
    }

    @Test
    void of_two_payouts_that_wait_the_first_that_fits_is_booked() throws Exception {
        bed.ladder("Lent", "year", "2026-01-01", 10, 0.01);
        bed.agree("LENDER", "Lent", "2026-01-01", true);
        bed.book(bed.of("LENDER", "Lent", "2026-01-01"), "payout", 100_0000L);
        bed.ended("Lent");
        bed.ladder("Apart", "year", "2026-01-01", 10, 0.01);
        bed.agree("ONE", "Apart", "2026-01-01", false);
        bed.agree("OTHER", "Apart", "2026-01-01", false);
        cast.controller();
        assertThat(asked("ONE", bed.of("ONE", "Apart", "2026-01-01"), "60")).isEmpty();
        assertThat(asked("OTHER", bed.of("OTHER", "Apart", "2026-01-01"), "30")).isEmpty();
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                ONE,R1,2026-04-01,-2000
                OTHER,R2,2026-04-01,-2000
                """);
        Rebate one = bed.of("ONE", "Apart", "2026-01-01");
        assertThat(one.earned()).isEqualTo(80_0000L);
        assertThat(one.against())
                .as("160 earned, 100 paid, 30 asked for elsewhere")
                .isEqualTo(50_0000L);
        assertThat(one.againstBooked()).isEqualTo(20_0000L);

        granted("ONE").andExpect(status().is3xxRedirection());
        assertThat(bed.of("ONE", "Apart", "2026-01-01").paid()).isEqualTo(60_0000L);
        granted("OTHER").andExpect(status().isConflict());
    }

    private String written(String code) {
        accruals.ensureCurrent();
        return Acting.asOperator(() -> Objects.requireNonNull(transactions.execute(status -> database.sql("""
                                select string_agg(a.xmin::text || ' ' || a.pool, ',' order by a.ladder_id) as written
                                from terms.accrual a where a.account_id = :account
                                """)
                .param("account", bed.id(code))
                .query((row, number) -> row.getString("written"))
                .single())));
    }

    @Test
    void a_pool_stays_what_it_is_when_another_is_found_before_it() {
        bed.ladder("Younger", "year", "2026-01-01", 10, 0.05);
        bed.agree("YOUNGER", "Younger", "2026-01-01", false);
        bed.book(bed.of("YOUNGER", "Younger", "2026-01-01"), "payout", 50_0000L);
        bed.ladder("Elder", "year", "2026-01-01", 10, 0.01);
        bed.agree("ELDER", "Elder", "2026-01-01", true);
        String before = written("YOUNGER");
        assertThat(before).isNotNull();

        bed.ladder("Of the first", "year", "2026-01-01", 10, 0.05);
        bed.agree("FIRST", "Of the first", "2026-01-01", false);
        bed.book(bed.of("FIRST", "Of the first", "2026-01-01"), "payout", 50_0000L);
        bed.ended("Of the first");
        bed.ladder("Then", "year", "2026-01-01", 10, 0.01);
        bed.agree("FIRST", "Then", "2026-01-01", false);
        assertThat(bed.of("FIRST", "Then", "2026-01-01").against()).isEqualTo(50_0000L);

        assertThat(written("YOUNGER")).isEqualTo(before);
    }

    /// Pairs of accounts whose numbers add up to the same, however one is multiplied.
    @Test
    void another_parent_makes_rebates_be_reckoned_anew_whatever_the_numbers_of_the_accounts() {
        bed.ladder("House", "year", "2026-01-01", 10, 0.01);
        bed.agree("A", "House", "2026-01-01", true);
        accruals.ensureCurrent();
        long child = bed.id("B");
        long parent = bed.id("A");
        long other = parent - 7;
        bed.inside(
                "insert into accounts.account (id, code, name, source) overriding system value select %d, 'C', 'C', '' where not exists (select 1 from accounts.account where id = %d)"
                        .formatted(child + 1, child + 1),
                "insert into accounts.account (id, code, name, source) overriding system value select %d, 'D', 'D', '' where not exists (select 1 from accounts.account where id = %d)"
                        .formatted(other, other));
        accruals.ensureCurrent();
        assertThat(accruals.isDue()).isFalse();

        bed.inside(
                "update accounts.parent_link set child_id = %d, parent_id = %d where child_id = %d and parent_id = %d"
                        .formatted(child + 1, other, child, parent));

        assertThat(accruals.isDue()).isTrue();
    }
}
