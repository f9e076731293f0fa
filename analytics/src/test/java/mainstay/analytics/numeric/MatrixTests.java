package mainstay.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MatrixTests {

    @Test
    void eigenvalues_ascend() {
        var eigen = Matrix.eigen(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, -5}});

        assertThat(eigen.values()).containsExactly(new double[] {-5, 1, 3}, within(1e-12));
        assertThat(Math.abs(eigen.vectors()[2][0])).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(Math.abs(eigen.vectors()[0][2])).isCloseTo(1, within(1e-12));
    }

    @Test
    void the_inverse_undoes() {
        var matrix = new double[][] {{4, 1}, {1, 3}};
        var inverse = Matrix.eigen(matrix).inverse();

        assertThat(Matrix.times(inverse, Matrix.times(matrix, new double[] {5, -7})))
                .containsExactly(new double[] {5, -7}, within(1e-12));
        assertThat(Matrix.quadratic(matrix, new double[] {1, 2})).isEqualTo(20);
    }

    @Test
    void copies_are_copies() {
        var matrix = new double[][] {{1, 2}, {3, 4}};
        Matrix.copy(matrix)[0][0] = 9;

        assertThat(matrix[0][0]).isEqualTo(1);
    }

    @Test
    void chunks_cover_every_row_once() {
        var rows = 100_000;
        var seen = new AtomicInteger();
        Chunks.work(rows, (from, to) -> seen.addAndGet(to - from));

        assertThat(seen).hasValue(rows);
        assertThat(Chunks.sum(rows, 1, (from, to, sums) -> {
                    for (var i = from; i < to; i++) {
                        sums[0] += i;
                    }
                }))
                .containsExactly(rows * (rows - 1.0) / 2);
        assertThat(Chunks.sum(0, 2, (from, to, sums) -> sums[0] = 1)).containsExactly(0, 0);
    }
}
