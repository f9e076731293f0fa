package mainstay.dossier.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.testing.Rival;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody writes of a person whom somebody else erases or merges at the same moment.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonRaceTests {

    private static final List<String> WRITING = List.of("""
            insert into accounts.position (person_id, account_id, function, submission, added_by, added_at, changed_by, changed_at)
            values (%d, %d, 'sales', gen_random_uuid(), 'x', now(), 'x', now())""", """
            insert into accounts.person_contact (person_id, kind, value, folded, place) select %d, 'phone', '1', '1', %d""", """
            insert into accounts.person_date (person_id, kind, month, day, place) select %d, 'birthday', 1, 1, %d""", """
            insert into dossier.personal_fact (person_id, account_id, field, word, purpose, source, observed_on, expires_on, recorded_by, recorded_at)
            values (%d, %d, 'interests', 'late', 'conversation', 'x', date '2026-11-01', date '2026-12-01', 'x', now())""", """
            insert into dossier.gift (person_id, account_id, direction, kind, colleague, given_on, worth, state, submission, recorded_by,
                                      recorded_at)
            values (%d, %d, 'given', 'gift', 'x', date '2026-01-01', 1, 'kept', gen_random_uuid(), 'x', now())""");

    @Autowired
    PersonBench people;

    @Autowired
    Archive archive;

    private long account;

    @BeforeAll
    void accounts() {
        archive.accounts("R1");
        account = archive.card("R1").id();
    }

    @Test
    void nothing_is_written_of_who_is_erased_or_merged_meanwhile() throws Exception {
        for (String writing : WRITING) {
            for (String ending :
                    List.of("select accounts.erase_person(%d, 'x')", "select accounts.merge_people(%2$d, %1$d, 'x')")) {
                long person = people.add("R1", "荣");
                long other = people.add("R1", "戎");
                try (Rival ender = Rival.open();
                        Rival writer = Rival.open();
                        ExecutorService others = Executors.newSingleThreadExecutor()) {
                    ender.run(ending.formatted(person, other));
                    Future<?> written = others.submit(() -> {
                        writer.run(writing.formatted(person, account));
                        writer.commit();
                        return true;
                    });
                    assertThat(ender.isWaitedFor(written)).as(writing).isTrue();
                    ender.commit();
                    assertThatThrownBy(written::get).as(writing).hasStackTraceContaining("ERROR");
                }
            }
        }
    }

    @Test
    void who_merges_waits_before_reading_who_belongs_to_whom() throws Exception {
        long one = people.add("R1", "阮");
        long other = people.add("R1", "芮");
        try (Rival merger = Rival.open();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            merger.run("select pg_advisory_xact_lock(hashtext('accounts.person_merge'))");
            Future<?> merging = others.submit(() -> {
                people.merge(one, other);
                return true;
            });
            assertThat(merger.isWaitedFor(merging)).isTrue();
            merger.commit();
            merging.get();
        }
    }
}
