package mainstay.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;

/// The sessions of people, on whichever node they began: each request reads its session from the database, so that one
/// whose row is gone opens nothing any more, anywhere.
@Repository
class OpenSessions {

    private final JdbcClient database;
    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept;
    private final Clock clock;

    OpenSessions(
            JdbcClient database,
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept,
            Clock clock) {
        this.database = database;
        this.kept = kept;
        this.clock = clock;
    }

    /// Those that still open something, the one that asks first, then by last use.
    ///
    /// @param own number of the session that asks; null where none of these does
    List<OpenSession> of(User user, @Nullable String own) {
        return kept.getObject().findByPrincipalName(user.name()).values().stream()
                .flatMap(session -> open(user, session, own).stream())
                .sorted(Comparator.comparing((OpenSession session) -> !session.own())
                        .thenComparing(OpenSession::lastSeen, Comparator.reverseOrder()))
                .toList();
    }

    private Optional<OpenSession> open(User user, Session session, @Nullable String own) {
        return signedIn(session)
                .filter(who -> who.userId() == user.id() && !session.isExpired() && who.opens(user, clock.millis()))
                .map(who -> new OpenSession(
                        handle(session.getId()),
                        who.arrival(),
                        who.way(),
                        Instant.ofEpochMilli(who.at()),
                        session.getLastAccessedTime(),
                        session.getId().equals(own)));
    }

    private static Optional<SignedIn> signedIn(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        Authentication authentication = context == null ? null : context.getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    /// @return whether there was one
    boolean end(User user, String handle) {
        return kept.getObject().findByPrincipalName(user.name()).keySet().stream()
                        .filter(id -> handle(id).equals(handle))
                        .mapToInt(this::delete)
                        .sum()
                > 0;
    }

    private int delete(String id) {
        return database.sql("delete from identity.session where session_id = :id")
                .param("id", id)
                .update();
    }

    /// @param own number of the one that stays; null ends all
    int endAll(String name, @Nullable String own) {
        return database.sql("""
                        delete from identity.session
                        where principal_name = :name and (cast(:own as text) is null or session_id <> cast(:own as text))
                        """).param("name", name).param("own", own).update();
    }

    /// The number of a session opens it, so that no page holds one.
    private static String handle(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
