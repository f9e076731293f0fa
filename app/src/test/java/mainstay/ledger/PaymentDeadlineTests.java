package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mainstay.ledger.PaymentDeadline.Debtor;
import mainstay.shared.Money;
import org.junit.jupiter.api.Test;

class PaymentDeadlineTests {

    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 1);

    @Test
    void large_enterprises_pay_within_sixty_days_of_delivery_and_public_bodies_within_thirty() {
        assertThat(PaymentDeadline.of(Debtor.LARGE_ENTERPRISE, DELIVERED, null))
                .isEqualTo(new PaymentDeadline(LocalDate.of(2026, 4, 30)));
        assertThat(PaymentDeadline.of(Debtor.PUBLIC_BODY, DELIVERED, null))
                .isEqualTo(new PaymentDeadline(LocalDate.of(2026, 3, 31)));
    }

    @Test
    void the_term_runs_from_acceptance_where_that_was_agreed() {
        assertThat(PaymentDeadline.of(Debtor.PUBLIC_BODY, DELIVERED, DELIVERED.plusDays(10)))
                .isEqualTo(new PaymentDeadline(LocalDate.of(2026, 4, 10)));
    }

    @Test
    void deliveries_before_the_order_have_no_deadline_by_it() {
        assertThat(PaymentDeadline.of(Debtor.PUBLIC_BODY, LocalDate.of(2025, 5, 31), null))
                .isNull();
    }

    @Test
    void a_million_late_by_thirty_days_bears_fifteen_thousand() {
        PaymentDeadline deadline = new PaymentDeadline(LocalDate.of(2026, 4, 30));

        assertThat(deadline.interest(Money.of("1000000"), LocalDate.of(2026, 5, 30)))
                .isEqualTo(Money.of("15000"));
        assertThat(deadline.interest(Money.of("1000000"), deadline.day())).isEqualTo(Money.of("0"));
    }
}
