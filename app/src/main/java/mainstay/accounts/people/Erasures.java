package mainstay.accounts.people;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import mainstay.accounts.people.ErasureBook.Erased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps who was erased outside of the database, and erases them again where a restore brought them back.
@Service
@Transactional
class Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final ErasureBook book;
    private final PersonMergeDesk desk;
    private final JdbcClient database;

    Erasures(ErasureBook book, PersonMergeDesk desk, JdbcClient database) {
        this.book = book;
        this.desk = desk;
        this.database = database;
    }

    /// Only what has really happened is written down.
    @EventListener
    void on(PeopleErased erased) {
        List<Erased> people = of(erased.people());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keep(people);
            }
        });
    }

    /// What could not be written is written with the next start, from the database.
    private void keep(Collection<Erased> people) {
        try {
            book.keep(people);
        } catch (UncheckedIOException failed) {
            LOG.error(
                    "the numbers of {} erased people could not be kept: after a restore nobody erases them again",
                    people.size(),
                    failed);
        }
    }

    /// Erases again whom a restore brought back, and keeps whom the file does not hold.
    ///
    /// @return how many were erased
    int settle() {
        int again = 0;
        for (Erased one : book.all()) {
            switch (state(one)) {
                case "whole" -> {
                    desk.erase(one.id());
                    again++;
                }
                case "merged" ->
                    LOG.warn(
                            "person {} was erased before a restore and stands under another one by now: part them and erase again",
                            one.id());
                default -> {
                    // erased, or after the backup
                }
            }
        }
        if (again > 0) {
            LOG.warn("{} people whom a restore had brought back were erased again", again);
        }
        keep(database.sql("select x.id, x.submission from accounts.person x where x.erased_at is not null")
                .query((row, number) -> new Erased(row.getLong("id"), row.getObject("submission", UUID.class)))
                .list());
        return again;
    }

    private String state(Erased one) {
        return database.sql("""
                        select case when x.erased_at is not null then 'erased' when x.merged_into_id is not null then 'merged' else 'whole' end
                        from accounts.person x where x.id = :id and x.submission = :submission
                        """)
                .param("id", one.id())
                .param("submission", one.submission())
                .query(String.class)
                .optional()
                .orElse("unknown");
    }

    private List<Erased> of(List<Long> people) {
        return database.sql("select x.id, x.submission from accounts.person x where x.id = any(:people)")
                .param("people", people.toArray(Long[]::new))
                .query((row, number) -> new Erased(row.getLong("id"), row.getObject("submission", UUID.class)))
                .list();
    }
}
