package mainstay.dossier.look;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import mainstay.dossier.look.Verdict.Broken;
import mainstay.dossier.look.Verdict.Whole;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Walks the chain over the read log from its beginning and reckons every hash anew.
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Audit {

    private static final int AT_ONCE = 5_000;

    /// A look may be written down a little after one that began later; it is sealed within a minute or two.
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final JdbcClient database;

    Audit(JdbcClient database) {
        this.database = database;
    }

    /// An entry of the chain.
    ///
    /// @param previous hash before it, and its own, in hexadecimal digits
    /// @param look     null where it is gone
    private record Link(
            long n,
            long lookId,
            String previous,
            String hash,
            @Nullable SealedLook look) {}

    /// Where the walk has come to.
    private record Reached(long n, String hash, Instant latest) {}

    Verdict verify() {
        if (!Acting.actor().reaches(Level.FULL) && !Acting.actor().is(Role.ADMINISTRATOR)) {
            throw new Problem.Forbidden("audit.notYours");
        }
        Reached reached = new Reached(0, "", Instant.MIN);
        List<Link> links;
        do {
            links = after(reached.n());
            for (Link link : links) {
                Text broken = broken(reached, link);
                if (broken != null) {
                    return new Broken(broken);
                }
                Instant at = Objects.requireNonNull(link.look()).at();
                reached = new Reached(link.n(), link.hash(), at.isAfter(reached.latest()) ? at : reached.latest());
            }
        } while (links.size() == AT_ONCE);
        Text never = neverSealed();
        return never == null ? new Whole(reached.n(), reached.hash()) : new Broken(never);
    }

    private static @Nullable Text broken(Reached before, Link link) {
        if (link.n() != before.n() + 1) {
            return Text.of("audit.missingSeal", before.n() + 1);
        }
        SealedLook look = link.look();
        if (look == null) {
            return Text.of("audit.removed", link.n(), link.lookId());
        }
        if (!link.previous().equals(before.hash())) {
            return Text.of("audit.unjoined", link.n());
        }
        if (!link.hash().equals(look.hashAfter(before.hash()))) {
            return Text.of("audit.changed", link.n(), link.lookId());
        }
        return before.n() > 0 && look.at().isBefore(before.latest().minus(TOLERANCE))
                ? Text.of("audit.backdated", link.n(), link.lookId())
                : null;
    }

    private @Nullable Text neverSealed() {
        return database.sql("""
                        select l.id from dossier.look l
                        where l.at < identity.clock() - make_interval(secs => :seconds)
                          and not exists (select 1 from dossier.seal s where s.look_id = l.id)
                        order by l.id limit 1
                        """)
                .param("seconds", TOLERANCE.toSeconds())
                .query(Long.class)
                .optional()
                .map(id -> Text.of("audit.neverSealed", id))
                .orElse(null);
    }

    private List<Link> after(long n) {
        return database.sql("""
                        select s.n, s.look_id, s.previous, s.hash, l.id, l.at, l.user_id, l.actor, l.account_id, l.what, l.parts,
                               l.level, l.loan_id, l.detail
                        from dossier.seal s left join dossier.look l on l.id = s.look_id
                        where s.n > :n order by s.n limit :most
                        """)
                .param("n", n)
                .param("most", AT_ONCE)
                .query(Audit::link)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("n"),
                row.getLong("look_id"),
                HexFormat.of().formatHex(row.getBytes("previous")),
                HexFormat.of().formatHex(row.getBytes("hash")),
                Sql.number(row, "id") == null ? null : look(row));
    }

    private static SealedLook look(ResultSet row) throws SQLException {
        return new SealedLook(
                row.getLong("id"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                Sql.number(row, "user_id"),
                row.getString("actor"),
                row.getLong("account_id"),
                row.getString("what"),
                List.of((String[]) row.getArray("parts").getArray()),
                row.getInt("level"),
                Sql.number(row, "loan_id"),
                row.getString("detail"));
    }
}
