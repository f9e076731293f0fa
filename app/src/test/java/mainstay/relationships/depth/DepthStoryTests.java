package mainstay.relationships.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import mainstay.accounts.MergeBench;
import mainstay.accounts.people.PersonBench;
import mainstay.activity.ActivityForm;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.relationships.ActivityBench;
import mainstay.relationships.ActivityDesk;
import mainstay.team.TeamBench;
import mainstay.team.member.MemberForm;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// How deep contacts go follows from activities, through merges, and for those alone who see them.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepthStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    TeamBench team;

    @Autowired
    MergeBench merges;

    @Autowired
    ActivityDesk activities;

    @Autowired
    DepthDesk desk;

    private User seller;
    private User engineer;

    @BeforeAll
    void accounts() {
        archive.accounts("D1", "D2", "D3", "D4", "D5");
        seller = cast.another("deng", "邓经理", Role.KAM);
        engineer = cast.another("dong", "董工", Role.AGENT);
        for (String account : List.of("D1", "D2", "D3", "D4")) {
            archive.grant(account, seller, Level.BUSINESS);
            team.join(account, TeamBench.form(engineer, "specialist", "", "2026-01-01", ""));
        }
    }

    /// @param met  numbers of people
    /// @param with names of colleagues; none: the seller alone
    private void did(String account, String kind, String day, String begunBy, List<Long> met, String... with) {
        ActivityForm form = new ActivityForm(
                account,
                kind,
                "",
                day,
                "",
                "",
                "60",
                "",
                "",
                kind,
                List.of(with),
                met.stream().map(String::valueOf).toList(),
                List.of(),
                "",
                UUID.randomUUID().toString(),
                begunBy);
        ActivityBench.kept(cast.as(cast.director(), () -> activities.add(form, "page")));
    }

    private Depth depth(String account) {
        return cast.as(seller, () -> desk.of(archive.card(account)));
    }

    private String page(User user, String address) throws Exception {
        return web.perform(get(address).locale(Locale.ENGLISH).with(cast.signedIn(user)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /// Ten contacts in five months: seven by the seller alone, all of these with the same buyer.
    @Test
    void the_worked_example_of_the_definition() throws Exception {
        long buyer = people.add("D1", "Ada Kowalczyk");
        long technician = people.add(
                "D1", PersonBench.form("Otto Lind", ""), PersonBench.position("technical", "2020-01-01", ""));
        long inspector =
                people.add("D1", PersonBench.form("Ines Roth", ""), PersonBench.position("quality", "2020-01-01", ""));
        List<String> begun = List.of("us", "us", "us", "them", "", "", "");
        for (int i = 0; i < 7; i++) {
            did("D1", "visit", "2026-0%d-10".formatted(5 + i % 4), begun.get(i), List.of(buyer), "deng");
        }
        did("D1", "guidance", "2026-09-10", "them", List.of(technician), "deng", "dong");
        did("D1", "guidance", "2026-09-11", "", List.of(technician, buyer), "deng", "dong");
        did("D1", "call", "2026-09-12", "", List.of(inspector), "dong");
        did("D1", "coordination", "2026-09-13", "", List.of(), "dong");

        Depth depth = depth("D1");
        Touches touches = depth.touches();
        assertThat(touches.contacts()).isEqualTo(10);
        assertThat(touches.months()).isEqualTo(5);
        assertThat(touches.aloneShare()).as("7 of 10").isCloseTo(0.70, within(1e-9));
        assertThat(touches.aloneShareThere()).as("7 of 10").isCloseTo(0.70, within(1e-9));
        assertThat(touches.knownBegin()).as("5 of 10").isCloseTo(0.50, within(1e-9));
        assertThat(touches.theirBegin()).as("2 of 5").isCloseTo(0.40, within(1e-9));
        assertThat(touches.between("support", "technical")).isEqualTo(2);
        assertThat(touches.between("unknown", "purchasing")).isEqualTo(8);
        assertThat(depth.flags()).containsExactly(Flag.ONE_OF_OURS, Flag.ONE_OF_THEIRS);
        assertThat(depth.rung()).as("the seller has no function there").isEqualTo(Rung.BASIC);

        team.join(
                "D1",
                new MemberForm("" + seller.id(), "marketing", "second", "", "", "", "", "", "2026-01-01", "", "", ""));
        assertThat(depth("D1").rung()).isEqualTo(Rung.COOPERATIVE);
        assertThat(depth("D1").next().orElseThrow().missing())
                .extracting(Evidence::what)
                .containsExactly("ours", "alone", "aloneThere");
        assertThat(page(seller, "/accounts/D1/depth"))
                .contains(
                        "Cooperative", "Ada Kowalczyk", "邓经理 carries 70 % of the contacts alone", "Technical support");
    }

    @Test
    void without_an_answer_nobody_says_that_we_began_it() {
        long buyer = people.add("D2", "Bo Berg");
        did("D2", "visit", "2026-11-02", "", List.of(buyer), "deng");
        Depth depth = depth("D2");
        assertThat(depth.touches().theirBegin()).isNull();
        assertThat(depth.rung()).isEqualTo(Rung.EXPLORATORY);
        assertThat(depth.flags()).as("one contact is too few to speak of").isEmpty();
    }

    @Test
    void who_left_is_named_on_both_sides() throws Exception {
        User gone = cast.another("dai", "戴工", Role.AGENT);
        team.join("D3", TeamBench.form(gone, "assistant", "", "2026-01-01", ""));
        long buyer = people.add(
                "D3", PersonBench.form("Cy Carr", ""), PersonBench.position("purchasing", "2020-01-01", "2026-10-31"));
        did("D3", "visit", "2026-10-10", "us", List.of(buyer), "dai");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = now() where name = 'dai'");
        assertThat(depth("D3").flags()).containsExactly(Flag.OURS_LEFT, Flag.THEIRS_LEFT);
        assertThat(page(seller, "/accounts/D3/depth")).contains("Cy Carr", "戴工", "one of theirs left");
    }

    @Test
    void contacts_follow_merges_of_accounts_and_people() {
        long one = people.add("D4", "Dee Dunn");
        long same = people.add("D5", "Dee Dunn of D5");
        did("D4", "visit", "2026-11-03", "us", List.of(one), "deng");
        did("D5", "visit", "2026-11-04", "them", List.of(same), "deng");
        long merge = merges.merge("D4", "D5").orElseThrow();
        assertThat(depth("D4").touches().contacts()).isEqualTo(2);
        assertThat(depth("D4").touches().theirs()).hasSize(2);
        people.merge(one, same);
        assertThat(depth("D4").touches().theirs())
                .singleElement()
                .satisfies(met -> assertThat(met.contacts()).isEqualTo(2));
        merges.undo(merge);
        assertThat(depth("D4").touches().contacts()).isEqualTo(1);
        assertThat(depth("D4").touches().byThem()).isZero();
    }

    @Test
    void who_does_not_see_the_business_sees_no_contacts() throws Exception {
        User stranger = cast.another("du", "杜经理", Role.KAM);
        archive.grant("D2", stranger, Level.CARD);
        web.perform(get("/accounts/D2/depth").with(cast.signedIn(stranger))).andExpect(status().isForbidden());
        web.perform(get("/api/v1/accounts/D2/depth").header("Authorization", "Bearer " + cast.token(stranger)))
                .andExpect(status().isForbidden());
        assertThat(page(stranger, "/depth")).doesNotContain("D2");
        assertThat(page(cast.viewer(), "/depth")).doesNotContain("/accounts/D");
    }

    @Test
    void the_list_of_key_accounts_is_sorted_and_narrowed() throws Exception {
        for (String code : List.of("D2", "D3")) {
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(),
                    "insert into rating.appointment (account_id, evidence, found, asked_by, asked_on, status, from_day) values ("
                            + archive.card(code).id()
                            + ", 'story', 'none', 'x', '2026-01-01', 'granted', '2026-01-01')");
        }
        List<String> keys = new ArrayList<>();
        cast.as(cast.director(), () -> desk.ofKeyAccounts("name", "")).shown().forEach(row -> keys.add(row.code()));
        assertThat(keys).contains("D2", "D3");
        KeyDepths fewest = cast.as(cast.director(), () -> desk.ofKeyAccounts("contacts", ""));
        assertThat(fewest.shown())
                .extracting(row -> row.depth().touches().contacts())
                .isSorted();
        KeyDepths silent = cast.as(cast.director(), () -> desk.ofKeyAccounts("", "no-contact"));
        assertThat(silent.shown())
                .allSatisfy(row -> assertThat(row.depth().rung()).isEqualTo(Rung.NONE));
        assertThat(page(cast.director(), "/depth?sort=name")).contains("key account", "/depth?sort=contacts");
        web.perform(get("/api/v1/depth").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(status().isOk());
    }

    @Test
    void who_wanted_it_takes_one_touch_and_is_kept_with_its_history() throws Exception {
        String path = Objects.requireNonNull(web.perform(post("/activities")
                        .param("account", "D2")
                        .param("kind", "call")
                        .param("minutes", "15", "")
                        .param("day", "2026-11-16")
                        .param("begunBy", "them")
                        .param("notes", "asked for samples")
                        .param("submission", UUID.randomUUID().toString())
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(seller)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(page(seller, path)).contains("Who wanted it?", "the customer");
        web.perform(post(path)
                        .param("account", "D2")
                        .param("kind", "call")
                        .param("minutes", "15", "")
                        .param("day", "2026-11-16")
                        .param("begunBy", "")
                        .param("notes", "asked for samples")
                        .param("seen", "1")
                        .param("submission", UUID.randomUUID().toString())
                        .with(cast.signedIn(seller)))
                .andExpect(status().is3xxRedirection());
        assertThat(page(seller, path)).contains("not said");
        web.perform(post("/activities")
                        .param("account", "D2")
                        .param("kind", "call")
                        .param("minutes", "15", "")
                        .param("day", "2026-11-16")
                        .param("begunBy", "fate")
                        .param("notes", "x")
                        .with(cast.signedIn(seller)))
                .andExpect(status().isUnprocessableContent());
    }
}
