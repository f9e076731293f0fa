package mainstay.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What a survivor has from the account that was merged into it: values, addresses and names.
@Story
class TakenOverTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    ImportDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    MergePreviews previews;

    @Autowired
    MergeBench merges;

    @Autowired
    AccountSearch search;

    @TempDir
    Path folder;

    private int files;

    @Test
    void terms_taken_over_end_where_a_newer_file_has_none_for_the_survivor() throws IOException {
        bring("code,creditLimit,paymentTerm\nT-OLD,50000,60\nT-NEW,,\n");
        assertThat(merges.merge("T-NEW", "T-OLD")).isPresent();
        assertThat(terms("T-NEW")).isEqualTo("500000000 60");

        bring("code,creditLimit\nT-NEW,\n");
        assertThat(terms("T-NEW")).isEqualTo("null 60");
        bring("code,creditLimit,paymentTerm\nT-OLD,70000,30\nT-NEW,,\n");
        assertThat(terms("T-NEW")).isEqualTo("700000000 30");
        assertThat(merges.restoreAll()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_preview_says_what_the_merge_does(long seed) throws Exception {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String survivor = "S" + seed;
        String[] merged = {"A" + seed, "B" + seed};
        for (int file = 0; file < 3; file++) {
            bring("code,category,region,manager,creditLimit,paymentTerm,openedOn\n" + row(survivor, chance)
                    + row(merged[0], chance) + row(merged[1], chance));
            if (card(survivor).managerCode() != null && chance.nextBoolean()) {
                leaveToNobody(survivor);
            }
        }
        for (String code : merged) {
            AccountCard promised =
                    Acting.asOperator(() -> previews.of(card(survivor), code)).after();
            assertThat(merges.merge(survivor, code)).isPresent();
            assertThat(card(survivor)).isEqualTo(promised);
        }
    }

    @Test
    void a_form_filled_in_for_a_merged_account_changes_nothing_and_leads_to_the_one_that_stands_for_it()
            throws Exception {
        bring("code,name\nP-OLD,Old\nP-NEW,New\n");
        assertThat(merges.merge("P-NEW", "P-OLD")).isPresent();
        for (String rest :
                new String[] {"/parents", "/members", "/parents/end?from=2026-01-01", "/name", "/closings"}) {
            web.perform(post("/accounts/P-OLD" + rest)
                            .param("parent", "X")
                            .param("member", "X")
                            .param("name", "X")
                            .param("on", "2026-01-01")
                            .param("reason", "X")
                            .with(cast.signedIn(cast.controller())))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(redirectedUrl("/accounts/P-NEW"));
        }
        assertThat(card("P-NEW").name()).isEqualTo("New");
        web.perform(get("/accounts/P-OLD/group?on=2026-01-01").with(cast.signedIn(cast.viewer())))
                .andExpect(redirectedUrl("/accounts/P-NEW/group?on=2026-01-01"));
    }

    @Test
    void codes_and_names_of_a_merged_account_say_why_the_survivor_was_found() throws Exception {
        bring("code,name\nQ-OLD,Windmill\nQ-NEW,Granary\n");
        String keeping = web.perform(get("/accounts/Q-OLD/keeping").with(cast.signedIn(cast.controller())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String source = keeping.replaceAll("(?s).*<option value=\"([^\"]*)\".*", "$1");
        web.perform(post("/accounts/Q-OLD/aliases")
                .param("source", source)
                .param("alias", "ZYX-77")
                .with(cast.signedIn(cast.controller())));
        bring("code,name\nQ-OLD,Watermill\n");
        assertThat(merges.merge("Q-NEW", "Q-OLD")).isPresent();

        assertThat(reason("ZYX-77")).isEqualTo("OTHER_CODE ZYX-77");
        assertThat(reason("q-old")).isEqualTo("OTHER_CODE Q-OLD");
        assertThat(reason("windmill")).isEqualTo("FORMER_NAME Windmill");
        assertThat(reason("watermill")).isEqualTo("FORMER_NAME Watermill");
        bring("code,name\nQ-OLD,Sawmill\n");
        assertThat(reason("sawmill")).isEqualTo("FORMER_NAME Sawmill");
        web.perform(get("/search").param("q", "windmill").with(cast.signedIn(cast.viewer())))
                .andExpect(content().string(containsString("formerly")));
    }

    private String reason(String typed) {
        return cast.as(cast.director(), () -> search.find(typed, 5)).stream()
                .filter(found -> found.code().equals("Q-NEW"))
                .findFirst()
                .map(FoundAccount::likeness)
                .map(likeness -> likeness.reason() + " " + likeness.shown())
                .orElse("not found");
    }

    private static String row(String code, RandomGenerator chance) {
        return "%s,%s,%s,%s,%s,%s,%s\n"
                .formatted(
                        code,
                        maybe("C", chance),
                        maybe("R", chance),
                        maybe("M", chance),
                        maybe("10", chance),
                        maybe("3", chance),
                        chance.nextBoolean() ? "" : "2020-01-0" + chance.nextInt(1, 9));
    }

    private static String maybe(String text, RandomGenerator chance) {
        return chance.nextBoolean() ? "" : text + chance.nextInt(4);
    }

    private void leaveToNobody(String code) throws Exception {
        String chosen = "?account=" + card(code).id();
        String asked = web.perform(get("/accounts/assignments/new" + chosen).with(cast.signedIn(cast.administrator())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        web.perform(post("/accounts/assignments" + chosen)
                        .param("to", "nobody")
                        .param("mark", asked.replaceAll("(?s).*name=\"mark\" value=\"(-?\\d+)\".*", "$1"))
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(status().is3xxRedirection());
    }

    private String terms(String code) {
        AccountCard account = card(code);
        return account.creditLimit() + " " + account.paymentTermDays();
    }

    private AccountCard card(String code) {
        return Acting.asOperator(() -> accounts.byCode(code).orElseThrow());
    }

    private void bring(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("accounts-" + files++ + ".csv"), text);
        ImportReport report = Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.ACCOUNTS))));
        assertThat(report.problems()).isEmpty();
    }
}
