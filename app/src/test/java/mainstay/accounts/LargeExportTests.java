package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mainstay.accounts.ListTestbed.Told;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@Story
class LargeExportTests {

    private final ListTestbed list;
    private final Cast cast;

    @Autowired
    LargeExportTests(MockMvc web, Cast cast, AccountMasters masters, BatchNumbers numbers) {
        this.list = new ListTestbed(web, cast, masters, numbers);
        this.cast = cast;
    }

    @Test
    void more_than_one_reading_of_the_database_makes_one_file_without_gaps() throws Exception {
        List<Told> many = new ArrayList<>();
        for (int i = 0; i < 2_300; i++) {
            many.add(new Told("B" + i, "Branch " + i % 7, "Many", null, i % 3 == 0 ? null : (long) i % 5));
        }
        list.bring(many.toArray(Told[]::new));

        List<List<String>> rows = ListExportTests.records(
                list.look(cast.director(), "/accounts/export?region=Many&columns=code&sort=-creditLimit"));
        assertThat(rows).hasSize(2_301).doesNotHaveDuplicates();
        assertThat(list.text(cast.director(), "/accounts?region=Many&page=46&sort=-creditLimit"))
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }
}
