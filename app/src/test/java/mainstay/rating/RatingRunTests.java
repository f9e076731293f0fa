package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Story
class RatingRunTests {

    @Autowired
    Ratings ratings;

    @Test
    void an_empty_ledger_has_nothing_to_rate() {
        assertThat(ratings.ensureCurrent()).isFalse();
    }
}
