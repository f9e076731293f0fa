package mainstay.ledger.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class DecimalsProperties {

    @Property
    boolean a_plain_decimal_is_read_exactly(
            @ForAll @BigRange(min = "-9999999999", max = "9999999999") @Scale(7) BigDecimal number)
            throws FieldProblem {
        Assume.that(number.signum() == 0 || number.abs().compareTo(new BigDecimal("0.00005")) >= 0);
        long expected = number.setScale(4, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        return Decimals.scaled(number.toPlainString(), NumberForm.POINT) == expected
                && Decimals.scaled(number.toPlainString().replace('.', ','), NumberForm.COMMA) == expected;
    }

    @Property
    boolean any_text_is_a_number_or_a_problem(@ForAll String text) {
        try {
            Decimals.scaled(text, NumberForm.POINT);
            return true;
        } catch (FieldProblem expected) {
            return true;
        }
    }
}
