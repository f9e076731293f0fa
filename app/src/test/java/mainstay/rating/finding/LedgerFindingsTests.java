package mainstay.rating.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.ledger.file.Kind;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/// What the six tests find in a ledger that ends on 30 September 2026, with the worked examples of the definition.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerFindingsTests {
    @Autowired
    FindingLedger ledger;

    @Autowired
    FindingDesk desk;

    @Autowired
    Suspicions suspicions;

    @Autowired
    LineRows lines;

    @Autowired
    JsonMapper json;

    @BeforeAll
    void a_ledger() {
        prices();
        territories();
        sellOut();
        returns();
        spikes();
        neighbours();
        ledger.look();
    }

    private void prices() {
        ledger.bring(Kind.PRODUCTS, """
                code,name,floor price,unit
                BOXED,Goods in boxes,10,piece
                LOOSE,Goods by weight,10,kg
                """);
        ledger.sell("""
                CHEAP,P1,invoice,2026-08-03,A,10,,95,950,100,
                CHEAP,P2,invoice,2026-08-04,A,5,,90,450,100,
                CHEAP,P3,invoice,2026-08-05,A,4,,100,400,100,
                CHEAP,P4,credit note,2026-08-20,A,-5,,90,-450,,
                FAIR,P5,invoice,2026-08-03,A,10,,100,1000,100,
                FAIR,P6,invoice,2026-08-04,A,10,,99.9999,1000,100,
                BOX,P7,invoice,2026-08-05,BOXED,2,box,108,216,,
                BOX,P8,invoice,2026-08-06,LOOSE,2,sack,1,2,,
                PART,P9,invoice,2026-08-03,A,10,,90,900,100,
                PART,P10,credit note,2026-08-09,A,-4,,90,-360,,
                EARLY,P11,credit note,2026-08-01,A,-10,,90,-900,,
                EARLY,P12,invoice,2026-08-03,A,10,,90,900,100,
                """);
        ledger.run("""
                insert into ledger.unit_factor (product_id, unit, base, factor, by_user, since)
                select id, 'box', 'piece', 12, 'test', now() from ledger.pub_product where code = 'BOXED'
                """);
    }

    private void territories() {
        ledger.bring(Kind.ACCOUNTS, "code,name,category\nSTAY,Stays,T\nROAM,Roams,T\nFREE,Free,T\nPOST,Post,T\n");
        ledger.bring(Kind.TERRITORIES, """
                region,parent,name,customer
                East,,East,
                Shanghai,East,Shanghai,
                East,,East,STAY
                East,,East,ROAM
                20*,,Postcodes 20,POST
                """);
        ledger.sell("""
                STAY,T1,invoice,2026-08-03,A,1,,900,900,,East
                STAY,T2,invoice,2026-08-03,A,1,,60,60,,Shanghai
                ROAM,T3,invoice,2026-08-03,A,1,,960,960,,Shanghai
                ROAM,T4,invoice,2026-08-04,A,1,,100,100,,West
                ROAM,T5,invoice,2026-08-05,A,1,,80,80,,West
                ROAM,T6,invoice,2026-08-06,A,1,,60,60,,West
                FREE,T7,invoice,2026-08-06,A,1,,500,500,,West
                POST,T8,invoice,2026-08-06,A,1,,500,500,,200120
                """);
    }

    private void sellOut() {
        ledger.sell("""
                MIXED,S0,invoice,2026-07-06,D,100,kg,10,1000,,
                MIXED,SX,invoice,2026-07-07,D,100,box,10,1000,,
                HOARD,S1,invoice,2026-07-06,D,100,,10,1000,,
                HOARD,S2,invoice,2026-08-06,D,100,,10,1000,,
                HOARD,S3,invoice,2026-09-07,D,100,,10,1000,,
                SILENT,S4,invoice,2026-07-06,D,100,,10,1000,,
                SILENT,S5,invoice,2026-08-06,D,100,,10,1000,,
                SILENT,S6,invoice,2026-09-07,D,100,,10,1000,,
                STOCKED,S7,invoice,2026-07-06,D,300,,10,3000,,
                """);
        ledger.bring(Kind.SELLOUT, """
                dealer,product,month,quantity,stock
                MIXED,D,2026-06,30,0
                MIXED,D,2026-07,30,0
                HOARD,D,2026-06,30,20
                HOARD,D,2026-07,30,30
                HOARD,D,2026-08,30,30
                HOARD,D,2026-09,30,40
                SILENT,D,2026-07,30,
                SILENT,D,2026-08,30,
                SILENT,D,2026-09,30,
                STOCKED,D,2026-06,10,0
                STOCKED,D,2026-07,100,200
                STOCKED,D,2026-08,100,100
                STOCKED,D,2026-09,100,0
                """);
    }

    private void returns() {
        StringBuilder accounts = new StringBuilder("code,name,category\n");
        StringBuilder sales = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            String code = i == 9 ? "BACK" : "PEER" + i;
            accounts.append("%s,%s,Peers%n".formatted(code, code));
            sales.append("%s,R%d,invoice,2026-08-03,A,100,,10,1000,,%n".formatted(code, i));
            int back = i == 9 ? 50 : 20;
            for (int note = 1; note <= (i == 9 ? 3 : 1); note++) {
                sales.append("%s,R%dC%d,credit note,2026-08-1%d,B,-1,,%d,-%d,,%n"
                        .formatted(code, i, note, note, back, back));
            }
        }
        ledger.bring(Kind.ACCOUNTS, accounts.toString());
        ledger.sell(sales.toString());
    }

    private void spikes() {
        StringBuilder sales = new StringBuilder();
        LocalDate day = LocalDate.of(2026, 3, 2);
        for (int week = 0; !day.isAfter(LocalDate.of(2026, 9, 30)); week++, day = day.plusWeeks(1)) {
            sales.append("PUSH,W%d,invoice,%s,A,1,,260,260,,%n".formatted(week, day));
        }
        for (int month = 3; month <= 9; month++) {
            LocalDate last = LocalDate.of(2026, month, 1).plusMonths(1).minusDays(1);
            sales.append("HABIT,H%d,invoice,%s,A,1,,1000,1000,,%n".formatted(month, last));
        }
        sales.append("PUSH,W99,invoice,2026-09-29,A,1,,1300,1300,,\n");
        ledger.sell(sales.toString());
    }

    private void neighbours() {
        ledger.bring(Kind.TERRITORIES, "region,customer\nNorth,HOME\nSouth,AWAY\n");
        StringBuilder sales = new StringBuilder();
        LocalDate day = LocalDate.of(2026, 3, 30);
        for (int week = 0; week < 26; week++, day = day.plusWeeks(1)) {
            boolean taken = week >= 18 && week < 22;
            sales.append("HOME,N%d,invoice,%s,A,1,,1000,%d,,North%n".formatted(week, day, taken ? 400 : 1000));
            sales.append("AWAY,M%d,invoice,%s,A,1,,1000,1000,,South%n".formatted(week, day));
            if (taken) {
                sales.append("AWAY,O%d,invoice,%s,A,1,,500,500,,North%n".formatted(week, day));
            }
        }
        ledger.sell(sales.toString());
    }

    private static long units(long whole) {
        return whole * 10_000;
    }

    @Test
    void a_line_below_the_floor_counts_and_one_that_was_credited_does_not() {
        Finding found = ledger.one("CHEAP", "floorPrice");

        assertThat(found.money()).isEqualTo(units(50));
        assertThat(found.evidence()).isEqualTo(1);
        assertThat(found.strength()).isEqualTo(Strength.HINT);
        assertThat(found.figures().exact("lines")).isEqualTo(3);
        assertThat(100.0 * found.evidence() / found.figures().exact("lines")).isCloseTo(33.3, within(0.05));
        assertThat(found.from()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void what_is_credited_in_part_counts_for_the_rest() {
        assertThat(ledger.one("PART", "floorPrice").money()).isEqualTo(units(60));
    }

    @Test
    void a_credit_note_takes_nothing_back_that_was_sold_after_it() {
        assertThat(ledger.one("EARLY", "floorPrice").money()).isEqualTo(units(100));
    }

    @Test
    void a_line_at_its_floor_or_a_cent_below_is_nothing() {
        assertThat(ledger.found("FAIR", "floorPrice")).isNull();
    }

    @Test
    void a_floor_price_of_a_piece_holds_for_the_pieces_in_a_box_and_not_for_what_cannot_be_compared() {
        Finding found = ledger.one("BOX", "floorPrice");

        assertThat(found.money()).isEqualTo(units(24));
        assertThat(found.figures().exact("lines")).isEqualTo(1);
    }

    @Test
    void goods_outside_the_territory_are_found_and_those_in_a_part_of_it_are_not() {
        Finding found = ledger.one("ROAM", "territory");

        assertThat(found.money()).isEqualTo(units(240));
        assertThat(found.strength()).isEqualTo(Strength.STRONG);
        assertThat(found.figures().text("regions")).isEqualTo("West");
        assertThat(ledger.found("STAY", "territory")).isNull();
    }

    @Test
    void an_account_without_a_territory_sells_anywhere_and_postcodes_may_be_a_territory() {
        assertThat(ledger.found("FREE", "territory")).isNull();
        assertThat(ledger.found("POST", "territory")).isNull();
    }

    @Test
    void what_is_neither_sold_on_nor_in_stock_is_missing() {
        Finding found = ledger.one("HOARD", "soldOn");

        assertThat(found.money()).isEqualTo(units(1900));
        assertThat(found.strength()).isEqualTo(Strength.STRONG);
        assertThat(ledger.found("STOCKED", "soldOn")).isNull();
    }

    @Test
    void a_report_without_a_unit_is_counted_once_beside_purchases_in_two() {
        assertThat(ledger.one("MIXED", "soldOn").money()).isEqualTo(units(1700));
    }

    @Test
    void without_a_report_of_the_stock_it_is_likely_at_most() {
        Finding found = ledger.one("SILENT", "soldOn");

        assertThat(found.money()).isEqualTo(units(2100));
        assertThat(found.strength()).isEqualTo(Strength.LIKELY);
    }

    @Test
    void more_returns_than_the_peers_have_are_money_above_their_median() {
        Finding found = ledger.one("BACK", "returns");

        assertThat(found.money()).isEqualTo(units(130));
        assertThat(found.strength()).isEqualTo(Strength.STRONG);
        assertThat(found.figures().exact("median")).isEqualTo(0.02);
        assertThat(ledger.found("PEER1", "returns")).isNull();
    }

    @Test
    void a_spike_is_many_usual_weeks_and_without_steps_it_is_likely_at_most() {
        Finding found = ledger.one("PUSH", "spike");

        assertThat(found.figures().text("last")).isEqualTo("2026-09-30");
        assertThat(found.figures().exact("times")).isEqualTo(6.0);
        assertThat(found.strength()).isEqualTo(Strength.LIKELY);
        assertThat(found.figures().text("step")).isEqualTo("unknown");
    }

    @Test
    void a_spike_that_reaches_a_rebate_step_may_be_strong_and_another_is_a_hint() {
        Suspicion reached = spike(units(4_000));
        assertThat(reached.most()).isEqualTo(Strength.STRONG);
        assertThat(reached.figures()).containsEntry("step", "reached").containsEntry("reached", units(4_000));

        for (long missed : List.of(units(3_000), units(9_000))) {
            assertThat(spike(missed).most()).isEqualTo(Strength.HINT);
            assertThat(spike(missed).figures()).containsEntry("step", "none");
        }
    }

    /// By the end of September it had bought for 3,120 until a week before, and for 4,680 in all of the quarter.
    private Suspicion spike(long step) {
        long push = ledger.one("PUSH", "spike").account();
        RebateSteps steps = new RebateSteps() {
            @Override
            public List<RebateStep> endingBetween(LocalDate from, LocalDate to) {
                return List.of(new RebateStep(push, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), step));
            }

            @Override
            public long revision() {
                return 1;
            }
        };
        SpikeTest test = new SpikeTest(
                suspicions,
                lines,
                new StaticListableBeanFactory(Map.of("steps", steps)).getBeanProvider(RebateSteps.class),
                json);
        LocalDate asOf = LocalDate.of(2026, 9, 30);
        return ledger.ask(() -> test.look(Examined.of(Quarter.of(asOf), asOf))).stream()
                .filter(one -> one.account() == push)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_always_buys_at_the_end_of_a_month_has_no_spike() {
        assertThat(ledger.found("HABIT", "spike")).isNull();
    }

    @Test
    void a_gain_abroad_in_the_weeks_of_a_loss_at_home_is_found() {
        Finding found = ledger.one("AWAY", "neighbour");

        assertThat(found.money()).isEqualTo(units(2000));
        assertThat(found.strength()).isEqualTo(Strength.STRONG);
        assertThat(found.figures().text("region")).isEqualTo("North");
        assertThat(found.figures().exact("fall")).isEqualTo(0.6);
        assertThat(ledger.found("HOME", "neighbour")).isNull();
    }

    @Test
    void every_finding_opens_to_as_many_rows_as_it_names() {
        rows("CHEAP", "floorPrice", 1);
        rows("ROAM", "territory", 3);
        rows("HOARD", "soldOn", 1);
        rows("BACK", "returns", 3);
        rows("PUSH", "spike", 2);
        rows("AWAY", "neighbour", 4);
    }

    private void rows(String account, String test, int rows) {
        long id = ledger.one(account, test).id();
        @Nullable Evidence evidence = Acting.asOperator(() -> desk.view(id)).evidence();

        assertThat(evidence.rows()).as(test).hasSize(rows);
    }
}
