package mainstay.rating;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which facts stand on which account: merges move them and wait for no run, so that a run gives way to them.
@Component
class Attribution {
    private final JdbcClient jdbc;

    Attribution(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many merges and partings have begun so far, whatever the transaction sees.
    long merges() {
        return jdbc.sql("select last_value from rating.merges")
                .query(Long.class)
                .single();
    }

    /// Ends a run early where its work is most likely in vain.
    ///
    /// @param merges how many had begun when the run did
    void giveWay(long merges) {
        if (merges() != merges) {
            throw new PessimisticLockingFailureException("accounts were merged or parted since the run began");
        }
    }

    /// Nothing is moved from here to the end of the transaction. In a repeatable-read transaction the database refuses
    /// where something was moved since its snapshot; a merge that is about to end is waited for.
    void hold() {
        jdbc.sql("select moved from rating.attribution for share")
                .query(Long.class)
                .single();
    }
}
