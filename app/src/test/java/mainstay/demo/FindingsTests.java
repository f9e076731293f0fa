package mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.rating.Ratings;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Two shops of one head office lose money, one account stands alone.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingsTests {
    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Findings findings;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @Autowired Ratings ratings, @TempDir Path files) throws IOException {
        take(desk, files, Kind.ACCOUNTS, "code,name,parent\nHQ,Head Office,\nS1,Shop One,HQ\nS2,Shop Two,HQ\n");
        take(desk, files, Kind.SALES, """
                customer,document,date,amount,cost
                S1,A1,2025-01-11,2000,2500
                S2,B1,2025-01-12,3000,3100
                OWN,C1,2025-01-12,4000,2500
                """);
        ratings.ensureCurrent();
    }

    private static void take(ImportDesk desk, Path files, Kind kind, String text) throws IOException {
        Path file = Files.writeString(files.resolve(kind + ".csv"), text);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(kind))));
    }

    @Test
    void the_terminal_counts_as_the_page_does() throws Exception {
        assertThat(Acting.asOperator(findings::sentences))
                .anySatisfy(
                        line -> assertThat(line).contains("from 2 accounts, groups under common control counted as"))
                .anySatisfy(line -> assertThat(line).contains("1 accounts cost more than they bring, together"));
        web.perform(get("/portfolio").with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("1 accounts lose money")));
    }
}
