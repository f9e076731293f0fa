package mainstay.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowSumTests {

    private static RowSum sum(String text, int piece) {
        byte[] bytes = text.getBytes(UTF_8);
        RowSum sum = new RowSum();
        for (int i = 0; i < bytes.length; i += piece) {
            sum.add(bytes, i, Math.min(piece, bytes.length - i));
        }
        return sum;
    }

    private static String checksum(String text) {
        return sum(text, 1_000).checksum();
    }

    @Test
    void order_does_not_matter_and_neither_do_the_pieces_in_which_rows_come() {
        String rows = "1\t砥柱\n2\t\\N\n3\t\n";
        for (int piece = 1; piece < 20; piece++) {
            assertThat(sum(rows, piece).checksum()).isEqualTo(checksum("3\t\n1\t砥柱\n2\t\\N\n"));
            assertThat(sum(rows, piece).rows()).isEqualTo(3);
        }
    }

    @Test
    void a_row_changed_missing_or_twice_shows() {
        assertThat(checksum("a\nb\n"))
                .isNotEqualTo(checksum("a\nc\n"))
                .isNotEqualTo(checksum("a\n"))
                .isNotEqualTo(checksum("a\nb\nb\n"))
                .isNotEqualTo(checksum("ab\n\n"));
        assertThat(checksum("a\na\n")).isNotEqualTo(checksum("b\nb\n"));
    }

    @Test
    void a_row_without_its_end_is_told() {
        assertThat(sum("a\nb", 1).isWhole()).isFalse();
        assertThat(sum("a\nb\n", 1).isWhole()).isTrue();
        assertThat(sum("", 1).isWhole()).isTrue();
    }
}
