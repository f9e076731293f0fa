package mainstay.rating;

import java.util.HashMap;
import java.util.Map;
import mainstay.portfolio.Segmentation;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Segments by the stars that accounts bear now, solid or hollow.
@Component
class StarSegments implements Segmentation {
    /// More than any solid stars.
    private static final int HOLLOW = 10;

    private final JdbcClient database;

    StarSegments(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "tier";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<Long, Segment> segments() {
        Map<Long, Segment> segments = new HashMap<>();
        database.sql("select account_id, stars, hollow from rating.pub_stars where stars is not null")
                .query(row -> {
                    segments.put(row.getLong("account_id"), segment(row.getInt("stars"), row.getBoolean("hollow")));
                });
        return segments;
    }

    /// Hollow stars are no stars yet: they stand behind all solid ones.
    private static Segment segment(int stars, boolean hollow) {
        return hollow
                ? new Segment("hollow" + stars, Text.of("profit.starsHollow", stars), null, -stars + HOLLOW)
                : new Segment(String.valueOf(stars), Text.of("profit.stars", stars), null, -stars);
    }

    @Override
    public Text unnamed() {
        return Text.of("value.without.stars");
    }
}
