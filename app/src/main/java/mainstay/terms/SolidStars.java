package mainstay.terms;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The stars by which an account gets its measures.
@Component
public class SolidStars {

    private final JdbcClient database;

    SolidStars(JdbcClient database) {
        this.database = database;
    }

    /// Unknown where the account is not rated, or too little is known of it.
    public @Nullable Integer of(long account) {
        return database.sql(
                        "select stars from rating.pub_stars where account_id = :account and solid_stars is not null")
                .param("account", account)
                .query((row, number) -> row.getInt("stars"))
                .optional()
                .orElse(null);
    }
}
