package mainstay.accounts.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import mainstay.accounts.people.ErasureBook.Erased;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody was erased, and then an older backup was restored.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTests {

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    PersonMergeDesk desk;

    @Autowired
    ErasureBook book;

    @Autowired
    Erasures erasures;

    @BeforeAll
    void accounts() {
        archive.accounts("E1");
    }

    private void erase(long person) {
        cast.as(cast.director(), () -> {
            desk.erase(person);
            return true;
        });
    }

    private long named(String name) {
        return people.count(cast.director(), "select count(*) from accounts.person where name = '" + name + "'");
    }

    /// The number alone may be that of somebody in another firm whose file lies in the same place.
    private Erased erased(long person) {
        return new Erased(
                person,
                UUID.fromString(people.texts(
                                cast.director(), "select submission::text from accounts.person where id = " + person)
                        .getFirst()));
    }

    /// As the backup knew them.
    private static void restore(long person, String name) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update accounts.person set erased_at = null, name = '%s' where id = %d".formatted(name, person));
    }

    @Test
    void whom_a_restore_brings_back_is_erased_again_with_the_next_start() {
        long person = people.add("E1", "范回来");
        erase(person);
        assertThat(book.all()).contains(erased(person));

        restore(person, "范回来");
        assertThat(Acting.as(Actor.itself(), erasures::settle)).isEqualTo(1);
        assertThat(named("范回来")).isZero();
        assertThat(Acting.as(Actor.itself(), erasures::settle)).isZero();
    }

    @Test
    void a_number_that_is_given_anew_is_somebody_elses() {
        long person = people.add("E1", "范新人");
        book.keep(List.of(new Erased(person, UUID.randomUUID())));
        assertThat(Acting.as(Actor.itself(), erasures::settle)).isZero();
        assertThat(named("范新人")).isEqualTo(1);
    }

    @Test
    void who_was_erased_is_kept_though_the_file_was_lost() {
        long person = people.add("E1", "范丢失");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "select set_config('app.reach', '3', false)",
                "select accounts.erase_person(" + person + ", 'story')");
        assertThat(book.all()).doesNotContain(erased(person));
        Acting.as(Actor.itself(), erasures::settle);
        assertThat(book.all()).contains(erased(person));
    }
}
