package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whether more always pays more.
class LadderFormTests {

    private static LadderForm form(Spread spread, String... rates) {
        return new LadderForm(
                "Yearly",
                "revenue",
                "year",
                spread.code(),
                "CNY",
                null,
                "2026-01-01",
                "",
                List.of("100000", "500000", "600000"),
                List.of(rates),
                null,
                null);
    }

    private static Set<String> refused(LadderForm form) {
        return form.refusals(new LadderForm.Firm("CNY", 1, List.of())).keySet();
    }

    @Test
    void on_the_whole_a_lower_rate_would_pay_less_for_more() {
        assertThat(refused(form(Spread.WHOLE, "2", "1", "3"))).containsExactly("step-2");
        assertThat(refused(form(Spread.WHOLE, "2", "3", "2.5"))).containsExactly("step-3");
        assertThat(refused(form(Spread.WHOLE, "1", "1", "3"))).isEmpty();
    }

    @Test
    void above_the_step_a_lower_rate_adds_less_but_still_adds() {
        assertThat(refused(form(Spread.ABOVE, "3", "2", "1"))).isEmpty();
    }
}
