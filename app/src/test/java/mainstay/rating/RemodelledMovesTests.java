package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where two versions of the model stand between two days, nobody moved, and it is said why.
@Story
class RemodelledMovesTests {
    @Autowired
    Movers movers;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Cast cast;

    @ParameterizedTest
    @CsvSource(textBlock = """
            # day and version of each run, the version that is named
            14:1 15:1,                      0
            15:1 15:7,                      7
            15:1 16:7,                      7
            15:1 15:7 16:7,                 0
            15:1 16:1 16:7,                 7
            15:1 16:7 17:7,                 0
            15:7 16:1,                      1
            15:1 15:7 16:7 15:7,            7
            16:1 15:7,                      7
            16:1 15:1,                      0
            15:1 16:1 15:7 16:7,            0
            14:7 16:1 15:7 17:7,            0
            """)
    void the_day_before_by_another_version_is_no_day_to_compare_with(String runs, int named) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from rating.run", """
                insert into rating.model_version (version, minimum_coverage, hysteresis, status, drafted_by, drafted_at)
                values (7, 0.5, 3, 'draft', 'story', now()) on conflict do nothing
                """);
        for (String run : runs.split(" ", -1)) {
            String[] dayAndVersion = run.split(":", -1);
            TestServer.executeAt(StoryDatabase.ownerUrl(), """
                    insert into rating.run (as_of, revision, model_version, assessment_id, findings, rules, ran_on, ran_at, accounts)
                    values ('2026-11-%s', 1, %s, 0, 0, 0, '2026-11-16', now(), 0)
                    """.formatted(dayAndVersion[0], dayAndVersion[1]));
        }

        Optional<Integer> said = cast.as(
                cast.director(),
                () -> Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(status -> movers.remodelled())));
        assertThat(said.orElse(0)).isEqualTo(named);
    }
}
