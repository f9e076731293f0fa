package mainstay.planning.need;

import mainstay.accounts.people.PeopleReattributed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets needs follow the people who voiced them.
@Component
class MovedNeeds {

    private final JdbcClient database;

    MovedNeeds(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(PeopleReattributed moved) {
        database.sql("select planning.follow_people(:from, :to, :booked)")
                .param("from", moved.from())
                .param("to", moved.to())
                .param("booked", moved.booked().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
