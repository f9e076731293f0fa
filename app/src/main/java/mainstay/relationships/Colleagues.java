package mainstay.relationships;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who of us can take part.
@Service
@Transactional(readOnly = true)
public class Colleagues {

    private static final String COLUMNS = "select u.id, u.name, u.full_name, u.enabled from identity.pub_user u ";

    private final JdbcClient database;

    Colleagues(JdbcClient database) {
        this.database = database;
    }

    /// Whoever is not shut out, by full name.
    public List<Colleague> present() {
        return database.sql(COLUMNS + "where u.enabled order by u.full_name collate \"zh-x-icu\", u.id")
                .query(RecordRows.of(Colleague.class))
                .list();
    }

    Map<String, Colleague> byNames(Collection<String> names) {
        return database
                .sql(COLUMNS + "where u.name = any(:names)")
                .param("names", names.toArray(String[]::new))
                .query(RecordRows.of(Colleague.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Colleague::name, Function.identity()));
    }

    Map<Long, Colleague> byIds(Collection<Long> ids) {
        return database
                .sql(COLUMNS + "where u.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(RecordRows.of(Colleague.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Colleague::id, Function.identity()));
    }
}
