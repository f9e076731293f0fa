package mainstay.portfolio;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Codes and names of accounts.
@Repository
class AccountNames {
    static final Named NOBODY = new Named("", "");

    private final JdbcClient jdbc;

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Named(String code, String name) {}

    Map<Long, Named> of(Collection<Long> accounts) {
        Map<Long, Named> named = new HashMap<>();
        jdbc.sql("select id, code, name from accounts.pub_card where id = any(:accounts)")
                .param("accounts", accounts.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    named.put(row.getLong("id"), new Named(row.getString("code"), row.getString("name")));
                });
        return named;
    }
}
