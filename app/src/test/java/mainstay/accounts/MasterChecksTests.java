package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.accounts.MasterProblem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterChecksTests {

    @Test
    void a_code_counts_once() {
        MasterChecks checks = new MasterChecks(List.of(row(2, "A"), row(3, "A ")));

        assertThat(checks.good()).hasSize(1);
        assertThat(checks.problems())
                .containsExactly(new MasterProblem(3, AccountField.NAME, Reason.REPEATED_CODE, "A"));
    }

    @Test
    void an_account_that_names_itself_as_parent_has_none() {
        assertThat(row(2, "A").under("A", null, null).parent()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01"})
    void a_holding_is_a_percentage(String holding) {
        MasterChecks checks = new MasterChecks(List.of(row(2, "A").under("B", new BigDecimal(holding), null)));

        assertThat(checks.problems()).extracting(MasterProblem::reason).containsExactly(Reason.HOLDING_OUT_OF_RANGE);
    }

    @Test
    void who_hangs_on_a_row_that_falls_falls_too() {
        AccountMaster top = row(2, "TOP").under("NOBODY", null, null);
        AccountMaster middle = row(3, "MIDDLE").under("TOP", null, null);
        AccountMaster other = row(4, "OTHER").under("KNOWN", null, null);
        MasterChecks checks = new MasterChecks(List.of(middle, top, other));

        checks.dropOrphans(asked -> Set.of("KNOWN"));

        assertThat(checks.good()).containsExactly(other);
        assertThat(checks.problems()).extracting(MasterProblem::line).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void an_account_closes_after_it_opened() {
        AccountMaster row = new AccountMaster(
                2,
                "A",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 4, 30),
                null,
                null,
                null);

        assertThat(new MasterChecks(List.of(row)).problems())
                .extracting(MasterProblem::reason)
                .containsExactly(Reason.CLOSED_BEFORE_OPENED);
    }

    private static AccountMaster row(long line, String code) {
        return AccountMaster.named(line, code, null);
    }
}
