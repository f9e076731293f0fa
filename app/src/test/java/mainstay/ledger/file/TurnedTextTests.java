package mainstay.ledger.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TurnedTextTests {

    @Test
    void a_name_that_turns_other_text_around_is_refused() {
        assertThatThrownBy(() -> Texts.checked("\u202Egnp.exe", FieldType.NAME)).isInstanceOf(FieldProblem.class);
        assertThatThrownBy(() -> Texts.checked("A\u2067B", FieldType.ACCOUNT)).isInstanceOf(FieldProblem.class);
    }

    @Test
    void a_name_that_is_written_from_right_to_left_is_a_name() throws FieldProblem {
        assertThat(Texts.checked("\u200Fשלום", FieldType.NAME)).isEqualTo("\u200Fשלום");
    }
}
