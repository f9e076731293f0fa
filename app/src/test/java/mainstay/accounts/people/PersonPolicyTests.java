package mainstay.accounts.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mainstay.dossier.Archive;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// What the application's own role sees of people with plain SQL.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonPolicyTests {

    private static final List<String> TABLES = List.of(
            "person",
            "position",
            "person_contact",
            "person_date",
            "person_event",
            "person_entry",
            "pub_person",
            "pub_position",
            "pub_person_date");

    @Autowired
    PersonBench bench;

    @Autowired
    Archive archive;

    @Autowired
    Cast cast;

    private User manager;
    private long here;
    private long there;

    @BeforeAll
    void people() {
        archive.accounts("PP1", "PP2");
        manager = cast.another("pan", "潘经理", Role.KAM);
        archive.grant("PP1", manager, Level.FULL);
        here = bench.add("PP1", "沈小红", "phone", "13800138001");
        there = bench.add("PP2", "何大明", "phone", "13800138002");
    }

    @Test
    void without_anybody_there_are_no_rows() {
        Actor nobody = new Actor(null, "nobody", null, Level.NONE);
        for (String table : TABLES) {
            assertThat(bench.count(nobody, "select count(*) from accounts." + table))
                    .as(table)
                    .isZero();
        }
        assertThat(bench.count(nobody, "select count(*) from accounts.find_people(array['''W13800138001'':*'], 10)"))
                .isZero();
        assertThat(bench.count(nobody, "select count(*) from accounts.people_alike('{}', array['phone:13800138001'])"))
                .isZero();
    }

    @Test
    void cards_show_nobody_and_business_shows_everybody() {
        for (User blind : List.of(cast.viewer(), cast.agent(), cast.another("bei", "贝经理", Role.KAM))) {
            for (String table : TABLES) {
                assertThat(bench.count(blind, "select count(*) from accounts." + table))
                        .as(blind.name() + " " + table)
                        .isZero();
            }
        }
        for (User seeing : List.of(cast.controller(), cast.administrator(), cast.director())) {
            assertThat(bench.count(
                            seeing, "select count(*) from accounts.person where id in (" + here + "," + there + ")"))
                    .as(seeing.name())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_manager_sees_the_people_of_the_own_accounts_and_nobody_else() {
        assertThat(bench.texts(manager, "select name from accounts.person"))
                .contains("沈小红")
                .doesNotContain("何大明");
        assertThat(bench.count(manager, "select count(*) from accounts.person_contact where folded like '%8002'"))
                .isZero();
        assertThat(bench.count(manager, "select count(*) from accounts.find_people(array['''W13800138002'':*'], 10)"))
                .isZero();
        assertThat(bench.count(manager, "select count(*) from accounts.find_people(array['''W13800138001'':*'], 10)"))
                .isEqualTo(1);
        assertThat(bench.count(manager, "select count(*) from accounts.people_alike('{}', array['phone:13800138002'])"))
                .isZero();
        assertThat(bench.count(manager, "select count(*) from accounts.names_of_merged(" + there + ")"))
                .isZero();
    }

    @Test
    void nobody_opens_a_stranger_by_a_position_of_their_own() {
        String position = """
                insert into accounts.position (person_id, account_id, function, submission, added_by, added_at, changed_by, changed_at)
                values (%d, %d, 'other', gen_random_uuid(), 'x', now(), 'x', now())""";
        long own = archive.card("PP1").id();
        assertThatThrownBy(() -> bench.run(manager, position.formatted(there, own)))
                .hasStackTraceContaining("who does not see a person");
        assertThatThrownBy(() -> bench.run(
                        manager, position.formatted(here, archive.card("PP2").id())))
                .hasStackTraceContaining("row-level security");
        for (String forbidden : List.of(
                "update accounts.position set person_id = " + there,
                "update accounts.person set erased_at = now()",
                "update accounts.person set merged_into_id = null",
                "delete from accounts.person",
                "delete from accounts.position",
                "delete from accounts.person_event",
                "select accounts.pub_rebook_person('accounts.position', 1, 2, '{1}')")) {
            assertThatThrownBy(() -> bench.run(manager, forbidden))
                    .as(forbidden)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(bench.run(manager, "update accounts.person set name = 'x' where id = " + there))
                .isZero();
        assertThat(bench.run(manager, "delete from accounts.person_contact where person_id = " + there))
                .isZero();
    }

    @Test
    void who_worked_here_stays_seen_and_the_new_firm_is_not() {
        long gone = bench.add(
                "PP1", PersonBench.form("齐远方", ""), PersonBench.position("quality", "2019-01-01", "2024-01-31"));
        bench.place(gone, "PP2", PersonBench.position("quality", "2024-02-01", ""));

        assertThat(bench.texts(
                        manager,
                        "select a.code from accounts.pub_position p join accounts.pub_account a on a.id = p.account_id"
                                + " where p.person_id = " + gone))
                .containsExactly("PP1");
    }
}
