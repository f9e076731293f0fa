package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/// Figures and choices that are kept for those who see the whole firm are never shown to anybody else, and never
/// longer than they are true.
@Story
class KeptForAllTests {

    private final MockMvc web;
    private final Cast cast;
    private final ImportDesk imports;
    private int written;

    @TempDir
    Path files;

    @Autowired
    KeptForAllTests(MockMvc web, Cast cast, ImportDesk imports) {
        this.web = web;
        this.cast = cast;
        this.imports = imports;
    }

    @BeforeEach
    void two_accounts_of_which_one_has_a_manager() throws IOException {
        cast.keyAccountManager();
        bring(Kind.ACCOUNTS, "code,name,region,manager,managerName\nOWN,Own,Harbour,LI,李经理\nFAR,Far,Hills,,\n");
        bring(Kind.SALES, "customer,document,date,amount\nOWN,K-1,2026-10-01,10\nFAR,K-2,2026-10-01,90\n");
    }

    @Test
    void nobody_sees_what_was_kept_for_another_and_changes_show_at_once() throws Exception {
        assertThat(revenue(cast.director())).isEqualTo(100);
        assertThat(revenue(cast.keyAccountManager())).isEqualTo(10);
        assertThat(revenue(cast.director())).isEqualTo(100);
        assertThat(regions(cast.director())).contains("Harbour", "Hills");
        assertThat(regions(cast.keyAccountManager())).contains("Harbour").doesNotContain("Hills");

        bring(Kind.SALES, "customer,document,date,amount\nFAR,K-3,2026-10-02,5\n");
        assertThat(revenue(cast.controller())).isEqualTo(105);
        assertThat(revenue(cast.keyAccountManager())).isEqualTo(10);

        bring(Kind.ACCOUNTS, "code,name,region,manager,managerName\nNEW,New,Islands,LI,李经理\n");
        assertThat(regions(cast.director())).contains("Harbour", "Hills", "Islands");
        assertThat(regions(cast.keyAccountManager()))
                .contains("Harbour", "Islands")
                .doesNotContain("Hills");
    }

    private double revenue(User reader) throws Exception {
        String json = web.perform(get("/api/v1/portfolio").header("Authorization", "Bearer " + cast.token(reader)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(json).get("revenue").asDouble();
    }

    private String regions(User reader) throws Exception {
        return web.perform(get("/accounts").with(cast.signedIn(reader)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void bring(Kind kind, String text) throws IOException {
        Path file = Files.writeString(files.resolve(written++ + ".csv"), text);
        Status status = Acting.asOperator(() -> imports.run(ImportRequest.of(file, MappingWish.of(kind))))
                .status();
        assertThat(status).isIn(Status.DONE, Status.ALREADY_IMPORTED);
    }
}
