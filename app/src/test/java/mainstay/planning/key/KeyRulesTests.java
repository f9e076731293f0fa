package mainstay.planning.key;

import static mainstay.planning.key.AccountFigures.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeyRulesTests {

    private static AccountFigures account(Consumer<AccountFigures> but) {
        AccountFigures figures = new AccountFigures();
        but.accept(figures);
        return figures;
    }

    private static Mark mark(Key key, Consumer<AccountFigures> but) {
        return account(but).mark(key);
    }

    @Test
    void an_account_that_is_kept_well_is_green_all_over() {
        assertThat(new AccountFigures().judge())
                .hasSize(8)
                .allSatisfy(mark -> assertThat(mark.mark()).isEqualTo(Mark.GREEN))
                .allSatisfy(mark -> assertThat(mark.toDo()).isEmpty())
                .extracting(KeyMark::key)
                .containsExactly(Key.values());
    }

    /// The figures of the definition.
    @Test
    void the_worked_example() {
        AccountFigures example = account(a -> {
            a.filled = 8;
            a.fresh = 6;
            a.contactOn = LocalDate.of(2026, 10, 10);
            a.profit = 27L;
        });

        assertThat(example.at(Key.UNDERSTAND).decisive().arguments()).isEqualTo(List.of(0.75, 2));
        assertThat(example.mark(Key.UNDERSTAND)).isEqualTo(Mark.AMBER);
        assertThat(example.at(Key.ARCHIVE).decisive().arguments()).isEqualTo(List.of(0.8, 0.7, 2));
        assertThat(example.mark(Key.ARCHIVE)).isEqualTo(Mark.GREEN);
        assertThat(example.at(Key.PERSISTENCE).decisive().arguments())
                .isEqualTo(List.of(LocalDate.of(2026, 10, 10), 37L, 30));
        assertThat(example.mark(Key.PERSISTENCE)).isEqualTo(Mark.AMBER);
        assertThat(example.at(Key.PROFITABILITY).decisive().arguments()).isEqualTo(List.of(0.03, 0.05));
        assertThat(example.at(Key.PROFITABILITY).checks().getFirst().arguments())
                .isEqualTo(List.of(0.9));
        assertThat(example.mark(Key.PROFITABILITY)).isEqualTo(Mark.AMBER);
    }

    @Test
    void what_nobody_can_know_is_unknown_and_neither_red_nor_green() {
        assertThat(mark(Key.UNDERSTAND, a -> a.filled = 0)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(Key.COMPETITORS, a -> a.rivalsKnown = false)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(Key.PROFITABILITY, a -> a.revenue = null)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(Key.PROFITABILITY, a -> a.knownRevenue = 0L)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(Key.PROFITABILITY, a -> a.knownRevenue = 499L)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(Key.ARCHIVE, a -> a.asked = 0)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(Key.PROCESS, a -> a.toDo = a.judged = 0)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(Key.WIN_WIN, a -> a.needs = 0)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(Key.PERSISTENCE, a -> a.contactOn = null)).isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void what_is_known_to_be_bad_outweighs_what_is_unknown() {
        AccountFigures nobodyKnown = account(a -> {
            a.filled = 0;
            a.people = 0;
        });
        assertThat(nobodyKnown.mark(Key.UNDERSTAND)).isEqualTo(Mark.RED);
        assertThat(nobodyKnown.at(Key.UNDERSTAND).toDo())
                .extracting(KeyCheck::code)
                .containsExactly("freshness", "people");
        assertThat(nobodyKnown.at(Key.UNDERSTAND).decisive().path()).isEqualTo("/accounts/A%201/people");
    }

    @Test
    void a_loss_is_red_and_too_little_margin_amber() {
        assertThat(mark(Key.PROFITABILITY, a -> a.profit = -1L)).isEqualTo(Mark.RED);
        assertThat(mark(Key.PROFITABILITY, a -> a.profit = 0L)).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PROFITABILITY, a -> a.profit = 45L)).isEqualTo(Mark.GREEN);
        assertThat(mark(Key.PROFITABILITY, a -> a.knownRevenue = 799L)).isEqualTo(Mark.AMBER);
    }

    @Test
    void a_plan_has_to_run_to_be_approved_and_to_be_looked_at() {
        assertThat(mark(Key.PLAN, a -> a.plan = null)).isEqualTo(Mark.RED);
        assertThat(mark(Key.PLAN, a -> a.planState = "draft")).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PLAN, a -> a.periodFrom = TODAY.plusDays(1))).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PLAN, a -> a.reviewedOn = TODAY.minusDays(91))).isEqualTo(Mark.GREEN);
        assertThat(mark(Key.PLAN, a -> a.reviewedOn = TODAY.minusDays(92))).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PLAN, a -> a.reviewedOn = TODAY.minusDays(91 + 14))).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PLAN, a -> a.reviewedOn = TODAY.minusDays(91 + 15))).isEqualTo(Mark.RED);
        assertThat(mark(Key.PLAN, a -> a.measured = 0)).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PLAN, a -> a.goals = a.measured = 0)).isEqualTo(Mark.RED);
    }

    @Test
    void work_ages_from_amber_to_red() {
        assertThat(mark(Key.PROCESS, a -> a.overdueSince = TODAY.minusDays(14))).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PROCESS, a -> a.overdueSince = TODAY.minusDays(15))).isEqualTo(Mark.RED);
        assertThat(mark(Key.PROCESS, a -> a.inTime = 4)).isEqualTo(Mark.GREEN);
        assertThat(mark(Key.PROCESS, a -> a.inTime = 3)).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PROCESS, a -> a.inTime = 2)).isEqualTo(Mark.RED);
        assertThat(mark(Key.PROCESS, a -> a.judged = 0)).isEqualTo(Mark.GREEN);
    }

    @Test
    void work_that_was_planned_is_never_said_not_to_have_been() {
        AccountFigures past = account(a -> a.toDo = a.judged = 0);
        assertThat(past.mark(Key.PROCESS)).isEqualTo(Mark.UNKNOWN);
        assertThat(past.at(Key.PROCESS).decisive().whyKey()).isEqualTo("key.overdue.notLately");

        AccountFigures never = account(a -> a.toDo = a.judged = a.works = 0);
        assertThat(never.mark(Key.PROCESS)).isEqualTo(Mark.UNKNOWN);
        assertThat(never.at(Key.PROCESS).decisive().whyKey()).isEqualTo("key.overdue.noWork");
    }

    @Test
    void needs_without_an_answer_age_and_a_goal_of_theirs_is_asked_for() {
        assertThat(mark(Key.WIN_WIN, a -> a.unansweredSince = TODAY.minusDays(30)))
                .isEqualTo(Mark.AMBER);
        assertThat(mark(Key.WIN_WIN, a -> a.unansweredSince = TODAY.minusDays(31)))
                .isEqualTo(Mark.RED);
        assertThat(mark(Key.WIN_WIN, a -> a.shared = 0)).isEqualTo(Mark.AMBER);
    }

    @Test
    void a_contact_that_is_planned_soon_keeps_from_red() {
        assertThat(mark(Key.PERSISTENCE, a -> a.contactOn = TODAY.minusDays(30)))
                .isEqualTo(Mark.GREEN);
        assertThat(mark(Key.PERSISTENCE, a -> a.contactOn = TODAY.minusDays(45)))
                .isEqualTo(Mark.AMBER);
        assertThat(mark(Key.PERSISTENCE, a -> a.contactOn = TODAY.minusDays(46)))
                .isEqualTo(Mark.RED);
        AccountFigures soon = account(a -> {
            a.contactOn = TODAY.minusDays(200);
            a.plannedOn = TODAY.plusDays(14);
        });
        assertThat(soon.mark(Key.PERSISTENCE)).isEqualTo(Mark.AMBER);
        assertThat(soon.at(Key.PERSISTENCE).decisive().whyKey()).isEqualTo("key.contact.planned");
    }

    @Test
    void what_is_known_of_competitors_grows_old() {
        assertThat(mark(Key.COMPETITORS, a -> a.rivalsOldOn = TODAY)).isEqualTo(Mark.AMBER);
        assertThat(mark(Key.COMPETITORS, a -> a.rivalsOldOn = TODAY.minusDays(180)))
                .isEqualTo(Mark.AMBER);
        assertThat(mark(Key.COMPETITORS, a -> a.rivalsOldOn = TODAY.minusDays(181)))
                .isEqualTo(Mark.RED);
        assertThat(mark(Key.COMPETITORS, a -> a.rivalsOldOn = null)).isEqualTo(Mark.GREEN);
        assertThat(mark(Key.COMPETITORS, a -> a.competition = false)).isEqualTo(Mark.AMBER);
    }

    @Test
    void a_key_is_hidden_where_its_sources_are() {
        assertThat(mark(Key.COMPETITORS, a -> a.rivalsSeen = false)).isEqualTo(Mark.HIDDEN);
        AccountFigures card = account(a -> {
            a.level = 1;
            a.asked = a.filled = a.fresh = 0;
            a.hidden = 10;
            a.revenue = null;
        });
        assertThat(card.judge()).extracting(KeyMark::mark).containsOnly(Mark.HIDDEN);
        assertThat(card.judge()).allSatisfy(mark -> assertThat(mark.toDo()).isEmpty());
        assertThat(card.at(Key.PLAN).decisive().whyKey()).isEqualTo("key.hidden");
    }
}
