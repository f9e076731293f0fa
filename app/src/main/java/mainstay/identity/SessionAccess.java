package mainstay.identity;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/// Notes when a session was used last to the minute: a person who opens twenty pages in one writes once.
@Component
class SessionAccess implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    private static final String UPDATE = """
            update %TABLE_NAME% s
            set session_id = n.session_id, last_access_time = n.used_at, max_inactive_interval = n.idle,
                expiry_time = n.ends_at, principal_name = n.principal
            from (select cast(? as char(36)) as session_id, cast(? as bigint) as used_at, cast(? as int) as idle,
                         cast(? as bigint) as ends_at, cast(? as text) as principal, cast(? as char(36)) as id) n
            where s.primary_id = n.id
              and (s.last_access_time + least(60000, 500 * n.idle) <= n.used_at
                   or (s.session_id, s.max_inactive_interval, s.principal_name)
                      is distinct from (n.session_id, n.idle, n.principal))
            """;

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setUpdateSessionQuery(UPDATE);
    }
}
