package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import mainstay.identity.User;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.shared.WorkSource.Work;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever sent a file learns in Today how its import ended.
@Story
class EndedImportsTests {

    private static final String GOOD = "customer,document,date,amount\nE1,%s,2026-01-05,5\n";
    private static final String BAD = "customer,document,date,amount\nE1,E-9,2026-01-05,much\n";

    @Autowired
    ImportDesk desk;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path files;

    @Autowired
    Cast cast;

    @Autowired
    EndedImports ended;

    @Autowired
    StandingClock clock;

    @BeforeEach
    void now() {
        clock.reset();
    }

    @Test
    void the_sender_learns_of_it_and_nobody_else() throws IOException {
        sent(cast.controller(), "learn.csv", GOOD.formatted("E-1"));

        assertThat(told(cast.controller(), "learn.csv")).containsExactly("work.import.done.title");
        assertThat(told(cast.director(), "learn.csv")).isEmpty();
        assertThat(told(cast.keyAccountManager(), "learn.csv")).isEmpty();
    }

    @Test
    void what_was_refused_waits_longer_than_what_is_done() throws IOException {
        sent(cast.director(), "refused.csv", BAD);
        sent(cast.director(), "fine.csv", GOOD.formatted("E-2"));

        List<Work> work = work(cast.director());
        assertThat(told(cast.director(), "refused.csv")).containsExactly("work.import.refused.title");
        assertThat(importance(work, "refused.csv")).isGreaterThan(importance(work, "fine.csv"));
    }

    @Test
    void a_later_import_of_the_same_file_speaks_for_it() throws IOException {
        sent(cast.administrator(), "again.csv", BAD);
        sent(cast.administrator(), "again.csv", GOOD.formatted("E-3"));

        assertThat(told(cast.administrator(), "again.csv")).containsExactly("work.import.done.title");
    }

    @Test
    void news_is_news_for_two_days() throws IOException {
        sent(cast.controller(), "old.csv", GOOD.formatted("E-4"));
        assertThat(told(cast.controller(), "old.csv")).hasSize(1);

        clock.advance(Duration.ofDays(3));

        assertThat(told(cast.controller(), "old.csv")).isEmpty();
    }

    private void sent(User user, String name, String text) throws IOException {
        Path file = Files.writeString(files.resolve(name), text);
        cast.as(user, () -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
    }

    private List<Work> work(User user) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> ended.work())));
    }

    private List<String> told(User user, String file) {
        return work(user).stream()
                .filter(work -> work.titleArguments().contains(file))
                .map(Work::titleKey)
                .toList();
    }

    private static int importance(List<Work> work, String file) {
        return work.stream()
                .filter(one -> one.titleArguments().contains(file))
                .findFirst()
                .orElseThrow()
                .urgency();
    }
}
