package mainstay.activity;

import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What can be done, in its order.
@Service
@Transactional(readOnly = true)
public class ActivityKinds {

    private final JdbcClient database;

    ActivityKinds(JdbcClient database) {
        this.database = database;
    }

    public List<ActivityKind> all() {
        return database.sql("select k.code, k.internal from activity.kind k order by k.place")
                .query(RecordRows.of(ActivityKind.class))
                .list();
    }

    public Optional<ActivityKind> byCode(String code) {
        return all().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
