package mainstay.approvals;

import java.util.ArrayList;
import java.util.List;
import mainstay.identity.Acting;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Remembers what became of the requests of a story, and how far it reached then.
@TestComponent
public class StoryKind implements ApprovalKind {

    static final String CODE = "story";

    private final JdbcClient database;
    private final List<String> heard = new ArrayList<>();
    private boolean refuses;

    StoryKind(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public synchronized void ended(Approval approval) {
        if (refuses && approval.isGranted()) {
            throw new IllegalStateException("the effect fails");
        }
        hear(approval.status().code() + " " + approval.subject());
    }

    private void hear(String what) {
        int reach = database.sql("select identity.reach()").query(Integer.class).single();
        heard.add(what + " by " + Acting.actor().name() + " with reach " + reach);
    }

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    synchronized void forget() {
        heard.clear();
        refuses = false;
    }

    synchronized void failFromNowOn() {
        refuses = true;
    }
}
