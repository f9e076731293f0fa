package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.terms.rebate.Incentive.OfStep;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Accounts that buy ahead of one step of a ladder and not of amounts at which there is none.
@Story
class IncentiveStoryTests {

    @Autowired
    Incentives incentives;

    @Test
    void those_who_buy_ahead_of_a_step_stand_out(@Autowired ImportDesk desk) {
        StringBuilder rows = new StringBuilder("customer,document,date,amount\n");
        for (int i = 0; i < 15; i++) {
            rows.append("AHEAD%d,A%d,2025-05-01,95000\n".formatted(i, i));
            rows.append("AHEAD%d,B%d,2025-12-28,6000\n".formatted(i, i));
            rows.append("CALM%d,C%d,2025-05-01,78000\n".formatted(i, i));
            rows.append("CALM%d,D%d,2025-12-28,500\n".formatted(i, i));
        }
        rows.append("LATER,L,2026-11-13,1\n");
        TermsTestbed.bring(desk, Kind.SALES, rows.toString());

        OfStep step = Acting.asOperator(() -> incentives.of(ladder(Spread.WHOLE)))
                .steps()
                .getFirst();

        assertThat(step.near()).isEqualTo(15);
        assertThat(step.crossed()).isEqualTo(15);
        assertThat(step.jump()).isEqualTo(2_000_0000L);
        assertThat(step.ahead()).isBetween(30_000_0000L, 90_000_0000L);
        assertThat(step.verdict()).isEqualTo("strong");
        assertThat(Acting.asOperator(() -> incentives.of(ladder(Spread.ABOVE)))
                        .steps()
                        .getFirst()
                        .jump())
                .isZero();
    }

    private static Ladder ladder(Spread spread) {
        LadderStep step = new LadderStep(new BigDecimal("100000"), new BigDecimal("0.02"));
        return new Ladder(
                1,
                "Yearly",
                false,
                List.of(),
                1,
                1,
                new LadderRule(Basis.REVENUE, spread, List.of(step)),
                Cycle.YEAR,
                List.of(),
                LocalDate.of(2026, 1, 1),
                null,
                "story",
                null,
                null,
                false);
    }
}
